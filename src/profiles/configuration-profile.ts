import { v5 as uuidV5 } from "uuid";
import { made, type Outcome } from "../outcome.js";
import { error } from "../problem.js";
import { checkRenderableText } from "./check-renderable.js";
import type { Profile, ProfileIdentity } from "./format.js";
import { type PlistDictionary, writePlist } from "./plist-writer.js";
import { profileDescription, profileName } from "./profile-name.js";
import type { EncodedSetting } from "./settings.js";

/** Version 5 of the DNS namespace and `pulumi-cowork`. Never changes: devices replace a payload by its UUID. */
const namespace = "332a64f4-3e16-5271-b360-f1ac6d44e3c0";

/** The preference domain of Claude Desktop, which is the type of its payload. */
export const claudeDomain = "com.anthropic.claudefordesktop";

/** A configuration profile for the device channel, unsigned. */
export function configurationProfile(profile: Profile): Outcome<Uint8Array> {
	const { identity, settings } = profile;
	return profileAround(settingsPayload(identity, settings), {
		identifier: payloadIdentifier(identity),
		organization: identity.organization,
		name: profileName(identity),
		description: profileDescription(profile),
	});
}

/** The profile that one payload comes in. Its UUIDs follow from its identifiers alone. */
export function profileAround(
	payload: PlistDictionary,
	{
		identifier,
		organization,
		name,
		description,
	}: {
		readonly identifier: string;
		readonly organization: string;
		readonly name: string;
		readonly description: string;
	},
): Outcome<Uint8Array> {
	const ofName = checkRenderableText(organization);
	if (ofName.length > 0) {
		return { problems: ofName.map(({ code, message }) => error(code, [], `organization name: ${message}`)) };
	}
	return made(
		writePlist({
			PayloadContent: [payload],
			PayloadDescription: description,
			PayloadDisplayName: name,
			PayloadIdentifier: identifier,
			PayloadOrganization: organization,
			PayloadScope: "System",
			PayloadType: "Configuration",
			PayloadUUID: payloadUuid(identifier),
			PayloadVersion: 1,
		}),
	);
}

/** The payload with the settings, every value a string. */
export function settingsPayload(identity: ProfileIdentity, settings: readonly EncodedSetting[]): PlistDictionary {
	const named = { identifier: payloadIdentifier(identity), program: "Claude Desktop", domain: claudeDomain };
	return payloadOf(textsByName(settings), named);
}

/** Settings of the program of a preference domain, as the payload of the profile that has the identifier. */
export function payloadOf(
	settings: PlistDictionary,
	{ identifier, program, domain }: Readonly<Record<"identifier" | "program" | "domain", string>>,
): PlistDictionary {
	const own = `${identifier}.settings`;
	return {
		PayloadDisplayName: program,
		PayloadIdentifier: own,
		PayloadType: domain,
		PayloadUUID: payloadUuid(own),
		PayloadVersion: 1,
		...settings,
	};
}

export function textsByName(settings: readonly EncodedSetting[]): Readonly<Record<string, string>> {
	return Object.fromEntries(settings.map(({ name, text }) => [name, text]));
}

export function payloadIdentifier({ identifierPrefix, deployment, group }: ProfileIdentity): string {
	return `${identifierPrefix}.${deployment}.${group}`;
}

export function payloadUuid(identifier: string): string {
	return uuidV5(identifier, namespace).toUpperCase();
}
