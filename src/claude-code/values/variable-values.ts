import { error } from "../../problem.js";
import { text, textMatching, words } from "../../shape/build.js";
import type { TextShape } from "../../shape/shape.js";

/** Of most variables any text means yes, "0" and "false" too. */
export const on: TextShape = words(["1"]);

/** Of one that managed settings may also hold off. */
export const switchable: TextShape = words(["0", "1"]);

export const digits: TextShape = textMatching("whole-number", /^\d{1,15}$/, "is no whole number; expected digits");

/** One word, or several with a comma between each two. */
export function someOf(values: readonly string[]): TextShape {
	return text((value) =>
		value.split(",").every((word) => values.includes(word))
			? []
			: [error("unknown-value", [], `has an unknown word; expected one or several of ${values.join(", ")}`)],
	);
}

export const rawBodies: TextShape = textMatching(
	"raw-bodies",
	/^(?:1|file:.+)$/,
	'is neither "1" nor a folder; expected "1", or file: with a folder',
);

/** https://code.claude.com/docs/en/monitoring-usage#multi-team-organization-support */
export const resourceAttributesText: TextShape = textMatching(
	"resource-attributes",
	/^[^\s,;=\\"%]+=[!#-+\--:<-[\]-~]*(?:,[^\s,;=\\"%]+=[!#-+\--:<-[\]-~]*)*$/,
	"is no list of attributes; expected name=value with a comma between each two, and every other character of a value as %20",
);
