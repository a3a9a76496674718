import { createHash } from "node:crypto";
import { compareText } from "../json.js";

/**
 * A number for each text that stays the same whatever else is there: its digest in a range, or the next that is free
 * where two texts have the same.
 */
export function ruleIds(texts: readonly string[], first: number, span: number): ReadonlyMap<string, number> {
	const taken = new Set<number>();
	const ids = new Map<string, number>();
	for (const text of [...new Set(texts)].sort(compareText)) {
		let id = createHash("sha256").update(text).digest().readUInt32BE() % span;
		while (taken.has(id)) id = (id + 1) % span;
		taken.add(id);
		ids.set(text, first + id);
	}
	return ids;
}
