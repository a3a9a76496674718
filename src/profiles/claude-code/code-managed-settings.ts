import { codeDocumentation } from "../../claude-code/code-setting.js";
import { made } from "../../outcome.js";
import { textMatching } from "../../shape/build.js";
import { jsonFile } from "../text-file.js";
import { type CodeFormat, codeFolder, managedFolders } from "./code-format.js";

export interface CodeManagedSettingsOptions {
	/**
	 * Name of a file of `managed-settings.d`, whose files are merged in the order of their names, instead of
	 * `managed-settings.json`.
	 * @default - the one file
	 */
	readonly dropIn?: string;
}

/** The file that every platform reads where no policy of device management stands. */
export const codeManagedSettings: CodeFormat<CodeManagedSettingsOptions> = {
	title: "Claude Code managed settings",
	docs: `${codeDocumentation}managed-settings`,
	evidence: "read by Python's json",
	platforms: ["macos", "windows", "linux"],
	byDefault: true,
	carries: "settings",
	unmarked: { ".json": "JSON has no comments, and a key of another program may make the file one that is refused" },
	options: {
		dropIn: {
			shape: textMatching(
				"drop-in",
				/^[a-z0-9][a-z0-9_-]{0,62}$/,
				"is no name of a file; expected lower-case letters, digits, hyphens and underscores, such as 50-cowork",
			),
			summary: "Name of a file of `managed-settings.d` to write instead, without `.json`.",
			defaultNote: "`managed-settings.json`",
		},
	},
	examples: { plain: {}, dropIn: { dropIn: "50-cowork" } },
	handling: (platform) => ({
		imports: [
			{
				tool: platform === "linux" ? "configuration managers" : "device management that places files",
				step: `install it below ${managedFolders[platform]}, at its path below ${codeFolder} here; only administrators may write there`,
			},
		],
		removal: `delete it below ${managedFolders[platform]}`,
	}),
	fileNames: (_, { dropIn }) => [fileName(dropIn)],

	render({ settings }, { dropIn }) {
		return made([jsonFile(fileName(dropIn), settings)]);
	},
};

function fileName(dropIn: string | undefined): string {
	const name = dropIn === undefined ? "managed-settings.json" : `managed-settings.d/${dropIn}.json`;
	return `${codeFolder}/${name}`;
}
