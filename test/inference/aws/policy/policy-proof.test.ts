import { describe, expect, it } from "vitest";
import { planBedrock } from "../../../../src/inference/aws/plan-bedrock.js";
import { planned, policyIn } from "../planned.js";
import { type BedrockCall, invocations, passes, passesAnywhere } from "./bedrock-call.js";
import { decide } from "./iam.js";
import { account, type PrefixCase, prefixCases, requestOf, signInCases } from "./policy-cases.js";

const caller = { "aws:PrincipalOrgID": "o-a1b2c3d4e5", "aws:PrincipalAccount": account };
const stranger = { "aws:PrincipalOrgID": "o-0000000000", "aws:PrincipalAccount": "999988887777" };

const cases = prefixCases.flatMap((prefix) =>
	signInCases.flatMap((signIn) =>
		[false, true].map((isPrivate) => ({
			title: `${prefix.partition} ${prefix.region} ${prefix.name} ${signIn.signIn} ${isPrivate ? "private" : "public"}`,
			prefix,
			isPrivate,
			plan: planned(planBedrock(requestOf(prefix, signIn, isPrivate))),
		})),
	),
);

describe.each(cases)("$title", ({ prefix, plan, isPrivate }) => {
	const [first, second] = prefix.models;
	const shared = policyIn(plan, "identity-shared");
	const pilot = policyIn(plan, "identity-group-pilot");

	it("lets the group call each of its models through its profile in every destination", () => {
		for (const model of prefix.models) {
			for (const call of callsOf(prefix, model)) expect(passes([shared], call), describeCall(call)).toBe(true);
		}
		for (const call of callsOf(prefix, first)) expect(passes([pilot], call), describeCall(call)).toBe(true);
	});

	it("denies the other group's model, its profile too", () => {
		for (const call of callsOf(prefix, second)) {
			expect(passes([pilot], call), describeCall(call)).toBe(false);
			for (const action of invocations) expect(passesAnywhere([pilot], call, action)).toBe(false);
			const profile = `arn:${call.partition}:bedrock:${call.region}:${account}:${call.profile}`;
			expect(decide([pilot], { action: "bedrock:InvokeModel", resource: profile })).toBe("implicit deny");
		}
	});

	it("denies each model without its profile", () => {
		for (const model of prefix.models) {
			for (const { profile: _, ...call } of callsOf(prefix, model)) {
				for (const action of invocations) expect(passesAnywhere([shared], call, action)).toBe(false);
			}
		}
	});

	it("denies each model through another's profile, another account's and an unlisted one", () => {
		for (const call of callsOf(prefix, first)) {
			const others = [
				{ ...call, profile: `inference-profile/${second?.profileId}` },
				{ ...call, accountId: "999988887777" },
				{ ...call, profile: `inference-profile/${prefix.prefix}.anthropic.claude-unlisted` },
				{ ...call, profile: "application-inference-profile/a1b2c3d4e5f6" },
			];
			for (const other of others) {
				expect(passes([shared], other), describeCall(other)).toBe(false);
				for (const action of invocations) expect(passesAnywhere([shared], other, action)).toBe(false);
			}
		}
	});

	it("denies an unlisted model through a listed profile, and a region that does not answer", () => {
		for (const call of callsOf(prefix, first)) {
			expect(passes([shared], { ...call, modelId: "anthropic.claude-unlisted" })).toBe(false);
			expect(passes([shared], { ...call, destination: "sa-east-1" })).toBe(false);
		}
	});

	it("allows nothing else", () => {
		const everything = [
			"bedrock:CreateInferenceProfile",
			"bedrock:InvokeAgent",
			"bedrock-mantle:CreateInference",
			"iam:PassRole",
		];
		for (const action of everything) {
			expect(
				decide([shared], { action, resource: `arn:${prefix.partition}:bedrock:${prefix.region}:${account}:x/y` }),
			).toBe("implicit deny");
		}
	});

	it("lets the endpoint pass what the policy allows, for the organisation only", () => {
		if (!isPrivate) return;
		const runtime = policyIn(plan, "endpoint-runtime");
		for (const model of prefix.models) {
			for (const call of callsOf(prefix, model)) {
				expect(passes([runtime], { ...call, caller }), describeCall(call)).toBe(true);
				expect(passes([runtime], { ...call, caller: stranger }), describeCall(call)).toBe(false);
				expect(passes([runtime], { ...call, caller, modelId: "anthropic.claude-unlisted" })).toBe(false);
			}
		}
	});
});

describe("keys and discovery", () => {
	const plans = signInCases.map((signIn) => {
		const [prefix] = prefixCases;
		if (!prefix) throw new Error("no case");
		return {
			signIn: signIn.signIn,
			policy: policyIn(planned(planBedrock(requestOf(prefix, signIn))), "identity-shared"),
		};
	});

	it.each(plans)("$signIn", ({ signIn, policy }) => {
		const may = (action: string, context = {}) => decide([policy], { action, resource: "*", context }) === "allow";
		const withKey = (kind: string) => may("bedrock:CallWithBearerToken", { "bedrock:bearerTokenType": kind });
		expect(withKey("LONG_TERM")).toBe(signIn === "bearerToken");
		expect(withKey("SHORT_TERM")).toBe(signIn === "helper");
		expect(may("bedrock:ListFoundationModels")).toBe(["bearerToken", "helper"].includes(signIn));
		expect(may("bedrock:ListInferenceProfiles")).toBe(["bearerToken", "helper"].includes(signIn));
	});
});

type Model = PrefixCase["models"][number];

function callsOf({ partition, region }: PrefixCase, model: Model | undefined): BedrockCall[] {
	if (!model) throw new Error("no model");
	const { profileId, modelId, destinations } = model;
	const call = { partition, region, accountId: account, profile: `inference-profile/${profileId}`, modelId };
	if (destinations.length === 0) return [{ ...call, destination: undefined }];
	return destinations.map((destination) => ({ ...call, destination }));
}

function describeCall({ profile, modelId, destination }: BedrockCall): string {
	return `${modelId} through ${profile} in ${destination ?? "no region"}`;
}
