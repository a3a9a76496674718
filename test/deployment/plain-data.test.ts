import { expect, test } from "vitest";
import { plainData } from "../../src/deployment/plain-data.js";
import { formatProblem } from "../../src/problem.js";

const problemsOf = (input: unknown) => plainData(input).problems.map(formatProblem);

test("JSON stays what it is", () => {
	const json = JSON.parse('{"a": [1, "x", true, null, {"__proto__": {"b": 1}}], "constructor": {}}');
	expect(JSON.stringify(plainData(json).value)).toBe(JSON.stringify(json));
	expect(problemsOf(json)).toEqual([]);
});

test("members that are undefined are left out, as JSON leaves them out", () => {
	const { value, problems } = plainData({ a: undefined, b: { c: undefined, d: 1 } });
	expect(value).toStrictEqual({ b: { d: 1 } });
	expect(problems).toEqual([]);
});

test("an object without a prototype is plain", () => {
	const bare = Object.assign(Object.create(null), { a: 1 });
	expect(plainData({ bare }).value).toEqual({ bare: { a: 1 } });
});

const expected = "expected plain data: text, numbers, true, false, lists and objects";
test.each([
	["a function", () => "secret", `settings.x: is a function; ${expected}`],
	["a symbol", Symbol("secret"), `settings.x: is a symbol; ${expected}`],
	["a big number", 12n, `settings.x: is a bigint; ${expected}`],
	["a date", new Date(0), `settings.x: is an instance of a class; ${expected}`],
	["a map", new Map([["a", 1]]), `settings.x: is an instance of a class; ${expected}`],
	["a promise", Promise.resolve("secret"), `settings.x: is an instance of a class; ${expected}`],
])("%s is a problem and left out", (_, x, problem) => {
	const input = { settings: { x, y: 1 } };
	expect(problemsOf(input)).toEqual([problem]);
	expect(plainData(input).value).toEqual({ settings: { y: 1 } });
});

test("nesting ends, also where an object holds itself", () => {
	const tooDeep = "nests deeper than 100 levels; a deployment never does";
	const deep = JSON.parse(`${'{"a":'.repeat(101)}1${"}".repeat(101)}`);
	expect(problemsOf(deep)).toEqual([`a.a.a.a.a: ${tooDeep}`]);
	const cycle: Record<string, unknown> = {};
	cycle.a = cycle;
	expect(problemsOf(cycle)).toEqual([`a.a.a.a.a: ${tooDeep}`]);
	expect(problemsOf(JSON.parse(`${'{"a":'.repeat(100)}1${"}".repeat(100)}`))).toEqual([]);
});
