import { describe, expect, test } from "vitest";
import type { ManagedKey } from "../../src/configuration/managed-key.js";
import { opens } from "../../src/configuration/restriction.js";
import type { JsonValue } from "../../src/json.js";

type Key = Pick<ManagedKey, "restricts" | "default" | "closedByDefault">;
type Case = readonly [string, Key, JsonValue | undefined, JsonValue | undefined, boolean];

describe("whether a change of a key opens something, which may not be set", () => {
	test.each<Case>([
		["a key that closes nothing", {}, true, false, false],
		["a switch that is taken out, on by default", { restricts: "when false", default: true }, false, undefined, true],
		[
			"a switch that is written as it is by default",
			{ restricts: "when false", default: true },
			undefined,
			true,
			false,
		],
		[
			"a switch that is taken out, off by default",
			{ restricts: "when false", default: false },
			false,
			undefined,
			false,
		],
		["a switch that is turned on, off by default", { restricts: "when false", default: false }, undefined, true, true],
		["a switch of which nobody knows the default, turned on", { restricts: "when false" }, undefined, true, true],
		["a switch of which nobody knows the default, taken out", { restricts: "when true" }, true, undefined, true],
		["a switch of which nobody knows the default, closed", { restricts: "when true" }, undefined, true, false],
		["a number without a bound before", { restricts: "lower" }, undefined, 10, false],
		["a number without a bound after", { restricts: "lower" }, 10, undefined, true],
		["a number above its default", { restricts: "lower", default: 24 }, undefined, 72, true],
		["a list that allows, taken out", { restricts: "fewer" }, ["a"], undefined, true],
		["a list that allows, made", { restricts: "fewer" }, undefined, [], false],
		["a list that denies, taken out", { restricts: "more" }, ["a"], undefined, true],
		["a list that denies, made", { restricts: "more" }, undefined, ["a"], false],
		["a list that is closed by default, made", { restricts: "fewer", closedByDefault: true }, undefined, ["a"], true],
		["an empty one, made", { restricts: "fewer", closedByDefault: true }, undefined, [], false],
		["an empty one, taken out", { restricts: "fewer", closedByDefault: true }, [], undefined, true],
		[
			"a list that is closed by default, taken out",
			{ restricts: "fewer", closedByDefault: true },
			["a"],
			undefined,
			false,
		],
		["a rule, made", { restricts: "when set" }, undefined, { a: 1 }, false],
		["a rule, taken out", { restricts: "when set" }, { a: 1 }, undefined, true],
		["nothing", { restricts: "when set" }, undefined, undefined, false],
	])("%s", (_, key, before, after, expected) => {
		expect(opens(key, before, after)).toBe(expected);
	});
});
