import type { Path } from "../../path.js";
import { error, type Problem } from "../../problem.js";

/** Multi-regions of buckets that keys call otherwise. https://cloud.google.com/kms/docs/locations */
const otherNames: Readonly<Record<string, string>> = { eu: "europe" };

/**
 * Cloud Storage takes a key of the bucket's own location alone.
 * https://cloud.google.com/storage/docs/encryption/customer-managed-keys#restrictions
 */
export function checkKeyLocation(key: string | undefined, location: string | undefined, at: Path): Problem[] {
	// What a program passes stands in no path of a key.
	const of = key === undefined ? undefined : /^projects\/[^/]+\/locations\/([^/]+)\//.exec(key)?.[1];
	if (of === undefined || location === undefined) return [];
	const bucket = location.toLowerCase();
	const expected = otherNames[bucket] ?? bucket;
	if (of === expected) return [];
	const message = `is a key of ${of}, which no bucket of ${bucket} takes; name one of ${expected}`;
	return [error("key-elsewhere", at, message)];
}
