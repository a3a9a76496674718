import { describe, expect, test } from "vitest";
import type { Restriction } from "../../src/configuration/managed-key.js";
import { isRestrictive, loosens } from "../../src/configuration/restriction.js";
import type { JsonValue } from "../../src/json.js";

describe("whether a value closes something", () => {
	test.each<[Restriction | undefined, JsonValue, boolean]>([
		["when true", true, true],
		["when true", false, false],
		["when false", false, true],
		["when false", true, false],
		["when block", "block", true],
		["when block", "allow", false],
		["lower", 24, true],
		["fewer", [], true],
		["fewer", ["a.example.com"], true],
		["fewer", ["*"], false],
		["more", ["WebSearch"], true],
		["more", [], false],
		["when set", [], true],
		[undefined, true, false],
	])("%s: %j is %j", (restriction, value, expected) => {
		expect(isRestrictive(restriction, value)).toBe(expected);
	});
});

describe("whether a value opens what another closes", () => {
	const folder = { path: "~/Documents/Claude" };
	test.each<[Restriction | undefined, JsonValue, JsonValue, boolean]>([
		["when true", true, false, true],
		["when true", true, true, false],
		["when true", false, true, false],
		["when false", false, true, true],
		["when false", true, false, false],
		["when block", "block", "allow", true],
		["when block", "allow", "block", false],
		["lower", 24, 48, true],
		["lower", 24, 24, false],
		["lower", 24, 1, false],
		["fewer", [], ["a.example.com"], true],
		["fewer", ["a.example.com"], [], false],
		["fewer", ["a.example.com", "b.example.com"], ["b.example.com"], false],
		["fewer", ["a.example.com"], ["b.example.com"], true],
		["fewer", ["a.example.com"], ["*"], true],
		["fewer", ["*"], ["a.example.com"], false],
		["fewer", [folder], [{ ...folder, mode: "ro" }], false],
		["fewer", [{ ...folder, mode: "ro" }], [folder], true],
		["fewer", [folder], ["~/Documents/Claude"], false],
		["fewer", ["~/Documents/Claude"], [folder], false],
		["fewer", [folder], ["~/Documents"], true],
		["more", ["WebSearch", "WebFetch"], ["WebFetch", "WebSearch", "Bash"], false],
		["more", ["WebSearch", "WebFetch"], ["WebSearch"], true],
		["more", ["WebSearch"], [], true],
		["when set", { Bash: "ask" }, { Bash: "allow" }, true],
		["when set", { Bash: "ask" }, { Bash: "ask" }, false],
		[undefined, true, false, false],
	])("%s: from %j to %j is %j", (restriction, before, after, expected) => {
		expect(loosens(restriction, before, after)).toBe(expected);
	});

	test("values of the wrong type, which are reported elsewhere, do not crash", () => {
		const odd: JsonValue[] = [null, 3, "x", true, {}, [null], [{}]];
		const all: Restriction[] = ["when true", "when false", "when block", "lower", "fewer", "more", "when set"];
		for (const restriction of all) {
			for (const before of odd) for (const after of odd) loosens(restriction, before, after);
		}
	});
});
