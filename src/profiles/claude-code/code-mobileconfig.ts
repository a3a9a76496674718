import { codeDocumentation } from "../../claude-code/code-setting.js";
import { made } from "../../outcome.js";
import { type SignOptions, signMember } from "../../signing/sign-options.js";
import { signProfile } from "../../signing/sign-profile.js";
import { payloadOf, profileAround } from "../configuration-profile.js";
import type { ProfileIdentity } from "../format.js";
import { intuneCustomProfile, overLimit } from "../limits.js";
import type { PlistDictionary } from "../plist-writer.js";
import { type CodeFormat, codeDescription, codeDomain, codeFolder } from "./code-format.js";
import { codeProfileIdentifier, codeProfileName } from "./code-profile-names.js";

export interface CodeMobileconfigOptions {
	/** Signs the profile as CMS. With a key of RSA, equal profiles give equal bytes. @default - it is not signed */
	readonly sign?: SignOptions;
}

/** A payload of its own profile, so that one leaves a device without the other. Values have their native types. */
export const codeMobileconfig: CodeFormat<CodeMobileconfigOptions> = {
	title: "Claude Code configuration profile",
	docs: `${codeDocumentation}managed-settings`,
	evidence: "read by Python's plistlib, xmllint with Apple's DTD and Apple's payload rules; signatures by openssl",
	platforms: ["macos"],
	byDefault: true,
	carries: "settings",
	options: { sign: signMember },
	examples: { plain: {} },
	handling: () => ({
		imports: [
			{ tool: "Jamf Pro", step: "upload it as it is; Jamf writes one anew that is not signed" },
			{ tool: "Microsoft Intune", step: "upload it as a custom profile for the device channel" },
			{ tool: "Iru (Kandji), Mosyle, SimpleMDM, Addigy", step: "upload it beside the profile of Claude Desktop" },
		],
		removal: "take the profile away from the devices in device management; the settings go with it",
	}),
	fileNames: (identity) => [fileName(identity)],

	async render(profile, { sign }) {
		const { identity, settings } = profile;
		const identifier = codeProfileIdentifier(identity);
		// JSON without null, which no setting is.
		const payload = payloadOf(settings as PlistDictionary, { identifier, program: "Claude Code", domain: codeDomain });
		const plain = profileAround(payload, {
			identifier,
			organization: identity.organization,
			name: codeProfileName(identity),
			description: codeDescription(profile),
		});
		if (!plain.value) return plain;
		const { value: content, problems } = await signProfile(plain.value, sign);
		if (!content) return { problems };
		const file = { name: fileName(identity), mediaType: "application/x-apple-aspen-config", content };
		return made([file], overLimit("warning", content.length, intuneCustomProfile));
	},
};

function fileName(identity: ProfileIdentity): string {
	return `${codeFolder}/${codeProfileIdentifier(identity)}.mobileconfig`;
}
