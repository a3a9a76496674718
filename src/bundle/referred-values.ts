import type { JsonObject } from "../json.js";
import type { Reference, ReferenceLookup } from "../reference/reference.js";
import { findReferences, replaceReferences } from "../reference/walk.js";
import { describeReference } from "../reference/words.js";

/** Says which values are missing of those that are referred to; undefined where none is. */
export function whyMissing(within: JsonObject, lookup: ReferenceLookup): string | undefined {
	const missing = findReferences(within).filter(({ reference }) => lookup(reference) === undefined);
	const names = [...new Set(missing.map(({ reference }) => describeReference(reference)))];
	if (names.length === 0) return undefined;
	return `needs ${names.join(" and ")}, which ${names.length === 1 ? "is" : "are"} not available`;
}

/** The members with what they refer to, of which nothing is missing. */
export function resolvedReferences(members: JsonObject, lookup: ReferenceLookup): JsonObject {
	const found = (reference: Reference) => {
		const value = lookup(reference);
		if (value === undefined) throw new Error(`${describeReference(reference)} is not available`);
		return value;
	};
	return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, replaceReferences(value, found)]));
}
