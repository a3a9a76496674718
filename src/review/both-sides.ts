import { canonicalJson, compareText, type JsonObject, type JsonValue } from "../json.js";
import type { Difference } from "./subject.js";

/** Names that one side or both have, in code-unit order. */
export function namesOfBoth(before: Iterable<string>, after: Iterable<string>): readonly string[] {
	return [...new Set([...before, ...after])].sort(compareText);
}

/** What the newer list alone has, and what the older one alone had, each in the order of its list. */
export function addedAndRemoved<Item>(
	before: readonly Item[],
	after: readonly Item[],
): { readonly added: readonly Item[]; readonly removed: readonly Item[] } {
	return {
		added: after.filter((each) => !before.includes(each)),
		removed: before.filter((each) => !after.includes(each)),
	};
}

/** A member of two objects; a value is absent where that object has none. */
export interface DifferingMember {
	readonly name: string;
	readonly from: JsonValue | undefined;
	readonly to: JsonValue | undefined;
}

/** Members whose values differ, in code-unit order of their names; null is as good as none. */
export function membersThatDiffer(before: JsonObject, after: JsonObject): readonly DifferingMember[] {
	return namesOfBoth(Object.keys(before), Object.keys(after)).flatMap((name) => {
		const [from, to] = [memberOf(before, name), memberOf(after, name)];
		return canonicalJson(from ?? null) === canonicalJson(to ?? null) ? [] : [{ name, from, to }];
	});
}

/** A member of its own; undefined where an object has none, whatever every object answers to. */
export function memberOf<Value>(object: Readonly<Record<string, Value>>, name: string): Value | undefined {
	return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** What a change of a value is. */
export function changeOf(
	before: JsonValue | undefined,
	after: JsonValue | undefined,
): Pick<Difference, "change" | "before" | "after"> {
	if (before === undefined) return { change: "added", ...(after !== undefined && { after }) };
	return after === undefined ? { change: "removed", before } : { change: "changed", before, after };
}
