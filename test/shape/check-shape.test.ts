import { describe, expect, test } from "vitest";
import { made, refused } from "../../src/outcome.js";
import { error, formatProblem } from "../../src/problem.js";
import { either, flag, integer, list, map, number, object, text, textMatching, words } from "../../src/shape/build.js";
import { type CheckOptions, checkShape } from "../../src/shape/check-shape.js";
import type { Shape } from "../../src/shape/shape.js";

const anyText = text();
const lower = textMatching("lower", /^[a-z]+$/, "is not lower case");
const point = object({
	x: { shape: integer({ min: 0, max: 9 }), summary: "Across.", required: true },
	label: { shape: anyText, summary: "Name.", defaultNote: "none" },
});

function said(shape: Shape, value: unknown, options: Partial<CheckOptions> = {}): string[] {
	return checkShape(shape, value, { at: ["v"], ...options }).map(formatProblem);
}

describe("each shape", () => {
	test.each<[Shape, unknown, string[]]>([
		[anyText, "x", []],
		[anyText, "", ["v: is empty; give a value or leave it out"]],
		[anyText, 3, ["v: is a number; expected text, so write it in quotes"]],
		[anyText, undefined, ["v: is missing; expected text"]],
		[anyText, null, ["v: is empty; expected text"]],
		[lower, "A", ["v: is not lower case"]],
		[{ ...anyText, maxLength: 2 }, "abc", ["v: is 3 characters; expected at most 2 characters"]],
		[words(["a", "b"]), "a", []],
		[words(["a", "b"]), "c", ['v: unknown value "c"; expected one of a, b']],
		[words(["a", "b"]), undefined, ["v: is missing; expected one of a, b"]],
		[words(["a"], { c: "use a" }), "c", ["v: is a deprecated value; use a"]],
		[words(["a"]), "x".repeat(100), [`v: unknown value "${"x".repeat(76)}..."; expected "a"`]],
		[flag, true, []],
		[flag, "true", ["v: is text; expected true or false"]],
		[flag, 1, ["v: is 1; expected true or false"]],
		[{ kind: "switch", only: true }, false, ["v: unknown value false; expected true"]],
		[integer({ min: 1, max: 9 }), 0, ["v: is 0; expected at least 1"]],
		[integer({ min: 1, max: 9 }), 10, ["v: is 10; expected at most 9"]],
		[integer(), 1.5, ["v: is 1.5; expected a whole number"]],
		[integer(), Number.MAX_SAFE_INTEGER + 1, ["v: is 9007199254740992; expected at most 9007199254740991"]],
		[integer(), "1", ["v: is text; expected a whole number"]],
		[number({ above: 0, max: 1 }), 0, ["v: is 0; expected more than 0"]],
		[number(), Number.NaN, ["v: is NaN; expected a number"]],
		[list(lower, { minItems: 1 }), [], ["v: is 0 items; expected at least 1 item"]],
		[list(lower, { maxItems: 1 }), ["a", "B"], ["v: is 2 items; expected at most 1 item", "v[1]: is not lower case"]],
		[list(lower), "a", ["v: is text; expected a list"]],
		[map(flag, { names: lower }), { A: 1 }, ["v.A: is not lower case", "v.A: is 1; expected true or false"]],
		[point, { x: 1 }, []],
		[point, { x: 1, label: undefined }, []],
		[point, {}, ["v.x: is missing; expected a whole number"]],
		[point, { x: 1, lable: "a" }, ['v.lable: unknown member; did you mean "label"?']],
		[point, [], ["v: is a list; expected an object"]],
		[{ ...point, refused: { z: "is gone; use x" } }, { x: 1, z: 2 }, ["v.z: is gone; use x"]],
		[either(lower, point), { x: 10 }, ["v.x: is 10; expected at most 9"]],
		[either(lower, point), 3, ["v: is a number; expected text or an object"]],
		[{ kind: "any" }, { a: [1] }, []],
	])("%j takes %j as it should", (shape, value, expected) => {
		expect(said(shape, value)).toEqual(expected);
	});

	test("members that every object inherits are not its own", () => {
		const shape = object({ constructor: { shape: flag, summary: "Odd.", required: true as const } });
		expect(said(shape, {})).toEqual(["v.constructor: is missing; expected true or false"]);
		expect(said(point, JSON.parse('{"x":1,"__proto__":2}'))).toEqual([
			"v.__proto__: unknown member; expected one of label, x",
		]);
	});
});

describe("an object that takes exactly one member", () => {
	const shape = object({ a: { shape: flag, summary: "A." }, b: { shape: flag, summary: "B." } }, { exactlyOne: "way" });
	test.each<[unknown, string[]]>([
		[{ a: true }, []],
		[{}, ["v: needs exactly one way of a, b; has none"]],
		[{ a: true, b: true }, ["v: needs exactly one way; has a and b"]],
		[{ ab: true }, ['v.ab: unknown member; did you mean "a"?']],
	])("%j", (value, expected) => {
		expect(said(shape, value)).toEqual(expected);
	});
});

describe("variants", () => {
	const shape: Shape = {
		kind: "variants",
		of: { point },
		choose: (value) => (typeof value === "object" ? made("point") : refused(error("wrong-type", [], "is no point"))),
	};
	test("are checked as the one they are meant for", () => {
		expect(said(shape, { x: -1 })).toEqual(["v.x: is -1; expected at least 0"]);
		expect(said(shape, 3)).toEqual(["v: is no point"]);
	});
});

describe("rules", () => {
	test("of a text are asked until one finds an error, those of an object even where a member is wrong", () => {
		const strict = text(
			() => [error("first", [], "is wrong")],
			() => [error("second", [], "is wrong again")],
		);
		expect(said(strict, "x")).toEqual(["v: is wrong"]);
		const ruled = object({ a: { shape: flag, summary: "A." } }, { rules: [() => [error("pair", ["a"], "needs b")]] });
		expect(said(ruled, { a: 3 })).toEqual(["v.a: is 3; expected true or false", "v.a: needs b"]);
	});
});

describe("references", () => {
	const secret = { fromEnv: "KEY" };
	test("stand for text where they may, and for nothing else", () => {
		expect(said(point, { x: 1, label: secret }, { secretsAllowed: true })).toEqual([]);
		expect(said(point, { x: secret }, { secretsAllowed: true })).toEqual([
			"v.x: is an object; expected a whole number",
		]);
		expect(said(point, { x: 1, label: secret })).toEqual(["v.label: is an object; expected text"]);
		expect(said(point, { x: 1, label: { fromEnv: "KEY", or: 1 } }, { secretsAllowed: true })).toEqual([
			"v.label: is no secret reference; expected { fromEnv: NAME } or { fromConfig: key } alone",
		]);
	});

	test("of a program stand where a value may come late", () => {
		const late = { ...lower, late: true } as const;
		expect(said(late, { fromProgram: "vpcId" })).toEqual([]);
		expect(said(late, { fromEnv: "VPC" })).toEqual(["v: is an object; expected text"]);
		expect(said(late, "A")).toEqual(["v: is not lower case"]);
	});
});

test("quiet messages repeat nothing of the value", () => {
	const quiet = { quiet: true };
	expect(said(words(["a"]), "s3cret", quiet)).toEqual(['v: unknown value; expected "a"']);
	expect(said(integer({ min: 1 }), 0, quiet)).toEqual(["v: is out of range; expected at least 1"]);
	expect(said(integer(), 1.5, quiet)).toEqual(["v: is a number; expected a whole number"]);
});
