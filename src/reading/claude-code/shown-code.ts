import { isSecretVariable, isVariableName } from "../../claude-code/catalogue.js";
import type { JsonValue } from "../../json.js";
import type { Path } from "../../path.js";
import { isCredentialText, isNamedByCredential } from "../describe/credential-text.js";
import { mapTexts, textsOf } from "../describe/texts.js";

const aCredential = "a credential";

/** What a device has of a setting as it may be shown: words in the place of what is to be taken for a credential. */
export function shownCode(name: string, value: JsonValue): JsonValue {
	if (isNamedByCredential(value)) return aCredential;
	return mapTexts(value, placeOf(name), (placed) => (isCredentialText(placed) ? aCredential : placed.text));
}

/** Whether a setting holds what is to be taken for a credential. */
export function holdsCredential(name: string, value: JsonValue): boolean {
	return isNamedByCredential(value) || textsOf(value, placeOf(name)).some(isCredentialText);
}

/** Variables hold what nobody knows, but for those of which it is known. */
function placeOf(name: string): Path {
	const [, variable] = /^env\.(.*)$/s.exec(name) ?? [];
	if (variable === undefined) return name.split(".");
	return isVariableName(variable) && !isSecretVariable(variable) ? [variable] : ["env", variable];
}
