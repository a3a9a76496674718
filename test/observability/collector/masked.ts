import { mask, secretPatterns } from "../../../src/observability/collector/secret-patterns.js";

/** The same expressions in this language: RE2 sets its flags inside, and has a mark of its own for the end. */
const expressions = secretPatterns.map((pattern) => {
	const [, flags = "", body = ""] = /^(?:\(\?([is]+)\))?(.*)$/s.exec(pattern) ?? [];
	return new RegExp(body.replaceAll(String.raw`\z`, "$"), `g${flags}`);
});

/** A text as the collector passes it on. */
export function masked(text: string): string {
	return expressions.reduce(
		(left, expression) =>
			left.replace(expression, (_, first: unknown) => `${typeof first === "string" ? first : ""}${mask}`),
		text,
	);
}
