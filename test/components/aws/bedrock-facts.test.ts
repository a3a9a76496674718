import { expect, test } from "vitest";
import { bedrockFacts } from "../../../src/components/aws/bedrock-facts.js";
import { accountId } from "./plans.js";
import { recordAws } from "./record-aws.js";

const lookUp = "aws:bedrock/getInferenceProfile:getInferenceProfile";
const sonnet = "eu.anthropic.claude-sonnet-5";
const opus = "eu.anthropic.claude-opus-4-8";
const everywhere = "global.anthropic.claude-sonnet-5";
/** What the table has for both. */
const listed = ["eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3"];
/** Regions of the models behind each profile, as AWS tells them; a global profile's model has none, once. */
const models: Readonly<Record<string, readonly string[]>> = {
	[sonnet]: ["eu-west-3", "eu-central-2", "eu-central-1"],
	[everywhere]: ["eu-central-1", ""],
};

const answer = ({ inferenceProfileId }: Record<string, unknown>) => {
	const regions = models[String(inferenceProfileId)];
	if (!regions) throw Object.assign(new Error(), { details: "ResourceNotFoundException: no such profile" });
	return {
		models: regions.map((region) => ({ modelArn: `arn:aws:bedrock:${region}::foundation-model/anthropic.claude` })),
	};
};

test("facts are asked of AWS for its own profiles, by their ARN too, each once", async () => {
	const { result, calls, warnings } = await recordAws(
		() =>
			bedrockFacts({
				region: "eu-central-1",
				models: [
					`${sonnet}[1m]`,
					`arn:aws:bedrock:eu-central-1:${accountId}:inference-profile/${sonnet}`,
					`arn:aws:bedrock:eu-central-1:${accountId}:application-inference-profile/a1b2c3d4e5f6`,
					everywhere,
					"sonnet",
				],
				accountId,
			}),
		{ [lookUp]: answer },
	);
	expect(result).toEqual({
		accountId,
		// What AWS leaves out today may answer tomorrow.
		destinations: { [sonnet]: [...listed, "eu-central-2"].sort(), [everywhere]: "anywhere" },
	});
	expect(calls.map(({ inputs }) => inputs)).toEqual([
		{ inferenceProfileId: sonnet, region: "eu-central-1" },
		{ inferenceProfileId: everywhere, region: "eu-central-1" },
	]);
	expect(warnings).toEqual([]);
});

test("a profile that AWS tells nothing of is named, and the others keep its word", async () => {
	const { result, warnings } = await recordAws(
		() => bedrockFacts({ region: "eu-central-1", models: [opus, sonnet], accountId }),
		{ [lookUp]: answer },
	);
	expect(result.destinations).toEqual({ [sonnet]: [...listed, "eu-central-2"].sort() });
	expect(warnings).toHaveLength(1);
	expect(warnings[0]).toContain(
		`inference.bedrock.provision.destinations: AWS tells no destinations of ${opus}, so that the word of a table of 2026-07 holds: `,
	);
	expect(warnings[0]).toContain("ResourceNotFoundException: no such profile");
});
