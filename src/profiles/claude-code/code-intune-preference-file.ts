import { made } from "../../outcome.js";
import { preferenceFileBody } from "../graph.js";
import { intuneCustomProfile, overLimit } from "../limits.js";
import { type PlistDictionary, writeMembers } from "../plist-writer.js";
import { type CodeFormat, codeDomain, codeFolder } from "./code-format.js";
import { codeGraphNames } from "./code-profile-names.js";

const fileName = `${codeDomain}.intune.xml`;
const graphName = `${codeFolder}/${codeDomain}.intune.json`;

/** Preference file of Microsoft Intune, which writes the property list around its keys, and the body of the call that creates it. */
export const codeIntunePreferenceFile: CodeFormat<Record<never, never>> = {
	title: "Claude Code preference file of Microsoft Intune",
	docs: "https://learn.microsoft.com/intune/intune-service/configuration/preference-file-settings-macos",
	evidence: "read by Python's plistlib inside a property list, and the types of Microsoft Graph",
	platforms: ["macos"],
	byDefault: false,
	carries: "settings",
	unmarked: { ".intune.xml": "Intune takes keys and values alone, and nobody has tried a comment among them" },
	options: {},
	examples: { plain: {} },
	handling: () => ({
		imports: [
			{ tool: "Microsoft Intune", step: "upload the XML file as a preference file" },
			{ tool: "Microsoft Graph", step: "create the profile with the JSON file as the body of the call" },
		],
		removal: "take the profile away from the devices in device management; the settings go with it",
	}),
	fileNames: () => [`${codeFolder}/${fileName}`, graphName],

	render(profile) {
		// JSON without null, which no setting is.
		const content = writeMembers(profile.settings as PlistDictionary);
		const tooLarge = overLimit("error", content.length, intuneCustomProfile);
		if (tooLarge.length > 0) return { problems: tooLarge };
		const file = { name: fileName, mediaType: "application/xml", content };
		const body = preferenceFileBody(graphName, codeGraphNames(profile), codeDomain, file);
		return made([{ ...file, name: `${codeFolder}/${fileName}` }, body]);
	},
};
