import { describe, expect, it } from "vitest";
import { resolveModels } from "../../../../src/inference/aws/models/resolve-models.js";
import { planBedrock } from "../../../../src/inference/aws/plan-bedrock.js";
import { planned, policyIn } from "../planned.js";
import { passes } from "../policy/bedrock-call.js";
import { account } from "../policy/policy-cases.js";
import { bedrockRequests } from "../policy/policy-requests.js";

const scope = { partition: "aws", region: "us-west-1", accountId: account } as const;
const haiku = "us.anthropic.claude-haiku-4-5-20251001-v1:0";

describe("a model's regions", () => {
	it("are those that answer and the one of the call", () => {
		expect(resolveModels({ models: [haiku] }, scope, {}).resolved).toEqual([
			{
				id: haiku,
				index: 0,
				profileId: haiku,
				modelId: "anthropic.claude-haiku-4-5-20251001-v1:0",
				profileArns: [`arn:aws:bedrock:us-west-1:${account}:inference-profile/${haiku}`],
				regions: ["ca-central-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2"],
				source: "table",
			},
		]);
	});

	it.each([["eu-central-1"], "anywhere" as const])("of a global profile are none, for which %j is given", (given) => {
		const id = "global.anthropic.claude-opus-4-6-v1";
		const destinations = { [id]: given };
		const { resolved } = resolveModels({ models: [id] }, { ...scope, region: "eu-central-1" }, { destinations });
		expect(resolved).toMatchObject([{ regions: "anywhere", source: "given" }]);
	});
});

describe("copies", () => {
	const request = bedrockRequests.copies;
	if (!request) throw new Error("no request");
	// Nothing but residency names regions.
	const european = ["eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3"];
	const bounded = { ...request, provision: { ...request.provision, residency: european } };
	const policy = policyIn(planned(planBedrock(bounded)), "identity-shared");
	const call = (profile: string, modelId: string, destination: string) =>
		passes([policy], {
			partition: "aws",
			region: "eu-central-1",
			accountId: account,
			profile,
			modelId,
			destination,
		});

	it("of a profile reach its regions, and those of a foundation model its own", () => {
		const [ofProfile, ofModel] = ["a1b2c3d4e5f6", "f6e5d4c3b2a1"].map((id) => `application-inference-profile/${id}`);
		if (!ofProfile || !ofModel) throw new Error("no copies");
		expect(call(ofProfile, "anthropic.claude-sonnet-5", "eu-west-1")).toBe(true);
		expect(call(ofModel, "anthropic.claude-haiku-4-5-20251001-v1:0", "eu-central-1")).toBe(true);
		expect(call(ofModel, "anthropic.claude-haiku-4-5-20251001-v1:0", "eu-west-1")).toBe(false);
		expect(call("application-inference-profile/other", "anthropic.claude-sonnet-5", "eu-central-1")).toBe(false);
	});
});
