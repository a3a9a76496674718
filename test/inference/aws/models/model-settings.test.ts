import { describe, expect, it } from "vitest";
import { modelSettings } from "../../../../src/inference/aws/models/model-settings.js";
import type { AwsPrincipal } from "../../../../src/inference/aws/request.js";

const sonnet = "eu.anthropic.claude-sonnet-5";
const fable = "eu.anthropic.claude-fable-5";
const copy = "arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/a1b2c3d4e5f6";

function principal(models: AwsPrincipal["models"], group?: string) {
	return { models, ...(group !== undefined && { group }) };
}

describe("the models of a profile", () => {
	it("are the deployment's own words where nothing more is known", () => {
		expect(modelSettings({}, principal([sonnet, copy]))).toEqual({});
		expect(modelSettings({ copiedFrom: { [copy]: sonnet } }, principal([sonnet]))).toEqual({});
	});

	it("have the family of what they copy, but where another is stated", () => {
		const provision = { copiedFrom: { [copy]: fable } };
		expect(modelSettings(provision, principal([sonnet, `${copy}[1m]`]))).toEqual({
			inferenceModels: [{ name: sonnet }, { name: `${copy}[1m]`, anthropicFamilyTier: "fable" }],
		});
		const stated = { name: copy, anthropicFamilyTier: "opus", labelOverride: "Ours" };
		expect(modelSettings(provision, principal([stated]))).toEqual({ inferenceModels: [stated] });
	});

	it("are the group's application profiles, beside what those do not copy", () => {
		const provision = { applicationProfiles: { staff: {} }, copiedFrom: { [copy]: sonnet } };
		const arn = `arn:aws:bedrock:eu-central-1:111122223333:inference-profile/${fable}`;
		expect(modelSettings(provision, principal([arn, copy], "staff"))).toEqual({
			inferenceModels: [
				{
					name: {
						fromCloud: {
							name: `bedrock.applicationProfile.staff.${fable}`,
							words: `the application inference profile that AWS will create of ${fable} for group staff`,
							model: fable,
						},
					},
					labelOverride: "claude-fable-5",
					anthropicFamilyTier: "fable",
				},
				{ name: copy, anthropicFamilyTier: "sonnet" },
			],
		});
	});
});
