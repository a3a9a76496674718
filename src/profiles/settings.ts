import { compareText, type JsonObject, type JsonValue } from "../json.js";
import { decodeValue, encodeValue } from "./encoding.js";
import { unrenderable, unrenderableName } from "./renderable.js";

/** A setting in its native type, and as the one string that a policy store carries. */
interface EncodedSetting {
	readonly name: string;
	readonly value: JsonValue;
	readonly text: string;
}

/** The settings by name in code-unit order. Throws where a name or a value cannot stand in every format. */
export function encodeSettings(settings: JsonObject): EncodedSetting[] {
	const names = Object.keys(settings).sort(compareText);
	assertNames(names);
	return names.map((name) => {
		const value = settings[name] ?? null;
		assertRenderable(name, value);
		return { name, value, text: encodeValue(value) };
	});
}

/** Native settings from what a file carries under each name; they can be rendered again. */
export function decodeSettings(
	carried: readonly (readonly [name: string, value: JsonValue])[],
	decode: (name: string, carried: JsonValue) => JsonValue = decodeValue,
): JsonObject {
	assertNames(carried.map(([name]) => name));
	const entries = carried.map(([name, value]): [string, JsonValue] => [name, decode(name, value)]);
	for (const [name, value] of entries) assertRenderable(name, value);
	return Object.fromEntries(entries);
}

function assertRenderable(name: string, value: JsonValue): void {
	const problem = unrenderable(value);
	if (problem) throw new Error(`${name}: ${problem}`);
}

/** The registry takes names that differ in case only for one value, so no format carries both. */
function assertNames(names: readonly string[]): void {
	const seen = new Map<string, string>();
	for (const name of names) {
		const problem = unrenderableName(name);
		if (problem) throw new Error(`${JSON.stringify(name.slice(0, 80))}: ${problem}`);
		const other = seen.get(name.toLowerCase());
		if (other === name) throw new Error(`${name}: stands twice; expected each setting once`);
		if (other !== undefined) throw new Error(`${name}: differs from ${other} in case only; expected one of them`);
		seen.set(name.toLowerCase(), name);
	}
}
