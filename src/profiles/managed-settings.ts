import { documentation } from "../configuration/managed-key.js";
import { made } from "../outcome.js";
import type { ReadableProfileFormat } from "./format.js";
import { hasMember, isJsonDocument, readJsonObject } from "./json-document.js";
import { settingsJson } from "./settings-json.js";
import { textFile } from "./text-file.js";

const name = "managed-settings.json";

/** For `/etc/claude-desktop/managed-settings.json`, which is read only where root owns it and nobody else may write. */
export const managedSettings: ReadableProfileFormat<Record<never, never>> = {
	title: "Linux managed settings",
	docs: `${documentation}mdm`,
	evidence: "read by Python's json",
	platforms: ["linux"],
	byDefault: true,
	unmarked: { ".json": "JSON has no comments, and a key of another program may make the file one that is refused" },
	options: {},
	handling: {
		imports: [
			{
				tool: "configuration managers",
				step: "install it as /etc/claude-desktop/managed-settings.json; root owns file and folder, and nobody else may write them",
			},
		],
		removal: "delete /etc/claude-desktop/managed-settings.json",
	},
	examples: { plain: {} },
	fileNames: () => [name],

	render({ settings }) {
		return made([textFile(name, "application/json", settingsJson(settings))]);
	},

	// The body of a call to a service says of what type it is, and an export of the app of which edition.
	recognizes: (bytes) =>
		isJsonDocument(bytes) && !hasMember(bytes, "@odata.type") && !hasMember(bytes, "$schemaVersion"),

	decode(bytes) {
		const { value, problems } = readJsonObject(bytes);
		if (!value) return { problems };
		// The app keeps its own configurations in this form on every platform.
		return made([{ scope: "machine", values: Object.entries(value), native: true }]);
	},
};
