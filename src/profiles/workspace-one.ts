import { made } from "../outcome.js";
import { claudeDomain, settingsPayload } from "./configuration-profile.js";
import type { ReadableProfileFormat } from "./format.js";
import { writeDictionary } from "./plist-writer.js";
import { profileDescription } from "./profile-name.js";
import { carriedByPlist, readPlistPart } from "./read-plist.js";
import { readText, unreadable } from "./read-text.js";
import { substitutedByWorkspaceOne } from "./substituted.js";

const fileName = `${claudeDomain}.workspace-one.xml`;

/** Custom settings of Workspace ONE: one payload as a bare dictionary, which the console wraps in a profile of its own. */
export const workspaceOne: ReadableProfileFormat<Record<never, never>> = {
	title: "Workspace ONE custom settings",
	docs: "https://docs.omnissa.com/bundle/macOS-Device-ManagementVSaaS/page/ConfigureCustomSettingsProfile.html",
	evidence: "read by Python's plistlib inside a property list",
	platforms: ["macos"],
	byDefault: false,
	options: {},
	handling: {
		imports: [{ tool: "Workspace ONE", step: "paste it as custom settings" }],
		removal: "take the profile away from the devices in device management; the settings go with it",
	},
	examples: { plain: {} },
	fileNames: () => [fileName],

	render(profile) {
		const { identity, settings } = profile;
		const payload = settingsPayload(identity, settings);
		const content = writeDictionary({ PayloadDescription: profileDescription(profile), ...payload });
		const file = { name: fileName, mediaType: "application/xml", content };
		return made([file], substitutedByWorkspaceOne(settings));
	},

	recognizes: (bytes) => /^\s*<dict>/.test(readText(bytes, "utf-8").value ?? ""),

	async decode(bytes) {
		const { value, problems } = await readPlistPart(bytes, "", "");
		if (!value) return { problems };
		if (value.PayloadType !== claudeDomain) return unreadable(`expected a payload of type ${claudeDomain}`);
		return made([carriedByPlist(value, { scope: "machine" })]);
	},
};
