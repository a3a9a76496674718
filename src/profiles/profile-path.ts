import type { Platform } from "./format.js";

/** Where a file of a group's profiles stands, below the folder of the deployment; one for a server is of no platform. */
export function profilePath(group: string, platform: Platform | undefined, name: string): string {
	return `groups/${group}/profiles/${platform === undefined ? "" : `${platform}/`}${name}`;
}
