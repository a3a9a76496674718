import { describe, expect, it } from "vitest";
import { type BedrockRequest, planBedrock } from "../../../src/inference/aws/plan-bedrock.js";
import { planMantle } from "../../../src/inference/aws/plan-mantle.js";
import { policyLimits, policySize } from "../../../src/inference/aws/policy/policy-document.js";
import { bedrockSettings } from "../../../src/inference/aws/provisioned-settings.js";
import { decide } from "./policy/iam.js";
import { account, privateEndpoints } from "./policy/policy-cases.js";

const sonnet = "eu.anthropic.claude-sonnet-5";
const opus = "eu.anthropic.claude-opus-4-8";
const at = { block: ["inference", "bedrock"], groups: ["groups"] };
const base: BedrockRequest = {
	deployment: "eu",
	region: "eu-central-1",
	signIn: "identityCenter",
	signInBlock: { startUrl: "https://example.awsapps.com/start", region: "us-east-1" },
	models: [sonnet],
	provision: {},
	groups: [
		{ name: "general", members: { identityCenterGroup: "everyone" } },
		{ name: "staff", members: { identityCenterGroup: "staff" }, models: [`${sonnet}[1m]`] },
		{ name: "pilot", members: { identityCenterGroup: "pilots" }, models: [sonnet, opus] },
	],
	at,
};
const withKey = { signIn: "bearerToken", signInBlock: {} } as const;

describe("who signs in as what", () => {
	const summary = (request: BedrockRequest) =>
		planBedrock(request).identities.map((identity) => [
			identity.role,
			identity.groups,
			"name" in identity ? identity.name : identity.policy.name,
		]);

	it("shares a permission set among groups with the deployment's models", () => {
		expect(summary(base)).toEqual([
			["shared", ["general", "staff"], "cowork-eu"],
			["group-pilot", ["pilot"], "cowork-eu.pilot"],
		]);
	});

	it("gives every group its own where that is asked for", () => {
		expect(summary({ ...base, provision: { separateGroups: true } }).map(([role]) => role)).toEqual([
			"group-general",
			"group-staff",
			"group-pilot",
		]);
	});

	it("renames nothing when a group goes", () => {
		const all = summary(base);
		expect(summary({ ...base, groups: base.groups.slice(0, 2) })).toEqual(all.slice(0, 1));
		expect(summary({ ...base, groups: base.groups.slice(2) })).toEqual(all.slice(1));
	});

	it("plans a permission set of eight hours in the Identity Center's region", () => {
		const [shared] = planBedrock(base).identities;
		expect(shared).toMatchObject({
			kind: "permission-set",
			sessionDuration: "PT8H",
			region: "us-east-1",
			assignedGroups: ["everyone", "staff"],
			policy: { kind: "inline", name: "cowork-eu" },
		});
	});

	it("plans the policy alone where others look after the rest", () => {
		const [shared] = planBedrock({ ...base, provision: { bringYourOwn: true } }).identities;
		expect(shared?.kind).toBe("policy-only");
		expect(bedrockSettings({ ...base, provision: { bringYourOwn: true } }).general).toEqual({});
	});
});

