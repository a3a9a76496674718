import { documentation } from "../configuration/managed-key.js";
import { made } from "../outcome.js";
import { flag } from "../shape/build.js";
import type { ProfileFormat } from "./format.js";
import { settingsJson } from "./settings-json.js";
import { textFile } from "./text-file.js";

const name = "bootstrap.json";

export interface BootstrapResponseOptions {
	/** Whether credentials stand in it; otherwise the server adds them. @default false */
	readonly secrets?: boolean;
}

/**
 * What a bootstrap server answers with for a group: the keys that the availability column of the reference lets it set, in
 * the flat form. It replaces what devices got otherwise, and merges with none of it.
 */
export const bootstrapResponse: ProfileFormat<BootstrapResponseOptions> = {
	title: "Response of a bootstrap server",
	docs: `${documentation}bootstrap`,
	evidence: "the vendor's page alone",
	platforms: ["macos", "windows", "linux"],
	byDefault: true,
	delivery: "bootstrap",
	unmarked: { ".json": "JSON has no comments, and a key of another program may make the file one that is refused" },
	options: {
		secrets: {
			shape: flag,
			summary: "Whether credentials stand in it; otherwise the server adds them.",
			default: false,
		},
	},
	handling: {
		imports: [
			{
				tool: "the server of bootstrapUrl",
				step: "answer with it for the users of the group, and with the credentials that it leaves out",
			},
		],
		removal:
			"answer with the file of the earlier revision; without an answer devices have what device management brings",
	},
	examples: { plain: {}, "with credentials": { secrets: true } },
	fileNames: () => [name],
	withoutSecrets: ({ secrets = false }) => !secrets,

	render({ settings }) {
		return made([textFile(name, "application/json", settingsJson(settings))]);
	},
};
