import { findKey } from "../configuration/catalogue.js";
import { documentation } from "../configuration/managed-key.js";
import { isObject, type JsonObject, type JsonValue, prettyJson, sortMembers } from "../json.js";
import { decodeValue } from "./encoding.js";
import type { ProfileFormat } from "./format.js";
import { readText } from "./read-text.js";
import { decodeSettings, encodeSettings } from "./settings.js";

/** For `/etc/claude-desktop/managed-settings.json`, which is read only where root owns it and nobody else may write. */
export const managedSettings: ProfileFormat = {
	title: "Linux managed settings",
	docs: `${documentation}mdm`,
	platform: "linux",
	mediaType: "application/json",
	fileName: () => "managed-settings.json",

	render({ settings }) {
		const sorted = Object.fromEntries(encodeSettings(settings).map(({ name, value }) => [name, sortMembers(value)]));
		return new TextEncoder().encode(prettyJson(sorted));
	},

	decode: (bytes) => decodeSettings(Object.entries(parse(readText(bytes, "utf-8"))), decodeNative),
};

/** Types are native here, so text of a key that the catalogue does not know is text even where it looks like JSON. */
function decodeNative(name: string, carried: JsonValue): JsonValue {
	return findKey(name) ? decodeValue(name, carried) : carried;
}

function parse(text: string): JsonObject {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new Error("the file is no JSON document");
	}
	if (!isObject(value)) throw new Error("the file is no JSON object; expected settings by name");
	return value as JsonObject; // what JSON.parse yields is JSON
}
