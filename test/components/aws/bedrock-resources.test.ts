import { expect, test } from "vitest";
import { BedrockInference } from "../../../src/components/aws/bedrock-inference.js";
import { late, lateText } from "../../../src/inference/aws/late-text.js";
import { accountId, identities, planOf, policyOn } from "./plans.js";
import { recordAws, reveal } from "./record-aws.js";

const root = "pulumi-cowork:aws:BedrockInference";

test("application profiles give a group ARNs of its own, in policies too, and a budget counts them", async () => {
	const name = late.applicationProfile("pilot", "eu.anthropic.claude-sonnet-5");
	const copyFrom = `arn:aws:bedrock:eu-central-1:${accountId}:inference-profile/eu.anthropic.claude-sonnet-5`;
	const policy = { kind: "managed", name: "cowork-eu", document: policyOn([lateText(name)]) } as const;
	const plan = planOf([{ ...identities.policyOnly, policy }], {
		applicationProfiles: [
			{
				group: "pilot",
				profileId: "eu.anthropic.claude-sonnet-5",
				name: "cowork-eu_pilot_eu_claude-sonnet-5",
				copyFrom,
				tags: { cowork: "eu/pilot" },
				late: name,
			},
		],
		budgets: [
			{
				group: "pilot",
				name: "cowork-eu.pilot",
				monthlyUsd: 500,
				email: "platform@example.com",
				tag: { key: "cowork", value: "eu/pilot" },
				thresholdPercents: [80, 100],
			},
		],
	});
	const { result, resources, urns } = await recordAws(
		() => new BedrockInference("eu", { plan, activateCostAllocationTags: true }),
	);
	const arn = "arn:aws:mock:::eu-application-profile-pilot.eu.anthropic.claude-sonnet-5";
	expect((await reveal(result.late[name])).value).toBe(arn);
	expect(JSON.parse((await reveal(result.policies.shared)).value).Statement[0].Resource).toEqual([arn]);
	const inputs = (type: string) => resources.find((each) => each.type === type)?.inputs;
	expect(inputs("aws:bedrock/inferenceProfile:InferenceProfile")).toEqual({
		name: "cowork-eu_pilot_eu_claude-sonnet-5",
		modelSource: { copyFrom },
		tags: { cowork: "eu/pilot" },
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
	expect(urns).toContain(`${root}$aws:budgets/budget:Budget::eu-budget-pilot`);
});

test("Mantle's calls are recorded where that is planned", async () => {
	const plan = planOf([], {
		eventDataStore: {
			retentionDays: 366,
			advancedEventSelectors: [
				{ name: "calls", fieldSelectors: [{ field: "resources.type", equals: ["AWS::BedrockMantle::Project"] }] },
			],
		},
	});
	const { resources } = await recordAws(() => new BedrockInference("eu", { plan }));
	expect(resources.find(({ name }) => name === "eu-event-data-store")?.inputs).toEqual({
		retentionPeriod: 366,
		multiRegionEnabled: false,
		advancedEventSelectors: [
			{ name: "calls", fieldSelectors: [{ field: "resources.type", equals: ["AWS::BedrockMantle::Project"] }] },
		],
		tags: { team: "platform" },
		region: "eu-central-1",
	});
});

test("governance names what is created, what is allowed and what costs money", async () => {
	const plan = planOf([identities.user], { notes: ["a note"] });
	const { result } = await recordAws(() => new BedrockInference("eu", { plan }));
	expect((await reveal(result.governance)).value).toEqual({
		actions: ["bedrock:InvokeModel"],
		resources: [`arn:aws:bedrock:eu-central-1:${accountId}:inference-profile/eu.anthropic.claude-sonnet-5`],
		created: [
			{ type: "AWS::IAM::User", name: "cowork-eu_next" },
			{ type: "AWS::IAM::User", name: "cowork-eu" },
			{ type: "AWS::IAM::ServiceSpecificCredential", name: "cowork-eu_next/next" },
			{ type: "AWS::IAM::ServiceSpecificCredential", name: "cowork-eu/current" },
			{ type: "AWS::IAM::ManagedPolicy", name: "cowork-eu" },
		],
		costs: [
			{ type: "AWS::IAM::User", meter: "free" },
			{ type: "AWS::IAM::ServiceSpecificCredential", meter: "free" },
			{ type: "AWS::IAM::ManagedPolicy", meter: "free" },
			{ type: "model calls", meter: "per token, at the price of the model and region" },
		],
		notes: ["a note"],
	});
});
