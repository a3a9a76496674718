import { made } from "../../outcome.js";
import { payloadOf } from "../configuration-profile.js";
import { type PlistDictionary, writeDictionary } from "../plist-writer.js";
import { substitutedByWorkspaceOne } from "../substituted.js";
import { type CodeFormat, codeDescription, codeDomain, codeFolder } from "./code-format.js";
import { codeProfileIdentifier } from "./code-profile-names.js";

const name = `${codeFolder}/${codeDomain}.workspace-one.xml`;

/** Custom settings of Workspace ONE: one payload as a bare dictionary, which the console wraps in a profile of its own. */
export const codeWorkspaceOne: CodeFormat<Record<never, never>> = {
	title: "Claude Code custom settings of Workspace ONE",
	docs: "https://docs.omnissa.com/bundle/macOS-Device-ManagementVSaaS/page/ConfigureCustomSettingsProfile.html",
	evidence: "read by Python's plistlib inside a property list",
	platforms: ["macos"],
	byDefault: false,
	carries: "settings",
	options: {},
	examples: { plain: {} },
	handling: () => ({
		imports: [{ tool: "Workspace ONE", step: "paste it as custom settings of a profile of its own" }],
		removal: "take the profile away from the devices in device management; the settings go with it",
	}),
	fileNames: () => [name],

	render(profile) {
		const { identity, settings } = profile;
		// JSON without null, which no setting is.
		const payload = payloadOf(settings as PlistDictionary, {
			identifier: codeProfileIdentifier(identity),
			program: "Claude Code",
			domain: codeDomain,
		});
		const content = writeDictionary({ PayloadDescription: codeDescription(profile), ...payload });
		const texts = Object.entries(settings).map(([setting, value]) => ({ name: setting, text: JSON.stringify(value) }));
		return made([{ name, mediaType: "application/xml", content }], substitutedByWorkspaceOne(texts));
	},
};
