import { isObject } from "../json.js";
import { beginsAsCredential, containsCredential } from "../pasted-credential.js";
import type { Path } from "../path.js";
import { error, type Problem, warning } from "../problem.js";
import { isMeantAsReference, isReference, isSecretReference } from "../reference/reference.js";

export const plainSecret = "is a secret in plain text; use { fromEnv: NAME } or { fromConfig: key }";

export const likelySecret =
	"looks like a secret in plain text; if it is one, use { fromEnv: NAME } or { fromConfig: key }";

/** Whatever of a key's value is, or looks like, a credential in plain text. */
export function findCredentials(key: string, value: unknown, at: Path): Problem[] {
	return [...findPlainSecrets(value, key, at), ...findContained(value, at)];
}

/** Whether the name of a header, or of an environment variable, says that its value is a credential. */
export function namesCredential(name: string): boolean {
	return /auth|token|key|secret|cookie/i.test(name);
}

/**
 * Credentials in plain text at places that are known to hold them: headers, the environment of a program and
 * `clientSecret`, at any depth. `member` is the name of the member that holds the value.
 */
export function findPlainSecrets(value: unknown, member: string, at: Path): Problem[] {
	if (isSecretReference(value)) return [];
	if (member === "clientSecret" && typeof value === "string") return [error("plain-secret", at, plainSecret)];
	if (Array.isArray(value)) return value.flatMap((item, index) => findPlainSecrets(item, "", [...at, index]));
	if (!isObject(value)) return [];
	if (/headers$/i.test(member)) return checkTexts(value, at, error("plain-secret", [], plainSecret));
	if (member === "env") return checkTexts(value, at, warning("likely-secret", [], likelySecret));
	return Object.entries(value).flatMap(([name, inner]) => findPlainSecrets(inner, name, [...at, name]));
}

/** Of each text in a map: `named` where its name calls it a credential, a warning where it begins as one. */
function checkTexts(map: Readonly<Record<string, unknown>>, at: Path, named: Problem): Problem[] {
	return Object.entries(map).flatMap(([name, value]) => {
		if (typeof value !== "string") return [];
		const path = [...at, name];
		if (namesCredential(name)) return [{ ...named, path }];
		return beginsAsCredential(value) ? [warning("likely-secret", path, likelySecret)] : [];
	});
}

/**
 * Credentials in whatever text of a value: nothing but a secret's own place takes one, and all of its files would carry
 * it in clear.
 */
export function findContained(value: unknown, at: Path): Problem[] {
	if (typeof value === "string") return containsCredential(value) ? [warning("likely-secret", at, contained)] : [];
	if (isReference(value) || isMeantAsReference(value)) return [];
	if (Array.isArray(value)) return value.flatMap((item, index) => findContained(item, [...at, index]));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, inner]) => findContained(inner, [...at, name]));
}

const contained =
	"holds what looks like a credential, and stands in clear in the files that are written; take it out, and give it where a secret goes as { fromEnv: NAME } or { fromConfig: key }";
