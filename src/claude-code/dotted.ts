import { isJsonObject, type JsonObject, type JsonValue } from "../json.js";

/** Settings by the steps to them, from an object as it stands in a file: what is below a level, at any depth. */
export function dottedSettings(
	settings: JsonObject,
	levels: ReadonlySet<string>,
	above: readonly string[] = [],
): [path: readonly string[], value: JsonValue][] {
	return Object.entries(settings).flatMap(([member, inner]): [readonly string[], JsonValue][] => {
		const path = [...above, member];
		return isJsonObject(inner) && levels.has(path.join(".")) ? dottedSettings(inner, levels, path) : [[path, inner]];
	});
}

/** Names that are levels above others. */
export function branchesOf(names: readonly string[]): ReadonlySet<string> {
	return new Set(
		names.flatMap((name) => {
			const steps = name.split(".");
			return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join("."));
		}),
	);
}

/** The object that settings with dots in their names come to, members in the order given. */
export function nestedSettings(settings: Iterable<readonly [path: readonly string[], value: JsonValue]>): JsonObject {
	const root: Record<string, JsonValue> = {};
	for (const [path, value] of settings) {
		let holder = root;
		for (const step of path.slice(0, -1)) {
			const inner = holder[step];
			const next: Record<string, JsonValue> = isJsonObject(inner) ? { ...inner } : {};
			holder[step] = next;
			holder = next;
		}
		holder[path.at(-1) ?? ""] = value;
	}
	return root;
}
