import { codeDocumentation } from "../../claude-code/code-setting.js";
import { made } from "../../outcome.js";
import { type PlistDictionary, writePlist } from "../plist-writer.js";
import { introduction } from "../profile-name.js";
import { type CodeFormat, codeDescription, codeDomain, codeFolder } from "./code-format.js";

const name = `${codeFolder}/${codeDomain}.plist`;

/** The settings alone in their native types, for device management that builds the profile around them. */
export const codePreferencePlist: CodeFormat<Record<never, never>> = {
	title: "Claude Code preference property list",
	docs: `${codeDocumentation}managed-settings`,
	evidence: "read by Python's plistlib",
	platforms: ["macos"],
	byDefault: false,
	carries: "settings",
	options: {},
	examples: { plain: {} },
	handling: () => ({
		imports: [
			{ tool: "Jamf Pro", step: `upload it as custom settings of the domain ${codeDomain}` },
			{ tool: "Iru (Kandji)", step: "give it as custom settings of that domain" },
		],
		removal: "take the profile away from the devices in device management; the settings go with it",
	}),
	fileNames: () => [name],

	render(profile) {
		const comment = introduction("Sets the preferences of Claude Code", profile.identity, codeDescription(profile));
		// JSON without null, which no setting is.
		const content = writePlist(profile.settings as PlistDictionary, comment);
		return made([{ name, mediaType: "application/x-plist", content }]);
	},
};
