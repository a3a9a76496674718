import { made } from "../outcome.js";
import { type SignOptions, signMember } from "../signing/sign-options.js";
import { signProfile } from "../signing/sign-profile.js";
import { claudeDomain, configurationProfile, payloadIdentifier } from "./configuration-profile.js";
import type { ProfileIdentity, ReadableProfileFormat } from "./format.js";
import { intuneCustomProfile, overLimit } from "./limits.js";
import { decodePlistSettings, isDictionary, isPlist, namesMember, type PlistValue, readPlist } from "./read-plist.js";
import { unreadable } from "./read-text.js";

export interface MobileconfigOptions {
	/** Signs the profile as CMS. With a key of RSA, equal profiles give equal bytes. @default - it is not signed */
	readonly sign?: SignOptions;
}

/** Configuration profile for the device channel, signed where the block says by whom. */
export const mobileconfig: ReadableProfileFormat<MobileconfigOptions> = {
	title: "macOS configuration profile",
	docs: "https://developer.apple.com/documentation/devicemanagement/toplevel",
	evidence: "read by Python's plistlib, xmllint with Apple's DTD and Apple's payload rules; signatures by openssl",
	platforms: ["macos"],
	byDefault: true,
	options: { sign: signMember },
	examples: { plain: {} },
	fileNames: (identity) => [fileName(identity)],

	async render(profile, { sign }) {
		const plain = configurationProfile(profile);
		if (!plain.value) return plain;
		const { value: content, problems } = await signProfile(plain.value, sign);
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
