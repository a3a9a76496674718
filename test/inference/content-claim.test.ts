import { expect, test } from "vitest";
import { modelsNeedingDataSharing } from "../../src/inference/content-claim.js";

test.each([
	[["eu.anthropic.claude-sonnet-5", "eu.anthropic.claude-fable-5"], ["eu.anthropic.claude-fable-5"]],
	[["claude-fable-5-1[1m]", { name: "claude-fable-5-1" }], ["claude-fable-5-1"]],
	[
		[
			{
				name: "arn:aws:bedrock:eu-central-1:012345678901:application-inference-profile/a1",
				anthropicFamilyTier: "fable",
			},
		],
		["arn:aws:bedrock:eu-central-1:012345678901:application-inference-profile/a1"],
	],
	[[{ name: "claude-opus-5", anthropicFamilyTier: "opus" }, "claude-haiku-5"], []],
	[[], []],
	[undefined, []],
	[[null, 3, { labelOverride: "Fable" }], []],
])("of %j: %j", (models, expected) => {
	expect(modelsNeedingDataSharing(models)).toEqual(expected);
});
