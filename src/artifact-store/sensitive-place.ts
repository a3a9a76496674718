import { error, type Problem } from "../problem.js";
import type { StoreRequest } from "./store.js";

/** Refuses secrets where a store's block has no `sensitive`; `place` is what to name there, such as `a bucket`. */
export function checkSensitivePlace(
	{ carriesSecrets }: StoreRequest,
	sensitive: object | undefined,
	place: string,
): Problem[] {
	if (!carriesSecrets || sensitive !== undefined) return [];
	const message = `is missing, and some files carry secrets, which stand apart from the rest; name ${place} of their own, or sign in without a static secret`;
	return [error("no-sensitive-place", ["sensitive"], message)];
}
