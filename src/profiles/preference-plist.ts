import { documentation } from "../configuration/managed-key.js";
import { made } from "../outcome.js";
import { claudeDomain, textsByName } from "./configuration-profile.js";
import type { ReadableProfileFormat } from "./format.js";
import { writePlist } from "./plist-writer.js";
import { introduction, profileDescription } from "./profile-name.js";
import { carriedByPlist, isPlist, namesMember, readPlist } from "./read-plist.js";

const name = `${claudeDomain}.plist`;

/** The settings alone, for device management that builds the profile around them. */
export const preferencePlist: ReadableProfileFormat<Record<never, never>> = {
	title: "macOS preference property list",
	docs: `${documentation}mdm`,
	evidence: "read by Python's plistlib",
	platforms: ["macos"],
	byDefault: true,
	options: {},
	handling: {
		imports: [
			{ tool: "Jamf Pro", step: "upload it as custom settings of the domain com.anthropic.claudefordesktop" },
			{ tool: "tools that build the profile themselves", step: "give it as the preferences of that domain" },
		],
		removal: "take the profile away from the devices in device management; the settings go with it",
	},
	examples: { plain: {} },
	fileNames: () => [name],

	render(profile) {
		const comment = introduction(
			"Sets the preferences of Claude Desktop",
			profile.identity,
			profileDescription(profile),
		);
		const content = writePlist(textsByName(profile.settings), comment);
		return made([{ name, mediaType: "application/x-plist", content }]);
	},

	recognizes: (bytes) => isPlist(bytes) && !namesMember(bytes, "PayloadContent"),

	async decode(bytes) {
		const { value, problems } = await readPlist(bytes);
		return value ? made([carriedByPlist(value, { scope: "machine" })]) : { problems };
	},
};
