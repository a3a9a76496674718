import { isJsonObject, type JsonObject } from "../../json.js";
import { made, type Outcome } from "../../outcome.js";
import { parseJson } from "../../profiles/parse-json.js";
import { readText, unreadable } from "../../profiles/read-text.js";

/** The object that a JSON file is. */
export function readJsonObject(bytes: Uint8Array): Outcome<JsonObject> {
	const { value: text, problems } = readText(bytes, "utf-8");
	if (text === undefined) return { problems };
	const parsed = parseJson(text);
	if (parsed.value === undefined) return parsed;
	return isJsonObject(parsed.value) ? made(parsed.value) : unreadable("the file is no JSON object");
}
