import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineOfFault } from "../../src/profiles/json-fault.js";

describe("the line on which text stops being JSON", () => {
	test.each<[string, string, number]>([
		["nothing", "", 1],
		["an open end", '{\n"a": 1,\n', 3],
		["a value that is missing", '{\n"a":\n}', 3],
		["a comma before an end", "[\n1,\n]", 3],
		["a name without quotes", "{\n\na: 1}", 3],
		["a comment", '{\n"a": 1 // x\n}', 2],
		["a word", '{"a":\nyes}', 2],
		["a string over two lines", '{"a":\n"x\ny"}', 2],
		["an end of another kind", '{"a":[1\n}}', 2],
		["a second value", "{}\n\n{}", 3],
		["a number that is none", "[1,\n01]", 2],
	])("%s", (_, text, line) => {
		expect(() => JSON.parse(text)).toThrow();
		expect(lineOfFault(text)).toBe(line);
	});

	test("of JSON with something behind it is where that stands", () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const text = JSON.stringify(value, undefined, 1);
				expect(lineOfFault(`${text}\n?`)).toBe(text.split("\n").length + 1);
			}),
		);
	});

	test("of a megabyte is found in one go", () => {
		const before = performance.now();
		lineOfFault(`{"a":"${"x\\\\".repeat(300_000)}`);
		lineOfFault("[".repeat(1_000_000));
		lineOfFault(" ".repeat(1_000_000));
		// With the square of the length it would be hours.
		expect(performance.now() - before).toBeLessThan(10_000);
	});
});
