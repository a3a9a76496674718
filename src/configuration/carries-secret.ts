import type { JsonValue } from "../json.js";
import { isSecretReference } from "../reference/reference.js";
import { findReferences } from "../reference/walk.js";
import { findKey } from "./catalogue.js";
import { findCredentials } from "./check-plain-secrets.js";

/**
 * Whether a key's value is confidential once it is there: it refers to a secret, the key takes nothing else, or what it
 * says in plain text looks like one.
 */
export function carriesSecret(key: string, value: JsonValue): boolean {
	const found = findReferences(value);
	if (findCredentials(key, value, []).length > 0) return true;
	return found.some(({ reference }) => isSecretReference(reference) || findKey(key)?.secret === true);
}
