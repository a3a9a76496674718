import { codeDocumentation } from "../../claude-code/code-setting.js";
import { made } from "../../outcome.js";
import { payloadIdentifier, payloadOf, profileAround } from "../configuration-profile.js";
import type { ProfileIdentity } from "../format.js";
import type { PlistDictionary } from "../plist-writer.js";
import { type CodeFormat, codeDescription, codeFolder } from "./code-format.js";

/** The preference domain of Claude Code, which is the type of its payload. */
const codeDomain = "com.anthropic.claudecode";

/** A payload of its own profile, so that one leaves a device without the other. Values have their native types. */
export const codeMobileconfig: CodeFormat<Record<never, never>> = {
	title: "Claude Code configuration profile",
	docs: `${codeDocumentation}managed-settings`,
	evidence: "read by Python's plistlib, xmllint with Apple's DTD and Apple's payload rules",
	platforms: ["macos"],
	byDefault: true,
	carries: "settings",
	options: {},
	examples: { plain: {} },
	handling: () => ({
		imports: [
			{ tool: "device management", step: "upload it for the device channel, beside the profile of Claude Desktop" },
		],
		removal: "take the profile away from the devices in device management; the settings go with it",
	}),
	fileNames: (identity) => [fileName(identity)],

	render(profile) {
		const { identity, settings } = profile;
		const identifier = identifierOf(identity);
		// JSON without null, which no setting is.
		const payload = payloadOf(settings as PlistDictionary, { identifier, program: "Claude Code", domain: codeDomain });
		const { value: content, problems } = profileAround(payload, {
			identifier,
			organization: identity.organization,
			name: `Claude Code (${identity.deployment}, ${identity.group})`,
			description: codeDescription(profile),
		});
		if (!content) return { problems };
		return made([{ name: fileName(identity), mediaType: "application/x-apple-aspen-config", content }]);
	},
};

function identifierOf(identity: ProfileIdentity): string {
	return `${payloadIdentifier(identity)}.claude-code`;
}

function fileName(identity: ProfileIdentity): string {
	return `${codeFolder}/${identifierOf(identity)}.mobileconfig`;
}
