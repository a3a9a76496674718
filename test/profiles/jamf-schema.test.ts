import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { keyNames } from "../../src/configuration/catalogue.js";
import { jamfSchema } from "../../src/profiles/jamf-schema.js";
import { identity } from "./cases.js";

const { value: files } = await jamfSchema.render({ identity, platform: "macos" }, {});
const schema = JSON.parse(new TextDecoder().decode(files?.[0]?.content));
// Words of Jamf's own beside those of JSON Schema.
const ajv = new Ajv({ allErrors: true }).addVocabulary([
	"__preferencedomain",
	"__version",
	"__feedback",
	"options",
	"property_order",
	"links",
]);
const validate = ajv.compile(schema);

test("has every key of the catalogue, in its order", () => {
	expect(Object.keys(schema.properties)).toEqual(keyNames);
	const orders = Object.values<{ property_order: number }>(schema.properties).map((each) => each.property_order);
	expect(orders).toEqual(keyNames.map((_, index) => index + 1));
	expect(schema.__preferencedomain).toBe("com.anthropic.claudefordesktop");
});

test("takes settings as Jamf writes them", () => {
	const settings = {
		inferenceProvider: "bedrock",
		inferenceModels: '["claude-sonnet-5"]',
		disableAutoUpdates: "true",
		autoUpdaterEnforcementHours: 24,
		otlpHeaders: '{"authorization":"Bearer x"}',
	};
	expect([validate(settings), validate.errors]).toEqual([true, null]);
});

test.each<[string, object]>([
	["an unknown provider", { inferenceProvider: "bedrok" }],
	["a native switch", { disableAutoUpdates: true }],
	["too many hours", { autoUpdaterEnforcementHours: 73 }],
	["a native list", { inferenceModels: ["claude-sonnet-5"] }],
	["a name that is too long", { deploymentDisplayName: "x".repeat(61) }],
])("refuses %s", (_, settings) => {
	expect(validate(settings)).toBe(false);
});
