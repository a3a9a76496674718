import fc from "fast-check";
import { expect, test } from "vitest";
import { wrapLines } from "../../src/cli/wrap-lines.js";

const esc = "\u001b";
const style = new RegExp(`${esc}\\[\\d+m`, "g");

test("what goes on stands further in than what it goes on with", () => {
	expect(wrapLines("note: one two three\n  four five six", 12)).toBe("note: one\n  two three\n  four five\n    six");
});

test("a word that is wider than a line, a command to copy and what a pipe gets are left as they are", () => {
	expect(wrapLines("a https://example.com/long b", 10)).toBe("a\n  https://example.com/long\n  b");
	for (const line of ["  pulumi-cowork synth eu.yaml --out out", "  export GATEWAY_KEY=... # as the files have it"])
		expect(wrapLines(line, 10)).toBe(line);
	expect(wrapLines("one two three four", Number.POSITIVE_INFINITY)).toBe("one two three four");
});

test("colours take no room", () => {
	const bold = (text: string) => `${esc}[1m${text}${esc}[22m`;
	expect(wrapLines(`${bold("one")} ${bold("two three")}`, 8)).toBe(`${bold("one")} ${esc}[1mtwo\n  three${esc}[22m`);
});

test("every line fits but for single words, and no word is lost", () => {
	const word = fc.stringMatching(/^[a-z]{1,12}$/);
	const colour = fc.constantFrom("", `${esc}[1m`, `${esc}[22m`);
	const piece = fc.tuple(colour, word, fc.constantFrom(" ", "  ")).map((parts) => parts.join(""));
	const line = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.array(piece, { minLength: 1, maxLength: 12 }));
	fc.assert(
		fc.property(line, fc.integer({ min: 10, max: 40 }), ([indent, pieces], columns) => {
			const text = `${" ".repeat(indent)}${pieces.join("")}`.trimEnd();
			const plain = (each: string) => each.replace(style, "");
			const wrapped = wrapLines(text, columns);
			for (const each of plain(wrapped).split("\n"))
				expect(each.length <= columns || !each.trim().includes(" ")).toBe(true);
			const words = (each: string) =>
				plain(each)
					.split(/\s+/)
					.filter((one) => one !== "");
			expect(words(wrapped)).toEqual(words(text));
			expect(wrapped.match(style) ?? []).toEqual(text.match(style) ?? []);
		}),
	);
});
