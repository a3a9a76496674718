import { expect, test } from "vitest";
import { Lexer } from "yaml";
import { NestingMeter } from "../../src/deployment/nesting.js";

test.each([
	["a: 1\n", 2],
	['{"a": "b", \'c\': [1, 2]}', 7],
	["- a\n- b:\n    c: |\n      - d\n", 6],
	["a: x [y] {z} 'q'\n", 2],
	["# - a\n", 0],
	["a:\nb:\n", 2],
])("%j has %i texts, lists and objects", (text, values) => {
	const meter = new NestingMeter();
	for (const lexeme of new Lexer().lex(text)) meter.take(lexeme);
	expect(meter.values).toBe(values);
});
