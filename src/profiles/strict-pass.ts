import type { Refused } from "../outcome.js";
import { unreadable } from "./read-text.js";

/** Levels of lists and dictionaries in a property list, far beyond what any setting has. */
export const maxDepth = 32;

/** How a pass through a document ends before the document does; goes no further than {@link refusalOf}. */
export class Refusal extends Error {}

/** What a pass refuses; undefined where that is nothing. */
export function refusalOf(pass: () => void): Refused | undefined {
	try {
		pass();
		return undefined;
	} catch (fault) {
		if (fault instanceof Refusal) return unreadable(fault.message);
		throw fault;
	}
}
