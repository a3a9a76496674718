import { compareText, type JsonObject, type JsonValue } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import { below, error, type Problem } from "../problem.js";
import { checkRenderable, checkRenderableName } from "./check-renderable.js";
import { encodeValue } from "./encoding.js";

/** A setting in its native type, and as the one string that a policy store carries. */
export interface EncodedSetting {
	readonly name: string;
	readonly value: JsonValue;
	readonly text: string;
}

/** The settings by name in code-unit order. Refuses a name and a value that cannot stand in every format. */
export function encodeSettings(settings: JsonObject): Outcome<readonly EncodedSetting[]> {
	const names = Object.keys(settings).sort(compareText);
	const entries = names.map((name): [string, JsonValue] => [name, settings[name] ?? null]);
	const problems = [...checkNames(names), ...checkValues(entries)];
	if (problems.length > 0) return { problems };
	return made(entries.map(([name, value]) => ({ name, value, text: encodeValue(value) })));
}

/** Native settings from what a file carries under each name; they can be rendered again. */
export function decodeSettings(
	carried: readonly (readonly [name: string, value: JsonValue])[],
	decode: (name: string, carried: JsonValue) => Outcome<JsonValue>,
): Outcome<JsonObject> {
	const problems = [...checkNames(carried.map(([name]) => name))];
	const entries: [string, JsonValue][] = [];
	for (const [name, value] of carried) {
		const decoded = decode(name, value);
		problems.push(...decoded.problems.map((problem) => below([name], problem)));
		if (decoded.value !== undefined) entries.push([name, decoded.value]);
	}
	problems.push(...checkValues(entries));
	return problems.length > 0 ? { problems } : made(Object.fromEntries(entries));
}

function checkValues(entries: readonly [name: string, value: JsonValue][]): Problem[] {
	return entries.flatMap(([name, value]) => checkRenderable(value).map((problem) => below([name], problem)));
}

/** The registry takes names that differ in case only for one value, so no format carries both. */
function checkNames(names: readonly string[]): Problem[] {
	const seen = new Map<string, string>();
	return names.flatMap((name) => {
		const problems = checkRenderableName(name).map((problem) => below([name], problem));
		const folded = name.toLowerCase();
		const other = seen.get(folded);
		seen.set(folded, name);
		if (problems.length > 0 || other === undefined) return problems;
		const twice =
			other === name
				? "stands twice; expected each setting once"
				: `differs from ${other} in case only; expected one of them`;
		return [error("duplicate", [name], twice)];
	});
}
