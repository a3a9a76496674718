import { isObject } from "../json.js";
import type { Path } from "../path.js";
import { error, type Problem, warning } from "../problem.js";
import { isSecretReference } from "../reference/reference.js";
import { folderVariables } from "./values/file-path.js";

const bracketed = /<[A-Za-z][^<>]*>|\$\{\{?[^{}]*\}/;
const asked = /\b(?:REPLACE[_-]?ME|CHANGE[_-]?ME)\b/i;
/** Placeholders that only capitals tell from ordinary words. */
const shouted = /(?<![A-Za-z0-9])(?:TODO(?![A-Za-z0-9])|YOUR_[A-Z0-9])/;
/** `{{x}}`, `$NAME` and `%NAME%`, which MDM systems replace on the way to a device. */
const substitution = /\{\{[^{}]*\}\}|\$[A-Za-z_][A-Za-z0-9_]*|%[A-Za-z_][A-Za-z0-9_]{2,}%/;

/**
 * Text that somebody forgot to fill in, and text that an MDM system may replace, at any depth.
 * Messages never repeat the text, which may be a secret.
 */
export function findPlaceholders(value: unknown, at: Path): Problem[] {
	if (typeof value === "string") return inText(value, at);
	if (isSecretReference(value)) return [];
	if (Array.isArray(value)) return value.flatMap((item, index) => findPlaceholders(item, [...at, index]));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, inner]) => findPlaceholders(inner, [...at, name]));
}

/** `your-key-here`. In one expression, its time would grow with the square of a text. */
function asksForYours(text: string): boolean {
	return (text.match(/[\w-]+/g) ?? []).some((word) => {
		const rest = /\byour[-_](.*)/i.exec(word)?.[1] ?? "";
		return /[-_]here\b/i.test(rest);
	});
}

function inText(text: string, at: Path): Problem[] {
	if (bracketed.test(text) || asked.test(text) || shouted.test(text) || asksForYours(text)) {
		return [error("placeholder", at, "looks like an unresolved placeholder; write the real value")];
	}
	const rest = folderVariables.reduce((shorter, variable) => shorter.replaceAll(variable, ""), text);
	if (!substitution.test(rest)) return [];
	return [
		warning(
			"mdm-variable",
			at,
			"has a variable such as {{NAME}}, $NAME or %NAME%, which some MDM systems replace on the way to a device",
		),
	];
}
