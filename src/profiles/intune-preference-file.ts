import { made } from "../outcome.js";
import { claudeDomain, textsByName } from "./configuration-profile.js";
import type { ReadableProfileFormat } from "./format.js";
import { graphNames, preferenceFileBody } from "./graph.js";
import { intuneCustomProfile, overLimit } from "./limits.js";
import { writeMembers } from "./plist-writer.js";
import { carriedByPlist, readPlistPart } from "./read-plist.js";
import { readText } from "./read-text.js";

const fileName = `${claudeDomain}.intune.xml`;
const graphName = `${claudeDomain}.intune.json`;

/**
 * Preference file of Microsoft Intune: keys and values alone, because Intune writes the property list around them, and
 * beside it the body of the call to Microsoft Graph that creates the profile.
 */
export const intunePreferenceFile: ReadableProfileFormat<Record<never, never>> = {
	title: "Microsoft Intune preference file",
	docs: "https://learn.microsoft.com/intune/intune-service/configuration/preference-file-settings-macos",
	evidence: "read by Python's plistlib inside a property list, and the types of Microsoft Graph",
	platforms: ["macos"],
	byDefault: false,
	unmarked: { ".intune.xml": "Intune takes keys and values alone, and nobody has tried a comment among them" },
	options: {},
	handling: {
		imports: [
			{ tool: "Microsoft Intune", step: "upload the XML file as a preference file" },
			{ tool: "Microsoft Graph", step: "create the profile with the JSON file as the body of the call" },
		],
		removal: "take the profile away from the devices in device management; the settings go with it",
	},
	examples: { plain: {} },
	fileNames: () => [fileName, graphName],

	render(profile) {
		const content = writeMembers(textsByName(profile.settings));
		const tooLarge = overLimit("error", content.length, intuneCustomProfile);
		if (tooLarge.length > 0) return { problems: tooLarge };
		const file = { name: fileName, mediaType: "application/xml", content };
		return made([file, preferenceFileBody(graphName, graphNames(profile), claudeDomain, file)]);
	},

	recognizes: (bytes) => /^\s*<key>/.test(readText(bytes, "utf-8").value ?? ""),

	async decode(bytes) {
		const { value, problems } = await readPlistPart(bytes, "<dict>", "</dict>");
		return value ? made([carriedByPlist(value, { scope: "machine" })]) : { problems };
	},
};
