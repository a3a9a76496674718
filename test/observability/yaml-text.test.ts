import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { JsonValue } from "../../src/json.js";
import { yamlText } from "../../src/observability/yaml-text.js";
import { printable } from "../../src/printable.js";

const hidden = fc.constantFrom(
	"\u202e",
	"\u200b",
	"\u0085",
	"\u2028",
	"\u{e0001}",
	"\ufeff",
	"\u0007",
	"\\u202e",
	"\n",
);
const text = fc.array(fc.oneof(fc.string(), hidden)).map((parts) => parts.join(""));

test("a program reads what was written, and people see nothing hidden", () => {
	const values = fc.oneof(text, fc.array(text), fc.dictionary(text, fc.oneof(text, fc.array(text))));
	fc.assert(
		fc.property(values, (value) => {
			const written = yamlText(value as JsonValue);
			expect(parse(written)).toEqual(value);
			for (const line of written.split("\n")) expect(printable(line)).toBe(line);
		}),
	);
});

test("what hides nothing is written as ever", () => {
	expect(yamlText({ a: "b c", d: [1, true] })).toBe("a: b c\nd:\n  - 1\n  - true\n");
});
