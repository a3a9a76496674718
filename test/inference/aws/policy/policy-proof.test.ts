import { describe, expect, it } from "vitest";
import type { PolicyDocument } from "../../../../src/cloud/iam-policy.js";
import { planBedrock } from "../../../../src/inference/aws/plan-bedrock.js";
import { planned, policyIn } from "../planned.js";
import { type BedrockCall, invocations, passes, passesAnywhere } from "./bedrock-call.js";
import { decide } from "./iam.js";
import { account, americanProfiles, type PrefixCase, prefixCases, requestOf, signInCases } from "./policy-cases.js";
import { bedrockRequests } from "./policy-requests.js";

const caller = { "aws:PrincipalOrgID": "o-a1b2c3d4e5", "aws:PrincipalAccount": account };
const stranger = { "aws:PrincipalOrgID": "o-0000000000", "aws:PrincipalAccount": "999988887777" };

const cases = prefixCases.flatMap((prefix) =>
	signInCases.flatMap((signIn) =>
		[
			{ words: "public", isPrivate: false, isBounded: false },
			{ words: "private", isPrivate: true, isBounded: false },
			{ words: "public within residency", isPrivate: false, isBounded: true },
			{ words: "private within residency", isPrivate: true, isBounded: true },
		].flatMap(({ words, ...options }) => {
			// A profile that leads anywhere stays within no residency.
			if (options.isBounded && prefix.prefix === "global") return [];
			return [
				{
					title: `${prefix.partition} ${prefix.region} ${prefix.name} ${signIn.signIn} ${words}`,
					prefix,
					...options,
					plan: planned(planBedrock(requestOf(prefix, signIn, options))),
				},
			];
		}),
	),
);

