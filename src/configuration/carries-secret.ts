import type { JsonValue } from "../json.js";
import { isSecretReference } from "../reference/reference.js";
import { findReferences } from "../reference/walk.js";
import { findKey } from "./catalogue.js";

/** Whether a key's value is confidential once it is there: it refers to a secret, or the key takes nothing else. */
export function carriesSecret(key: string, value: JsonValue): boolean {
	const found = findReferences(value);
	return found.some(({ reference }) => isSecretReference(reference) || findKey(key)?.secret === true);
}
