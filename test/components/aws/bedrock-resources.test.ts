import { expect, test } from "vitest";
import { BedrockInference } from "../../../src/components/aws/bedrock-inference.js";
import { accountId, bedrockPlan, mantlePlan, plans, sonnet } from "./plans.js";
import { recordAws, reveal } from "./record-aws.js";

test("application profiles give a group ARNs of its own, in policies too, and a budget counts them", async () => {
	const plan = bedrockPlan({
		provision: {
			applicationProfiles: { pilot: { budget: { monthlyUsd: 500, email: "platform@example.com" } } },
			activateCostAllocationTags: true,
		},
	});
	const { result, resources } = await recordAws(() => new BedrockInference("eu", { plan }));
	const arn = `arn:aws:mock:::eu-application-profile-pilot.${sonnet}`;
	expect((await reveal(result.late[`bedrock.applicationProfile.pilot.${sonnet}`])).value).toBe(arn);
	const policy = JSON.parse((await reveal(result.policies["identity-group-pilot"])).value);
	expect(policy.Statement[0].Resource[0]).toBe(arn);
	const inputs = (type: string) => resources.find((each) => each.type === type)?.inputs;
	expect(inputs("aws:bedrock/inferenceProfile:InferenceProfile")).toEqual({
		name: "cowork-eu_pilot_eu_claude-sonnet-5",
		modelSource: { copyFrom: `arn:aws:bedrock:eu-central-1:${accountId}:inference-profile/${sonnet}` },
		tags: { team: "platform", cowork: "eu/pilot" },
		region: "eu-central-1",
	});
	const notification = (threshold: number) => ({
		comparisonOperator: "GREATER_THAN",
		notificationType: "ACTUAL",
		threshold,
		thresholdType: "PERCENTAGE",
		subscriberEmailAddresses: ["platform@example.com"],
	});
	expect(inputs("aws:budgets/budget:Budget")).toEqual({
		name: "cowork-eu.pilot",
		budgetType: "COST",
		timeUnit: "MONTHLY",
		limitAmount: "500",
		limitUnit: "USD",
		costFilters: [{ name: "TagKeyValue", values: ["user:cowork$eu/pilot"] }],
		notifications: [notification(80), notification(100)],
		tags: { team: "platform" },
	});
	expect(inputs("aws:costexplorer/costAllocationTag:CostAllocationTag")).toEqual({
		tagKey: "cowork",
		status: "Active",
	});
});

test("Mantle's calls are recorded where that is asked for", async () => {
	const { resources } = await recordAws(() => new BedrockInference("eu", { plan: mantlePlan }));
	expect(resources.find(({ name }) => name === "eu-event-data-store")?.inputs).toEqual({
		retentionPeriod: 366,
		multiRegionEnabled: false,
		advancedEventSelectors: [
			{
				name: "Bedrock Mantle inference",
				fieldSelectors: [
					{ field: "eventCategory", equals: ["Data"] },
					{ field: "resources.type", equals: ["AWS::BedrockMantle::Project"] },
				],
			},
		],
		tags: { team: "platform" },
		region: "us-east-1",
	});
});

test("governance is known with what AWS knows", async () => {
	const { result } = await recordAws(() => new BedrockInference("eu", { plan: plans.role }));
	const { resources, created } = (await reveal(result.governance)).value;
	expect(resources).toContain("arn:aws:mock:::eu-shared-role");
	expect(created).toEqual([
		{ type: "AWS::IAM::OIDCProvider", name: "https://login.example.com" },
		{ type: "AWS::IAM::Role", name: "cowork-eu" },
		{ type: "AWS::IAM::RolePolicy", name: "shared-inline-policy" },
	]);
});
