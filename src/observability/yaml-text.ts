import { Document, visit } from "yaml";
import type { JsonValue } from "../json.js";
import { printable } from "../printable.js";

/** Plain data as YAML, in which nobody reads other text than a program: what would hide or reorder it is escaped. */
export function yamlText(value: JsonValue): string {
	const document = new Document(value);
	visit(document, {
		Scalar(_, scalar) {
			if (typeof scalar.value === "string" && escaped(scalar.value) !== scalar.value) scalar.type = "QUOTE_DOUBLE";
		},
	});
	// Whatever is to be escaped stands in double quotes by now.
	return document.toString({ lineWidth: 0 }).split("\n").map(escaped).join("\n");
}

/** Halves of a character are no characters in YAML, which has a form for the whole. */
function escaped(text: string): string {
	return printable(text).replace(/\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})/g, (_, high, low) => {
		const code = String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16)).codePointAt(0) ?? 0;
		return `\\U${code.toString(16).padStart(8, "0")}`;
	});
}
