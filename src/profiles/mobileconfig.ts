import { v5 as uuidV5 } from "uuid";
import { isJsonObject } from "../json.js";
import { made } from "../outcome.js";
import { error } from "../problem.js";
import { checkRenderableText, isPayloadName } from "./check-renderable.js";
import type { ProfileFormat, ProfileIdentity } from "./format.js";
import { readPlist } from "./plist-reader.js";
import { writePlist } from "./plist-writer.js";
import { unreadable } from "./read-text.js";
import { decodeSettings, encodeSettings } from "./settings.js";

/** Version 5 of the DNS namespace and `pulumi-cowork`. Never changes: devices replace a payload by its UUID. */
const namespace = "332a64f4-3e16-5271-b360-f1ac6d44e3c0";

const settingsType = "com.anthropic.claudefordesktop";

/** Configuration profile for the device channel, unsigned. Its UUIDs follow from its identifiers alone. */
export const mobileconfig: ProfileFormat<Record<never, never>> = {
	title: "macOS configuration profile",
	docs: "https://developer.apple.com/documentation/devicemanagement/toplevel",
	evidence: "read by Python's plistlib and xmllint with Apple's DTD",
	platforms: ["macos"],
	byDefault: true,
	options: {},
	example: {},
	fileNames: (identity) => [fileName(identity)],

	render({ identity, preset, revision, settings }) {
		const { value, problems } = encodeSettings(settings);
		const ofName = checkRenderableText(identity.organization).map(({ code, message }) =>
			error(code, [], `organization name: ${message}`),
		);
		if (!value || ofName.length > 0) return { problems: [...problems, ...ofName] };
		const identifier = payloadIdentifier(identity);
		const inner = `${identifier}.settings`;
		const content = writePlist({
			PayloadContent: [
				{
					PayloadDisplayName: "Claude Desktop",
					PayloadIdentifier: inner,
					PayloadType: settingsType,
					PayloadUUID: payloadUuid(inner),
					PayloadVersion: 1,
					...Object.fromEntries(value.map(({ name, text }) => [name, text])),
				},
			],
			// What devices have is told apart here, by people and by inventories; nothing follows from it.
			PayloadDescription: `Preset ${preset}, settings ${revision}`,
			PayloadDisplayName: `Claude Desktop (${identity.deployment}, ${identity.group})`,
			PayloadIdentifier: identifier,
			PayloadOrganization: identity.organization,
			PayloadScope: "System",
			PayloadType: "Configuration",
			PayloadUUID: payloadUuid(identifier),
			PayloadVersion: 1,
		});
		return made([{ name: fileName(identity), mediaType: "application/x-apple-aspen-config", content }]);
	},

	recognizes: (bytes) => readPlist(bytes).value?.PayloadType === "Configuration",

	decode(bytes) {
		const { value: profile, problems } = readPlist(bytes);
		if (!profile) return { problems };
		const payloads = Array.isArray(profile.PayloadContent) ? profile.PayloadContent : [];
		const ours = payloads.filter(isJsonObject).filter((payload) => payload.PayloadType === settingsType);
		const [payload] = ours;
		if (profile.PayloadType !== "Configuration" || payload === undefined || ours.length > 1) {
			return unreadable(`expected a configuration profile with one payload of type ${settingsType}`);
		}
		return decodeSettings(Object.entries(payload).filter(([name]) => !isPayloadName(name)));
	},
};

function fileName(identity: ProfileIdentity): string {
	return `${payloadIdentifier(identity)}.mobileconfig`;
}

function payloadIdentifier(identity: ProfileIdentity): string {
	return `${identity.identifierPrefix}.${identity.deployment}.${identity.group}`;
}

function payloadUuid(identifier: string): string {
	return uuidV5(identifier, namespace).toUpperCase();
}
