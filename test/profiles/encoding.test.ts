import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { made, refused } from "../../src/outcome.js";
import { error } from "../../src/problem.js";
import { decodeValue, encodeValue } from "../../src/profiles/encoding.js";

describe("encodeValue", () => {
	test.each<[JsonValue, string]>([
		[true, "true"],
		[false, "false"],
		[24, "24"],
		[-1, "-1"],
		[1e21, "1000000000000000000000"],
		[0.85, "0.85"],
		["", ""],
		['say "hi"', 'say "hi"'],
		[[], "[]"],
		[["a", "b c"], '["a","b c"]'],
		[{ b: 1, a: ["x\ny"] }, '{"b":1,"a":["x\\ny"]}'],
	])("%j is %s", (value, text) => {
		expect(encodeValue(value)).toBe(text);
	});
});

describe("decodeValue", () => {
	test.each<[string, JsonValue, JsonValue]>([
		["disableAutoUpdates", "true", true],
		["disableAutoUpdates", "false", false],
		["disableAutoUpdates", "1", true],
		["disableAutoUpdates", "0", false],
		["disableAutoUpdates", " TRUE\r\n", true],
		["disableAutoUpdates", "False", false],
		["disableAutoUpdates", true, true],
		["disableAutoUpdates", 1, true],
		["disableAutoUpdates", 0, false],
		["autoUpdaterEnforcementHours", "24", 24],
		["autoUpdaterEnforcementHours", 24, 24],
		["inferenceModelPricingMultiplier", "0.85", 0.85],
		["inferenceModelPricingMultiplier", "1e-7", 1e-7],
		["inferenceGatewayBaseUrl", "[1]", "[1]"],
		["inferenceProvider", "true", "true"],
		["inferenceModels", '["a"]', ["a"]],
		["inferenceModels", ["a"], ["a"]],
		["otlpHeaders", '{"a":"b"}', { a: "b" }],
		["allowedWorkspaceFolders", '["C:\\Work","D:\\\\x\\y"]', ["C:\\Work", "D:\\x\\y"]],
		["allowedWorkspaceFolders", '["C:\\Work\\tools"]', ["C:\\Work\tools"]],
		["unknownToTheCatalogue", "true", "true"],
		["unknownToTheCatalogue", "24", "24"],
		["unknownToTheCatalogue", "[1]", [1]],
		["unknownToTheCatalogue", '{"a":1}', { a: 1 }],
		["unknownToTheCatalogue", "[not json", "[not json"],
		["unknownToTheCatalogue", 1, 1],
	])("%s from %j is %j", (name, carried, value) => {
		expect(decodeValue(name, carried)).toEqual(made(value));
	});

	test.each<[string, JsonValue, string]>([
		["disableAutoUpdates", "yes", "true or false"],
		["disableAutoUpdates", 2, "true or false"],
		["autoUpdaterEnforcementHours", "24h", "a whole number"],
		["autoUpdaterEnforcementHours", "0x18", "a whole number"],
		["autoUpdaterEnforcementHours", "", "a whole number"],
		["autoUpdaterEnforcementHours", 1.5, "a whole number"],
		["autoUpdaterEnforcementHours", "9007199254740993", "a whole number"],
		["inferenceModelPricingMultiplier", "Infinity", "a number"],
		["inferenceGatewayBaseUrl", 1, "text"],
		["inferenceModels", "claude-sonnet-5", "a JSON list"],
		["inferenceModels", '{"a":1}', "a JSON list"],
		["inferenceModels", '["a"', "a JSON list"],
		["otlpHeaders", "[]", "a JSON object"],
		["otlpHeaders", "a=b", "a JSON object"],
	])("%s from %j is refused", (name, carried, expected) => {
		expect(decodeValue(name, carried)).toEqual(
			refused(error("not-readable", [], `unreadable value; expected ${expected}`)),
		);
	});

	test("a member called __proto__ stays a member", () => {
		const { value } = decodeValue("otlpHeaders", '{"__proto__":{"polluted":"yes"}}');
		expect(Object.keys(value as object)).toEqual(["__proto__"]);
		expect(({} as { polluted?: string }).polluted).toBeUndefined();
	});
});
