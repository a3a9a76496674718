import { isJsonObject } from "../json.js";
import { made } from "../outcome.js";
import { isPayloadName } from "./check-renderable.js";
import { claudeDomain, configurationProfile, payloadIdentifier } from "./configuration-profile.js";
import type { ProfileIdentity, ReadableProfileFormat } from "./format.js";
import { intuneCustomProfile, overLimit } from "./limits.js";
import { readPlist } from "./plist-reader.js";
import { unreadable } from "./read-text.js";
import { decodeSettings } from "./settings.js";

/** Configuration profile for the device channel, unsigned. */
export const mobileconfig: ReadableProfileFormat<Record<never, never>> = {
	title: "macOS configuration profile",
	docs: "https://developer.apple.com/documentation/devicemanagement/toplevel",
	evidence: "read by Python's plistlib, xmllint with Apple's DTD and Apple's payload rules",
	platforms: ["macos"],
	byDefault: true,
	options: {},
	examples: { plain: {} },
	fileNames: (identity) => [fileName(identity)],

	render(profile) {
		const { value: content, problems } = configurationProfile(profile);
		if (!content) return { problems };
		const file = { name: fileName(profile.identity), mediaType: "application/x-apple-aspen-config", content };
		return made([file], overLimit("warning", content.length, intuneCustomProfile));
	},

	recognizes: (bytes) => readPlist(bytes).value?.PayloadType === "Configuration",

	decode(bytes) {
		const { value: profile, problems } = readPlist(bytes);
		if (!profile) return { problems };
		const payloads = Array.isArray(profile.PayloadContent) ? profile.PayloadContent : [];
		const ours = payloads.filter(isJsonObject).filter((payload) => payload.PayloadType === claudeDomain);
		const [payload] = ours;
		if (profile.PayloadType !== "Configuration" || payload === undefined || ours.length > 1) {
			return unreadable(`expected a configuration profile with one payload of type ${claudeDomain}`);
		}
		return decodeSettings(Object.entries(payload).filter(([name]) => !isPayloadName(name)));
	},
};

function fileName(identity: ProfileIdentity): string {
	return `${payloadIdentifier(identity)}.mobileconfig`;
}
