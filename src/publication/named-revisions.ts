import { atOnce } from "../object-store/at-once.js";
import type { ObjectReader } from "../object-store/object-reader.js";
import { made, type Outcome, refused } from "../outcome.js";
import type { Problem } from "../problem.js";
import { error } from "../problem.js";
import { type PublishedScope, pointerKey } from "./layout.js";
import { findPointer } from "./read-published.js";

/**
 * Digests that the pointers of a scope name, and those that they replaced.
 *
 * @returns refused where any pointer cannot be read: what it names is not known then
 */
export async function namedRevisions(
	reader: ObjectReader,
	scope: PublishedScope,
	rings: readonly string[],
): Promise<Outcome<ReadonlySet<string>>> {
	const found = await atOnce(rings, async (ring): Promise<Outcome<readonly string[]>> => {
		const { value, problems } = await findPointer(reader, scope, ring);
		if (!value) return refused(...(problems.length > 0 ? problems : [gone(scope, ring)]));
		return made([value.revision, ...(value.replaces === undefined ? [] : [value.replaces])]);
	});
	const problems: readonly Problem[] = found.flatMap((each) => each.problems);
	return problems.length > 0 ? refused(...problems) : made(new Set(found.flatMap(({ value }) => value ?? [])));
}

function gone(scope: PublishedScope, ring: string): Problem {
	const message = "was listed and is gone: somebody publishes at this moment; run the command again";
	return error("pointer-gone", [pointerKey(scope, ring)], message);
}
