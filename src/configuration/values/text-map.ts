import { error, type Problem } from "../../problem.js";
import { isSecretReference } from "../../reference/reference.js";
import { map, textMatching } from "../../shape/build.js";
import type { MapShape, TextShape } from "../../shape/shape.js";
import { line } from "./text.js";

interface MapWords {
	/** What one entry is called. */
	readonly entry: string;
	/** An entry for a message. */
	readonly example: string;
	/** What an entry's name may be. */
	readonly names: TextShape;
}

/** Text by name. A secret stands for one value, never for the whole map, whose names shape the configuration. */
export function textMap({ entry, example, names }: MapWords): MapShape {
	const form = `{ ${example}: { fromEnv: NAME } }`;
	const message = `is one secret for every ${entry}; give each ${entry} its own, as in ${form}`;
	return map(line, {
		names,
		instead: (value) => {
			if (typeof value !== "string" && !Array.isArray(value)) return undefined;
			const older = typeof value === "string" ? "text" : "a list";
			return `is ${older}, a form that the app no longer reads; write each ${entry} by its name, as in ${form}`;
		},
		rules: [(value): Problem[] => (isSecretReference(value) ? [error("one-secret-for-all", [], message)] : [])],
	});
}

/** HTTP headers by name: https://www.rfc-editor.org/rfc/rfc9110#section-5.1 */
export const headers = textMap({
	entry: "header",
	example: "authorization",
	names: textMatching(
		"header-name",
		/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/,
		"is no header name; expected letters, digits and hyphens",
	),
});

/** Environment variables of a program that the app starts. */
export const environment = textMap({
	entry: "variable",
	example: "API_KEY",
	names: textMatching(
		"variable-name",
		/^[A-Za-z_][A-Za-z0-9_]*$/,
		"is no variable name; expected letters, digits and underscores",
	),
});
