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

/** A configuration profile for the device channel, unsigned. Its UUIDs follow from its identifiers alone. */
export function configurationProfile(profile: Profile): Outcome<Uint8Array> {
	const { identity, settings } = profile;
	const ofName = checkRenderableText(identity.organization);
	if (ofName.length > 0) {
		return { problems: ofName.map(({ code, message }) => error(code, [], `organization name: ${message}`)) };
	}
	const identifier = payloadIdentifier(identity);
	return made(
		writePlist({
			PayloadContent: [settingsPayload(identity, settings)],
			PayloadDescription: profileDescription(profile),
			PayloadDisplayName: profileName(identity),
			PayloadIdentifier: identifier,
			PayloadOrganization: identity.organization,
			PayloadScope: "System",
			PayloadType: "Configuration",
			PayloadUUID: payloadUuid(identifier),
			PayloadVersion: 1,
		}),
	);
}

/** The payload with the settings, every value a string. */
export function settingsPayload(identity: ProfileIdentity, settings: readonly EncodedSetting[]): PlistDictionary {
	const identifier = `${payloadIdentifier(identity)}.settings`;
	return {
		PayloadDisplayName: "Claude Desktop",
		PayloadIdentifier: identifier,
		PayloadType: claudeDomain,
		PayloadUUID: payloadUuid(identifier),
		PayloadVersion: 1,
		...textsByName(settings),
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
