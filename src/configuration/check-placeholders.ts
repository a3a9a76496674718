import { isObject } from "../json.js";
import type { Path } from "../path.js";
import { error, type Problem, warning } from "../problem.js";
import { isSecretReference } from "../reference/reference.js";
import { folderVariables } from "./values/file-path.js";

const bracketed = /<[A-Za-z][^<>]*>|\$\{\{?[^{}]*\}/;
const asked = /\b(?:REPLACE[_-]?ME|CHANGE[_-]?ME)\b/i;
/** Placeholders that only capitals tell from ordinary words. */
const shouted = /(?<![A-Za-z0-9])(?:TODO(?![A-Za-z0-9])|YOUR_[A-Z0-9])/;
/** `{{x}}`, `$NAME`, `${NAME}` and `%NAME%`, which MDM systems replace on the way to a device. */
const substitution = /\{\{[^{}]*\}\}|\$[A-Za-z_][A-Za-z0-9_]*|\$\{[A-Za-z_][A-Za-z0-9_]*\}|%[A-Za-z_][A-Za-z0-9_]{2,}%/;

/** Text that somebody forgot to fill in, at any depth. Messages never repeat the text, which may be a secret. */
export function findPlaceholders(value: unknown, at: Path): Problem[] {
	return inEachText(value, at, isForgotten, (path) =>
		error("placeholder", path, "looks like an unresolved placeholder; write the real value"),
	);
}

/** Text that an MDM system may replace, at any depth. Messages never repeat it. */
export function findMdmVariables(value: unknown, at: Path): Problem[] {
	return inEachText(value, at, isSubstituted, (path) =>
		warning(
			"mdm-variable",
			path,
			"has a variable such as {{NAME}}, $NAME or %NAME%, which some MDM systems replace on the way to a device",
		),
	);
}

function inEachText(
	value: unknown,
	at: Path,
	isMeant: (text: string) => boolean,
	say: (at: Path) => Problem,
): Problem[] {
	if (typeof value === "string") return isMeant(value) ? [say(at)] : [];
	if (isSecretReference(value)) return [];
	if (Array.isArray(value)) return value.flatMap((item, index) => inEachText(item, [...at, index], isMeant, say));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, inner]) => inEachText(inner, [...at, name], isMeant, say));
}

/** `your-key-here`. In one expression, its time would grow with the square of a text. */
function asksForYours(text: string): boolean {
	return (text.match(/[\w-]+/g) ?? []).some((word) => {
		const rest = /\byour[-_](.*)/i.exec(word)?.[1] ?? "";
		return /[-_]here\b/i.test(rest);
	});
}

function isForgotten(text: string): boolean {
	return bracketed.test(text) || asked.test(text) || shouted.test(text) || asksForYours(text);
}

function isSubstituted(text: string): boolean {
	return substitution.test(folderVariables.reduce((shorter, variable) => shorter.replaceAll(variable, ""), text));
}
