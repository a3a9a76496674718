import { isObject, type JsonValue } from "./json.js";
import type { Path } from "./path.js";
import { describeSecret, isSecretReference, type SecretReference } from "./secret.js";

/** A value that only the cloud will know, such as the address of an endpoint still to be created. */
export interface LateReference {
	readonly fromCloud: string;
}

/** What stands in a configuration for a value that is not there yet. */
export type Reference = SecretReference | LateReference;

/** A value by its reference; undefined where it cannot be had here. */
export type ReferenceLookup = (reference: Reference) => string | undefined;

export function isLateReference(value: unknown): value is LateReference {
	return isObject(value) && typeof value.fromCloud === "string" && Object.keys(value).length === 1;
}

/** Every reference in a value, with its path inside the value. */
export function findReferences(value: unknown, path: Path = []): { path: Path; reference: Reference }[] {
	if (isSecretReference(value) || isLateReference(value)) return [{ path, reference: value }];
	if (Array.isArray(value)) return value.flatMap((item, index) => findReferences(item, [...path, index]));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, member]) => findReferences(member, [...path, name]));
}

/** The value with every reference replaced by what it refers to; a missing one is an error. */
export function resolveReferences(value: JsonValue, lookup: ReferenceLookup): JsonValue {
	if (isSecretReference(value) || isLateReference(value)) {
		const found = lookup(value);
		if (found === undefined) throw new Error(`${describeReference(value)} is not available`);
		return found;
	}
	if (Array.isArray(value)) return value.map((item) => resolveReferences(item, lookup));
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [name, resolveReferences(member as JsonValue, lookup)]),
	);
}

/** Words for a reference in a message; names the place, never the value. */
export function describeReference(reference: Reference): string {
	if (isLateReference(reference)) return `the value ${reference.fromCloud} of the cloud`;
	return describeSecret(reference);
}
