import { isJsonObject, isObject, type JsonObject } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import { parseJson } from "./parse-json.js";
import { readText, unreadable } from "./read-text.js";

/** The object that a JSON file is. */
export function readJsonObject(bytes: Uint8Array): Outcome<JsonObject> {
	const { value: text, problems } = readText(bytes, "utf-8");
	if (text === undefined) return { problems };
	const parsed = parseJson(text);
	if (parsed.value === undefined) return parsed;
	return isJsonObject(parsed.value)
		? made(parsed.value)
		: unreadable("the file is no JSON object; expected settings by name");
}

/** Whether bytes look like a JSON object with a member of this name, whatever is wrong with it otherwise. */
export function hasMember(bytes: Uint8Array, name: string): boolean {
	const text = readText(bytes, "utf-8").value ?? "";
	// Most files are none, and parsing one costs most.
	if (!/^\s*\{/.test(text) || !text.includes(name)) return false;
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) && Object.hasOwn(value, name);
	} catch {
		return false;
	}
}

/** Whether bytes look like a JSON object, whatever is wrong with it otherwise. */
export function isJsonDocument(bytes: Uint8Array): boolean {
	return /^\s*\{/.test(readText(bytes, "utf-8").value ?? "");
}
