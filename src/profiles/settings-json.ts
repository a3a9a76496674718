import { type JsonObject, prettyJson, sortMembers } from "../json.js";
import type { EncodedSetting } from "./settings.js";

/** The settings in their native types, as the file of managed settings on Linux holds them. */
export function settingsJson(settings: readonly EncodedSetting[]): string {
	const sorted: JsonObject = Object.fromEntries(settings.map(({ name, value }) => [name, sortMembers(value)]));
	return prettyJson(sorted);
}

/**
 * {@link settingsJson} without characters that end a line somewhere or that YAML does not take, and without what begins
 * an expression of Jinja: all of them stand in texts alone, where JSON has an escape for each.
 */
export function escapedSettingsJson(settings: readonly EncodedSetting[]): string {
	return settingsJson(settings).replace(
		/[\u007f-\u00a0\u2028\u2029\ufeff]|\{(?=[{%#])/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}
