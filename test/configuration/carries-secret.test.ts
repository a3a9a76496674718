import { expect, test } from "vitest";
import { carriesSecret } from "../../src/configuration/carries-secret.js";
import type { JsonValue } from "../../src/json.js";

const late = { fromCloud: { name: "value", words: "a value of the cloud" } };

test.each<[key: string, value: JsonValue, expected: boolean]>([
	["inferenceBedrockBearerToken", late, true],
	["inferenceBedrockBearerToken", { fromEnv: "KEY" }, true],
	["inferenceBedrockSsoAccountId", late, false],
	["inferenceModels", [{ name: late }], false],
	["otlpHeaders", { authorization: { fromEnv: "TOKEN" }, "x-team": "pilot" }, true],
	["otlpHeaders", { "x-team": "pilot" }, false],
])("the key says whether %s: %j is confidential", (key, value, expected) => {
	expect(carriesSecret(key, value)).toBe(expected);
});
