import type { Platform } from "./format.js";

/** Where a file of a group's profiles stands, below the folder of the deployment. */
export function profilePath(group: string, platform: Platform, name: string): string {
	return `groups/${group}/profiles/${platform}/${name}`;
}
