import { describe, expect, test } from "vitest";
import { settingProblems } from "../../support/setting-problems.js";

describe("models and prices", () => {
	test("text and entries", () => {
		const entry = {
			name: "arn:aws:bedrock:us-east-1:1:x",
			labelOverride: "Ours",
			supports1m: true,
			prefer1m: true,
			anthropicFamilyTier: "fable",
			isFamilyDefault: true,
			maxEffort: "xhigh",
		};
		expect(
			settingProblems("inferenceModels", ["claude-sonnet-5", entry, { name: "claude-opus-5[1m]", prefer1m: true }]),
		).toEqual([]);
	});

	test.each<[unknown, string]>([
		[[5], "[0]: is a number; expected text or an object"],
		[[""], "[0]: is empty; give a value or leave it out"],
		[[{ labelOverride: "Ours" }], "[0].name: is missing; expected text"],
		[[{ name: "a", prefer1m: true }], "[0].prefer1m: needs supports1m: true, without which Claude Desktop ignores it"],
		[
			[{ name: "a", maxEffort: "huge" }],
			'[0].maxEffort: unknown value "huge"; expected one of low, medium, high, xhigh, max, otherwise Claude Desktop takes it for low',
		],
		[
			["a", { name: "a", anthropicFamilyTier: "nano" }],
			'[1].anthropicFamilyTier: unknown value "nano"; expected one of sonnet, opus, haiku, fable, mythos',
		],
		[
			[{ name: "a", label: "b" }],
			"[0].label: unknown member; expected one of anthropicFamilyTier, isFamilyDefault, labelOverride, maxEffort, name, prefer1m, supports1m",
		],
		[{ name: "a" }, ": is an object; expected a list"],
	])("inferenceModels %j", (value, message) => {
		expect(settingProblems("inferenceModels", value)).toEqual([`inferenceModels${message}`]);
	});

	test("prices are whole and not negative", () => {
		const price = { name: "a", inputPerMtok: 3, outputPerMtok: 15, cacheReadPerMtok: 0.3, cacheWritePerMtok: 3.75 };
		expect(settingProblems("inferenceModelPricing", [price, { ...price, outputPerMtok: 0 }])).toEqual([]);
		expect(
			settingProblems("inferenceModelPricing", [
				{ name: "a", inputPerMtok: -1, outputPerMtok: "15", cacheReadPerMtok: 0 },
			]),
		).toEqual([
			"inferenceModelPricing[0].inputPerMtok: is -1; expected at least 0",
			"inferenceModelPricing[0].outputPerMtok: is text; expected a number",
			"inferenceModelPricing[0].cacheWritePerMtok: is missing; expected a number",
		]);
	});
});
