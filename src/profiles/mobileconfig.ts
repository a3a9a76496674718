import { made } from "../outcome.js";
import { isSigned } from "../signing/is-signed.js";
import { type SignOptions, signMember } from "../signing/sign-options.js";
import { signProfile } from "../signing/sign-profile.js";
import { configurationProfile, payloadIdentifier } from "./configuration-profile.js";
import type { ProfileIdentity, ReadableProfileFormat } from "./format.js";
import { intuneCustomProfile, overLimit } from "./limits.js";
import { isPlist, namesMember, readPlist } from "./read-plist.js";
import { unsignedProfile } from "./unsigned-profile.js";

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
	handling: {
		imports: [
			{ tool: "Jamf Pro", step: "upload it as it is; Jamf writes one anew that is not signed" },
			{ tool: "Microsoft Intune", step: "upload it as a custom profile for the device channel" },
			{ tool: "Iru (Kandji), Mosyle, SimpleMDM, Addigy", step: "upload it" },
		],
		removal: "take the profile away from the devices in device management; the settings go with it",
	},
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

	recognizes: (bytes) => (isPlist(bytes) || isSigned(bytes)) && namesMember(bytes, "PayloadContent"),

	async decode(bytes) {
		const plain = await unsignedProfile(bytes);
		if (!plain.value) return plain;
		const { value: profile, problems } = await readPlist(plain.value);
		if (!profile) return { problems };
		const { readConfigurationProfile } = await import("./read-configuration-profile.js");
		return readConfigurationProfile(profile);
	},
};

function fileName(identity: ProfileIdentity): string {
	return `${payloadIdentifier(identity)}.mobileconfig`;
}
