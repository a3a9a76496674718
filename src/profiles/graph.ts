import { prettyJson } from "../json.js";
import type { Profile, ProfileFile } from "./format.js";
import { profileDescription, profileName } from "./profile-name.js";

/** The body of a call to Microsoft Graph that creates an object of a type with a group's settings. */
export function graphFile(name: string, profile: Profile, type: string, members: object): ProfileFile {
	const body = {
		"@odata.type": `#microsoft.graph.${type}`,
		displayName: profileName(profile.identity),
		description: profileDescription(profile),
		...members,
	};
	return { name, mediaType: "application/json", content: new TextEncoder().encode(prettyJson(body)) };
}

export function base64(content: Uint8Array): string {
	return Buffer.from(content).toString("base64");
}
