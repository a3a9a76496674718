import type { Profile, ProfileFile } from "./format.js";
import { profileDescription, profileName } from "./profile-name.js";
import { jsonFile } from "./text-file.js";

/** The body of a call to Microsoft Graph that creates an object of a type with a group's settings. */
export function graphFile(name: string, profile: Profile, type: string, members: object): ProfileFile {
	const body = {
		"@odata.type": `#microsoft.graph.${type}`,
		displayName: profileName(profile.identity),
		description: profileDescription(profile),
		...members,
	};
	return jsonFile(name, body);
}

export function base64(content: Uint8Array): string {
	return Buffer.from(content).toString("base64");
}
