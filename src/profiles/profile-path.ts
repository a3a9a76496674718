import { deliveryOfFormat, type FormatFacts, type Platform } from "./format.js";

/** Where a file of a group's profiles stands, below the folder of the deployment; one for a server is of no platform. */
export function profilePath(group: string, format: FormatFacts<object>, platform: Platform, name: string): string {
	return `groups/${group}/profiles/${deliveryOfFormat(format) === "mdm" ? `${platform}/` : ""}${name}`;
}
