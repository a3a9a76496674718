import { v5 as uuidV5 } from "uuid";
import { isObject, type JsonObject } from "../json.js";
import type { ProfileFormat, ProfileIdentity } from "./format.js";
import { readPlist } from "./plist-reader.js";
import { writePlist } from "./plist-writer.js";
import { isPayloadName, unrenderableText } from "./renderable.js";
import { decodeSettings, encodeSettings } from "./settings.js";

/** Version 5 of the DNS namespace and `pulumi-cowork`. Never changes: devices replace a payload by its UUID. */
const namespace = "332a64f4-3e16-5271-b360-f1ac6d44e3c0";

const settingsType = "com.anthropic.claudefordesktop";

/** Configuration profile for the device channel, unsigned. Its UUIDs follow from its identifiers alone. */
export const mobileconfig: ProfileFormat = {
	title: "macOS configuration profile",
	docs: "https://developer.apple.com/documentation/devicemanagement/toplevel",
	platform: "macos",
	mediaType: "application/x-apple-aspen-config",

	fileName: (identity) => `${payloadIdentifier(identity)}.mobileconfig`,

	render({ identity, settings }) {
		const problem = unrenderableText(identity.organization);
		if (problem) throw new Error(`organization name: ${problem}`);
		const identifier = payloadIdentifier(identity);
		const inner = `${identifier}.settings`;
		return writePlist({
			PayloadContent: [
				{
					PayloadDisplayName: "Claude Desktop",
					PayloadIdentifier: inner,
					PayloadType: settingsType,
					PayloadUUID: payloadUuid(inner),
					PayloadVersion: 1,
					...Object.fromEntries(encodeSettings(settings).map(({ name, text }) => [name, text])),
				},
			],
			PayloadDisplayName: `Claude Desktop (${identity.deployment}, ${identity.group})`,
			PayloadIdentifier: identifier,
			PayloadOrganization: identity.organization,
			PayloadScope: "System",
			PayloadType: "Configuration",
			PayloadUUID: payloadUuid(identifier),
			PayloadVersion: 1,
		});
	},

	decode(bytes) {
		const profile = readPlist(bytes);
		const payloads = Array.isArray(profile.PayloadContent) ? profile.PayloadContent : [];
		const ours = payloads.filter(isObject).filter((payload) => payload.PayloadType === settingsType);
		const [payload] = ours;
		if (profile.PayloadType !== "Configuration" || payload === undefined || ours.length > 1) {
			throw new Error(`expected a configuration profile with one payload of type ${settingsType}`);
		}
		return decodeSettings(Object.entries(payload as JsonObject).filter(([name]) => !isPayloadName(name)));
	},
};

function payloadIdentifier(identity: ProfileIdentity): string {
	return `${identity.identifierPrefix}.${identity.deployment}.${identity.group}`;
}

function payloadUuid(identifier: string): string {
	return uuidV5(identifier, namespace).toUpperCase();
}
