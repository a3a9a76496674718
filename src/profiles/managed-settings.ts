import { documentation } from "../configuration/managed-key.js";
import { isJsonObject, type JsonObject } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import type { ReadableProfileFormat } from "./format.js";
import { parseJson } from "./parse-json.js";
import { readText, unreadable } from "./read-text.js";
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

	recognizes(bytes) {
		const { value } = parse(bytes);
		// The body of a call to a service says of what type it is, and an export of the app of which edition.
		const isOther = (name: string) => value !== undefined && Object.hasOwn(value, name);
		return value !== undefined && !isOther("@odata.type") && !isOther("$schemaVersion");
	},

	decode(bytes) {
		const { value, problems } = parse(bytes);
		if (!value) return { problems };
		return made([{ platform: "linux", scope: "machine", values: Object.entries(value), native: true }]);
	},
};

function parse(bytes: Uint8Array): Outcome<JsonObject> {
	const { value: text, problems } = readText(bytes, "utf-8");
	if (text === undefined) return { problems };
	const parsed = parseJson(text);
	if (parsed.value === undefined) return parsed;
	if (!isJsonObject(parsed.value)) return unreadable("the file is no JSON object; expected settings by name");
	return made(parsed.value);
}
