import { expect, test } from "vitest";
import { modelsNeedingDataSharing, modelsOfUnknownFamily } from "../../src/inference/content-claim.js";

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
	// Application profiles that are yet to be created.
	[
		[{ name: { fromCloud: { name: "profile", words: "a profile", model: "eu.anthropic.claude-fable-5" } } }],
		["eu.anthropic.claude-fable-5"],
	],
	[
		[
			{
				name: {
					fromCloud: { name: "fable", words: "a profile of group fable", model: "eu.anthropic.claude-sonnet-5" },
				},
			},
		],
		[],
	],
])("of %j: %j", (models, expected) => {
	expect(modelsNeedingDataSharing(models)).toEqual(expected);
});

const application = "arn:aws:bedrock:eu-central-1:012345678901:application-inference-profile/a1";
const provisioned = "arn:aws-us-gov:bedrock:us-gov-west-1:012345678901:provisioned-model/a1";

test.each([
	[
		[application, `${application}[1m]`, { name: provisioned }],
		[application, provisioned],
	],
	[[{ name: application, anthropicFamilyTier: "sonnet" }], []],
	[["arn:aws:bedrock:eu-central-1:012345678901:inference-profile/eu.anthropic.claude-sonnet-5"], []],
	[
		[
			"eu.anthropic.claude-sonnet-5",
			{ name: { fromCloud: { name: "profile", words: "a profile", model: "eu.anthropic.x" } } },
		],
		[],
	],
	[undefined, []],
])("of %j the family is unknown: %j", (models, expected) => {
	expect(modelsOfUnknownFamily(models)).toEqual(expected);
});
