import { made } from "../outcome.js";
import { claudeDomain, configurationProfile, payloadIdentifier } from "./configuration-profile.js";
import type { ProfileIdentity, ReadableProfileFormat } from "./format.js";
import { intuneCustomProfile, overLimit } from "./limits.js";
import { decodePlistSettings, isDictionary, isPlist, namesMember, type PlistValue, readPlist } from "./read-plist.js";
import { unreadable } from "./read-text.js";

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

	recognizes: (bytes) => isPlist(bytes) && namesMember(bytes, "PayloadContent"),

	async decode(bytes) {
		const { value: profile, problems } = await readPlist(bytes);
		if (!profile) return { problems };
		const payloads: readonly PlistValue[] = Array.isArray(profile.PayloadContent) ? profile.PayloadContent : [];
		const ours = payloads.filter(isDictionary).filter((payload) => payload.PayloadType === claudeDomain);
		const [payload] = ours;
		if (profile.PayloadType !== "Configuration" || payload === undefined || ours.length > 1) {
			return unreadable(`expected a configuration profile with one payload of type ${claudeDomain}`);
		}
		return decodePlistSettings(payload);
	},
};

function fileName(identity: ProfileIdentity): string {
	return `${payloadIdentifier(identity)}.mobileconfig`;
}
