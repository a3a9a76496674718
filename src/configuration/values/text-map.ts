import { z } from "zod";
import { isObject } from "../../json.js";
import { isSecretReference } from "../../reference/reference.js";
import { lineProblem, textWithout } from "./text.js";

interface MapWords {
	/** What one entry is called. */
	readonly entry: string;
	/** An entry for a message. */
	readonly example: string;
	/** What is wrong with an entry's name, or undefined. */
	readonly nameProblem: (name: string) => string | undefined;
}

/** Text by name. A secret stands for one value, never for the whole map, whose names shape the configuration. */
export function textMap({ entry, example, nameProblem }: MapWords) {
	return z.record(z.string(), textWithout(lineProblem)).superRefine(
		(map, context) => {
			if (isSecretReference(map)) {
				const message = `is one secret for every ${entry}; give each ${entry} its own, as in { ${example}: { fromEnv: NAME } }`;
				context.addIssue({ code: "custom", message });
				return;
			}
			for (const name of Object.keys(map)) {
				const message = nameProblem(name);
				if (message !== undefined) context.addIssue({ code: "custom", message, path: [name] });
			}
		},
		{ when: ({ value }) => isObject(value) },
	);
}

/** HTTP headers by name: https://www.rfc-editor.org/rfc/rfc9110#section-5.1 */
export const headers = textMap({
	entry: "header",
	example: "authorization",
	nameProblem: (name) =>
		/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) ? undefined : "is no header name; expected letters, digits and hyphens",
});

/** Environment variables of a program that the app starts. */
export const environment = textMap({
	entry: "variable",
	example: "API_KEY",
	nameProblem: (name) =>
		/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? undefined : "is no variable name; expected letters, digits and underscores",
});
