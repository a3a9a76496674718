import { isJsonObject, type JsonValue } from "../json.js";
import type { Path } from "../path.js";
import {
	isProgramReference,
	isReference,
	isSecretReference,
	type Reference,
	type SecretReference,
} from "./reference.js";
import { token } from "./token.js";

/** A reference, and its path inside the value that was searched. */
export interface FoundReference<Kind extends Reference = Reference> {
	readonly path: Path;
	readonly reference: Kind;
}

/** Every reference in a value. */
export function findReferences(value: unknown, path: Path = []): FoundReference[] {
	const found: FoundReference[] = [];
	collect(found, value, path);
	return found;
}

function collect(found: FoundReference[], value: unknown, path: Path): void {
	if (typeof value !== "object" || value === null) return;
	if (isReference(value)) {
		found.push({ path, reference: value });
		return;
	}
	const isList = Array.isArray(value);
	for (const [name, inner] of Object.entries(value)) {
		// Most values are text, and need no path.
		if (typeof inner === "object") collect(found, inner, [...path, isList ? Number(name) : name]);
	}
}

/** Every reference to a secret in a value. */
export function findSecrets(value: unknown): FoundReference<SecretReference>[] {
	return findReferences(value).flatMap(({ path, reference }) =>
		isSecretReference(reference) ? [{ path, reference }] : [],
	);
}

/** The value with something else in the place of every reference. */
export function replaceReferences(value: JsonValue, replace: (reference: Reference) => JsonValue): JsonValue {
	if (isReference(value)) return replace(value);
	if (Array.isArray(value)) return value.map((item) => replaceReferences(item, replace));
	if (!isJsonObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, replaceReferences(member, replace)]));
}

/** The value with a token in the place of what a program passes. */
export function withTokens(value: JsonValue): JsonValue {
	return replaceReferences(value, (reference) =>
		isProgramReference(reference) ? token(reference.fromProgram) : reference,
	);
}