describe.each(cases)("$title", ({ prefix, plan, isPrivate, isBounded }) => {
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

	it("denies each model through a profile that is not the group's, another account's and an unlisted one", () => {
		for (const call of callsOf(prefix, first)) {
			const others = [
				{ ...call, accountId: "999988887777" },
				{ ...call, profile: `inference-profile/${prefix.prefix}.anthropic.claude-unlisted` },
				{ ...call, profile: "application-inference-profile/a1b2c3d4e5f6" },
			];
			const ofNobody = others.map((other) => [shared, other] as const);
			const ofOthers = [pilot, { ...call, profile: `inference-profile/${second?.profileId}` }] as const;
			for (const [policy, other] of [...ofNobody, ofOthers]) {
				expect(passes([policy], other), describeCall(other)).toBe(false);
				for (const action of invocations) expect(passesAnywhere([policy], other, action)).toBe(false);
			}
		}
	});

	it("denies an unlisted model through a listed profile", () => {
		for (const call of callsOf(prefix, first)) {
			expect(passes([shared], { ...call, modelId: "anthropic.claude-unlisted" })).toBe(false);
		}
	});

	it("denies a region that does not answer only where residency bounds them", () => {
		for (const call of callsOf(prefix, first)) {
			const elsewhere = { ...call, destination: "sa-east-1" };
			for (const policy of [shared, pilot]) expect(passes([policy], elsewhere)).toBe(!isBounded);
		}
	});

	it("lets people read about the group's profiles, and about no others", () => {
		const read = (profileId = "", accountId = account) => {
			const resource = `arn:${prefix.partition}:bedrock:${prefix.region}:${accountId}:inference-profile/${profileId}`;
			return decide([pilot], { action: "bedrock:GetInferenceProfile", resource });
		};
		expect(read(first?.profileId)).toBe("allow");
		expect(read(second?.profileId)).toBe("implicit deny");
		expect(read(first?.profileId, "999988887777")).toBe("implicit deny");
	});

	it("allows nothing else", () => {
		const everything = [
			"aws-external-anthropic:CreateInference",
			"aws-marketplace:Subscribe",
			"bedrock:CountTokens",
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

describe("twelve models", () => {
	const { partition, region } = { partition: "aws", region: "us-east-1" };
	const america = ["ca-central-1", "ca-west-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2"];

	it.each(
		signInCases.flatMap((signIn) => [
			{ signIn, title: signIn.signIn, residency: undefined },
			{ signIn, title: `${signIn.signIn} within residency`, residency: america },
		]),
	)("of us. fit $title, and are what people call", ({ signIn, residency }) => {
		const provision = {
			accountId: account,
			dataRetention: "aws_review" as const,
			...signIn.provision,
			...(residency && { residency }),
		};
		const models = americanProfiles;
		const request = { ...requestOf(american(), signIn), models, provision };
		const policy = policyIn(planned(planBedrock(request)), "identity-shared");
		expect(policy.Statement.filter(({ Sid }) => Sid.startsWith("InvokeModels")).length).toBeGreaterThan(0);
		for (const profileId of models) {
			const modelId = profileId.slice("us.".length);
			const call = { partition, region, accountId: account, profile: `inference-profile/${profileId}`, modelId };
			// Every one of them has these among its destinations.
			for (const destination of ["us-east-1", "us-east-2", "us-west-2"]) {
				expect(passes([policy], { ...call, destination }), profileId).toBe(true);
				expect(passesAnywhere([policy], { ...call, profile: "x", destination }, "bedrock:InvokeModel")).toBe(false);
			}
			expect(passes([policy], { ...call, destination: "eu-west-1" }), profileId).toBe(residency === undefined);
			// Canada answers for some of them only.
			const three = /opus-4-1-|opus-4-2|sonnet-4-2/.test(profileId);
			const canada = passes([policy], { ...call, destination: "ca-central-1" });
			if (three) expect(canada, profileId).toBe(residency === undefined);
		}
		expect(passes([policy], callOf("us.anthropic.claude-opus-5"))).toBe(false);
	});

	it("are one statement where no region is named", () => {
		const [signIn] = signInCases;
		if (!signIn) throw new Error("no case");
		const provision = { accountId: account, dataRetention: "aws_review" as const };
		const request = { ...requestOf(american(), signIn), models: americanProfiles, provision };
		const policy = policyIn(planned(planBedrock(request)), "identity-shared");
		expect(policy.Statement.map(({ Sid }) => Sid)).toEqual(["UseProfiles", "InvokeModels"]);
	});

	function american(): PrefixCase {
		const found = prefixCases.find(({ name }) => name === "us");
		if (!found) throw new Error("no case");
		return found;
	}

	function callOf(profileId: string): BedrockCall {
		const modelId = profileId.slice("us.".length);
		const profile = `inference-profile/${profileId}`;
		return { partition, region, accountId: account, profile, modelId, destination: "us-east-1" };
	}
});

describe("application profiles", () => {
	const request = bedrockRequests["application-profiles"];
	if (!request) throw new Error("no request");
	const own = `arn:aws:bedrock:eu-central-1:${account}:application-inference-profile/a1b2c3d4e5f6`;
	const text = JSON.stringify(policyIn(planned(planBedrock(request)), "identity-group-general"));
	const policy = JSON.parse(text.replace(/<late:application-profile-[^<>]+>/g, own));
	const call = {
		partition: "aws",
		region: "eu-central-1",
		accountId: account,
		modelId: "anthropic.claude-sonnet-5",
		destination: "eu-west-3",
	};

	it("are called and read about beside the profiles that they copy, and others are not", () => {
		const profiles = ["application-inference-profile/a1b2c3d4e5f6", "inference-profile/eu.anthropic.claude-sonnet-5"];
		for (const profile of profiles) {
			const resource = `arn:aws:bedrock:eu-central-1:${account}:${profile}`;
			expect(passes([policy], { ...call, profile })).toBe(true);
			expect(decide([policy], { action: "bedrock:GetInferenceProfile", resource })).toBe("allow");
		}
		expect(passes([policy], { ...call, profile: "application-inference-profile/f6e5d4c3b2a1" })).toBe(false);
		expect(passes([policy], call)).toBe(false);
	});
});

describe("token counts", () => {
	const model = (region: string, id: string) => `arn:aws:bedrock:${region}::foundation-model/anthropic.${id}`;
	const [identity, endpoint] = ["identity-shared", "endpoint-runtime"].map((name) => {
		const request = bedrockRequests["count-tokens"];
		if (!request) throw new Error("no request");
		return policyIn(planned(planBedrock(request)), name);
	});

	it("are for the listed models in the region of the calls, without a profile, where they are asked for", () => {
		const counts = (resource: string) =>
			decide([identity as PolicyDocument], { action: "bedrock:CountTokens", resource });
		expect(counts(model("eu-central-1", "claude-sonnet-5"))).toBe("allow");
		expect(counts(model("eu-west-1", "claude-sonnet-5"))).toBe("implicit deny");
		expect(counts(model("eu-central-1", "claude-opus-4-8"))).toBe("implicit deny");
		const resource = model("eu-central-1", "claude-sonnet-5");
		expect(decide([endpoint as PolicyDocument], { action: "bedrock:CountTokens", resource, context: caller })).toBe(
			"allow",
		);
		// What counts is no call.
		expect(decide([identity as PolicyDocument], { action: "bedrock:InvokeModel", resource })).toBe("implicit deny");
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
