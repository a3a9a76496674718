import fc from "fast-check";
import { expect, test } from "vitest";
import { keyNames } from "../../../src/configuration/catalogue.js";
import type { JsonValue } from "../../../src/json.js";
import { ruleProblems } from "./problems.js";

test("rules tolerate values of any type, which are reported elsewhere", () => {
	const value = fc.oneof(
		fc.jsonValue({ maxDepth: 3 }),
		fc.constantFrom("broker", "grpc", "*", "http://[", true, false),
	);
	// What fast-check calls a JSON value is one.
	const settings = fc.dictionary(fc.constantFrom(...keyNames), value as fc.Arbitrary<JsonValue>, { maxKeys: 12 });
	fc.assert(
		fc.property(settings, (some) => {
			for (const problem of ruleProblems(some)) expect(problem).not.toBe("");
		}),
	);
});
