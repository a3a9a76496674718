import { expect, test } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { formatProblem } from "../../src/problem.js";
import { encodeSettings } from "../../src/profiles/settings.js";

test("every format gets the same settings, in the same order", () => {
	const settings = { b: true, a: { y: 1, x: [2] }, B2: "text", c: 12 };
	expect(encodeSettings(settings).value).toEqual([
		{ name: "B2", value: "text", text: "text" },
		{ name: "a", value: { y: 1, x: [2] }, text: '{"y":1,"x":[2]}' },
		{ name: "b", value: true, text: "true" },
		{ name: "c", value: 12, text: "12" },
	]);
	const reversed = Object.fromEntries(Object.entries(settings).reverse());
	expect(encodeSettings(reversed)).toEqual(encodeSettings(settings));
});

test.each<[string, JsonObject, string]>([
	["a NUL", { a: "x\0y" }, "a: contains the character U+0000; no profile can carry it"],
	["a lone surrogate", { a: "\ud800" }, "a: contains the character U+D800; no profile can carry it"],
	["no value", { a: null }, "a: is empty; leave the key out"],
	[
		"a payload's own name",
		{ PayloadType: "x" },
		"PayloadType: is a name that configuration profiles keep for themselves",
	],
	["names that differ in case only", { a: "1", A: "2" }, "a: differs from A in case only; expected one of them"],
])("no format carries %s", (_, settings, message) => {
	const { value, problems } = encodeSettings(settings);
	expect([value, problems.map(formatProblem)]).toEqual([undefined, [message]]);
});
