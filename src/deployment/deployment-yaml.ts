import { type Document, isMap, isScalar, visit } from "yaml";
import { engineReading } from "./engine-scalar.js";

/** What ends a line for some readers only, and what a decoder writes for bytes that are no text. */
const escaped = /[\u0085\u2028\u2029\ufffd]/g;

/**
 * A deployment as YAML, its members apart, that every reader takes for the same: text that one of them would read as
 * something else, or would break, stands in double quotes. Comments hold no line breaks of their own.
 */
export function deploymentYaml(document: Document): string {
	visit(document, {
		Scalar(_, scalar) {
			if (typeof scalar.value === "string" && isMisread(scalar.value)) scalar.type = "QUOTE_DOUBLE";
		},
	});
	if (isMap(document.contents)) {
		for (const { key } of document.contents.items.slice(1)) if (isScalar(key)) key.spaceBefore = true;
	}
	const text = document.toString({ lineWidth: 0 });
	return text.replace(escaped, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function isMisread(text: string): boolean {
	if (text.startsWith("?") || text.search(escaped) !== -1) return true;
	const there = engineReading(text);
	return there.kind !== "value" || there.value !== text;
}
