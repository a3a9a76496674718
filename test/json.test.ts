import fc from "fast-check";
import { expect, test } from "vitest";
import { prettyJson, prettyPieces } from "../src/json.js";

test("what hides or reorders text is escaped, and reads the same", () => {
	const value = { "a\u202eb": ["\u2066x\u2069", "\u200b", "line\nend", "\u2028", "naïve 日本語 עברית 😀"] };
	const written = prettyJson(value);
	expect(written).toBe(
		[
			"{",
			String.raw`  "a\u202eb": [`,
			String.raw`    "\u2066x\u2069",`,
			String.raw`    "\u200b",`,
			String.raw`    "line\nend",`,
			String.raw`    "\u2028",`,
			'    "naïve 日本語 עברית 😀"',
			"  ]",
			"}",
			"",
		].join("\n"),
	);
	expect(JSON.parse(written)).toEqual(value);
});

test("any value reads as it was, with nothing in it that nobody sees", () => {
	fc.assert(
		fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
			const written = prettyJson(value);
			expect(written).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
			expect(JSON.stringify(JSON.parse(written))).toBe(JSON.stringify(value));
		}),
	);
});

test.each([0, 1, 999, 1000, 1001, 2000, 2500])("a document with a list of %i is the same in pieces", (count) => {
	const files = Array.from({ length: count }, (_, at) => ({ path: `[\n${at}\u202e`, groups: [at] }));
	const document = { version: 1, files, omitted: [], more: { files } };
	const pieces = [...prettyPieces(document)];
	expect(pieces.join("")).toBe(prettyJson(document));
	// One for each member, but for a long list, and the end.
	expect(pieces.length).toBe(4 + Math.max(1, Math.ceil(count / 1000)));
});