describe("what provisioning decides of settings", () => {
	it("names each group's permission set, and the account where nobody named it", () => {
		const settings = bedrockSettings(base);
		expect(settings.staff).toEqual({
			inferenceBedrockSsoRoleName: "cowork-eu",
			inferenceBedrockSsoAccountId: {
				fromCloud: {
					name: "bedrock.accountId",
					words: "the id of the AWS account that deploys",
					instead: "inference.bedrock.signIn.identityCenter.accountId",
				},
			},
		});
		expect(settings.pilot?.inferenceBedrockSsoRoleName).toBe("cowork-eu.pilot");
		const named = bedrockSettings({ ...base, provision: { accountId: account } });
		expect(named.general?.inferenceBedrockSsoAccountId).toBe(account);
	});

	it("refers to keys and the endpoint's name", () => {
		const provision = { privateEndpoints: { ...privateEndpoints, useRegionalName: true } };
		expect(bedrockSettings({ ...base, ...withKey, provision }).pilot).toEqual({
			inferenceBedrockBearerToken: {
				fromCloud: {
					name: "bedrock.bearerToken.pilot",
					words: "the key that AWS will create for group pilot",
					instead: "inference.bedrock.signIn.bearerToken",
				},
			},
			inferenceBedrockBaseUrl: {
				fromCloud: { name: "bedrock.endpoint", words: "the address of the private endpoint" },
			},
		});
	});

	it("puts a group's application profiles in the place of its models", () => {
		const request = {
			...base,
			provision: { applicationProfiles: { staff: { budget: { monthlyUsd: 100, email: "a@example.com" } } } },
		};
		const arn = `bedrock.applicationProfile.staff.${sonnet}`;
		expect(bedrockSettings(request).staff?.inferenceModels).toEqual([
			{
				name: {
					fromCloud: {
						name: arn,
						words: `the application inference profile that AWS will create of ${sonnet} for group staff`,
						model: sonnet,
					},
				},
				labelOverride: "claude-sonnet-5",
				anthropicFamilyTier: "sonnet",
				supports1m: true,
			},
		]);
		const plan = planBedrock(request);
		expect(plan.applicationProfiles).toEqual([
			{
				group: "staff",
				profileId: sonnet,
				name: "cowork-eu_staff_eu_claude-sonnet-5",
				copyFrom: `arn:aws:bedrock:eu-central-1:<late:bedrock.accountId>:inference-profile/${sonnet}`,
				tags: { cowork: "eu/staff" },
				late: arn,
			},
		]);
		expect(plan.budgets).toMatchObject([
			{ group: "staff", monthlyUsd: 100, tag: { key: "cowork", value: "eu/staff" } },
		]);
		const staff = plan.identities.find(({ role }) => role === "group-staff");
		const system = `arn:aws:bedrock:eu-central-1:<late:bedrock.accountId>:inference-profile/${sonnet}`;
		const [profiles, models] = staff?.policy.document.Statement ?? [];
		expect(profiles?.Resource).toEqual([`<late:${arn}>`, system]);
		expect(models?.Condition).toEqual({
			StringEquals: { "bedrock:InferenceProfileArn": [`<late:${arn}>`, system] },
		});
	});
});

describe("size", () => {
	it("is kept by a wildcard for regions, which the profile bounds", () => {
		const models = [
			sonnet,
			opus,
			"eu.anthropic.claude-sonnet-4-6",
			"eu.anthropic.claude-opus-4-7",
			"global.anthropic.claude-sonnet-5",
			"eu.anthropic.claude-opus-4-6-v1",
			"eu.anthropic.claude-fable-5",
		];
		const provision = { accountId: account };
		const [user] = planBedrock({ ...base, ...withKey, models, provision }).identities;
		if (!user) throw new Error("no user");
		const { document } = user.policy;
		expect(policySize(document)).toBeLessThanOrEqual(policyLimits.managed);
		expect(document.Statement.find(({ Sid }) => Sid === "InvokeModel1")?.Resource).toEqual([
			"arn:aws:bedrock:*::foundation-model/anthropic.claude-sonnet-5",
		]);
		const profile = `arn:aws:bedrock:eu-central-1:${account}:inference-profile/${sonnet}`;
		const call = {
			action: "bedrock:InvokeModel",
			resource: "arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-sonnet-5",
		};
		const through = (arn: string) => decide([document], { ...call, context: { "bedrock:InferenceProfileArn": arn } });
		expect(through(profile)).toBe("allow");
		expect(through(`${profile}-other`)).toBe("implicit deny");
		expect(decide([document], call)).toBe("implicit deny");
	});
});

describe("Mantle", () => {
	const plan = planMantle({
		...base,
		...withKey,
		region: "us-east-1",
		models: ["anthropic.claude-sonnet-5"],
		groups: [{ name: "general" }],
		provision: { accountId: account, audit: {}, privateEndpoints: { ...privateEndpoints, useRegionalName: true } },
	});
	const [user] = plan.identities;

	it("permits the listed models of one project", () => {
		const call = (model: string, project = "default") =>
			decide([user?.policy.document ?? { Version: "2012-10-17", Statement: [] }], {
				action: "bedrock-mantle:CreateInference",
				resource: `arn:aws:bedrock-mantle:us-east-1:${account}:project/${project}`,
				context: { "bedrock-mantle:Model": model },
			});
		expect(call("anthropic.claude-sonnet-5")).toBe("allow");
		expect(call("anthropic.claude-opus-5")).toBe("implicit deny");
		expect(call("anthropic.claude-sonnet-5", "other")).toBe("implicit deny");
	});

	it("records calls, and has an endpoint of its own", () => {
		expect(plan.eventDataStore).toMatchObject({ retentionDays: 366 });
		expect(plan.endpoints?.services.map(({ serviceName }) => serviceName)).toEqual([
			"com.amazonaws.us-east-1.bedrock-mantle",
		]);
		expect(plan.endpoints?.baseUrl?.suffix).toBe("/anthropic");
	});
});
