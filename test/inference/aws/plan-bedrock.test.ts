import { describe, expect, it } from "vitest";
import { planBedrock } from "../../../src/inference/aws/plan-bedrock.js";
import { planMantle } from "../../../src/inference/aws/plan-mantle.js";
import { policyLimits, policySize } from "../../../src/inference/aws/policy/policy-size.js";
import type { BedrockRequest } from "../../../src/inference/aws/request.js";
import { formatProblem } from "../../../src/problem.js";
import { planned, policyIn, problemsOf, resourceIn } from "./planned.js";
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
		{ name: "staff", members: { identityCenterGroup: "staff" } },
		{ name: "pilot", members: { identityCenterGroup: "pilots" }, models: [sonnet, opus] },
	],
	at,
};
const withKey = { signIn: "bearerToken", signInBlock: {} } as const;
const plan = (part: Partial<BedrockRequest> = {}) => planned(planBedrock({ ...base, ...part }));

describe("who signs in as what", () => {
	it("shares a permission set among groups that state nothing of their own", () => {
		expect(plan().identities).toMatchObject([
			{ name: "permission-set/cowork-eu", groups: ["general", "staff"] },
			{ name: "permission-set/cowork-eu.pilot", groups: ["pilot"] },
		]);
	});

	it("gives a group that states the deployment's models one of its own all the same", () => {
		const [general, staff] = base.groups;
		if (!general || !staff) throw new Error("no groups");
		const { identities } = plan({ groups: [general, { ...staff, models: [sonnet] }] });
		expect(identities.map(({ name }) => name)).toEqual(["permission-set/cowork-eu", "permission-set/cowork-eu.staff"]);
	});

	it("gives every group its own where that is asked for", () => {
		const { identities } = plan({ provision: { separateGroups: true } });
		expect(identities.map(({ groups }) => groups)).toEqual([["general"], ["staff"], ["pilot"]]);
	});

	it("renames nothing when a group goes", () => {
		const all = plan().identities;
		expect(plan({ groups: base.groups.slice(0, 2) }).identities).toEqual(all.slice(0, 1));
		expect(plan({ groups: base.groups.slice(2) }).identities).toEqual(all.slice(1));
	});

	it("plans the policy alone where others look after the rest, and says that it has to be attached", () => {
		const signInBlock = { name: "cowork" };
		const outcome = planBedrock({ ...base, signIn: "profile", signInBlock, provision: { bringYourOwn: true } });
		const { resources, settings } = planned(outcome);
		expect(resources.map(({ id }) => id)).toEqual(["shared-policy", "group-pilot-policy"]);
		expect(settings.general).toEqual({});
		expect(problemsOf(outcome)).toEqual([
			"warning: inference.bedrock.provision: policy cowork-eu has to be attached to whatever the people of general, staff call as",
			"warning: inference.bedrock.provision: policy cowork-eu.pilot has to be attached to whatever the people of pilot call as",
		]);
	});

	it("says which permission set a named profile on devices has to name", () => {
		const outcome = planBedrock({ ...base, signIn: "profile", signInBlock: { name: "cowork" } });
		expect(problemsOf(outcome)).toEqual([
			"warning: inference.bedrock.provision: the named profile on the devices of general, staff has to say sso_role_name = cowork-eu",
			"warning: inference.bedrock.provision: the named profile on the devices of pilot has to say sso_role_name = cowork-eu.pilot",
		]);
	});
});

describe("what provisioning decides of settings", () => {
	it("names each group's permission set, and the account where nobody named it", () => {
		const { settings, late, lookUps } = plan();
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
		expect(late).toEqual({ "bedrock.accountId": "<late:account.id>" });
		expect(lookUps[0]).toEqual({ id: "account", asks: "account", properties: {} });
		expect(settings.pilot?.inferenceBedrockSsoRoleName).toBe("cowork-eu.pilot");
		const named = plan({ provision: { accountId: account } });
		expect(named.settings.general?.inferenceBedrockSsoAccountId).toBe(account);
		expect(named.late).toEqual({});
	});

	it("refers to keys and the endpoint's name", () => {
		const provision = { privateEndpoints: { ...privateEndpoints, useRegionalName: true } };
		const { settings, late } = plan({ ...withKey, provision });
		expect(settings.staff).toEqual({
			inferenceBedrockBearerToken: {
				fromCloud: {
					name: "bedrock.bearerToken.staff",
					words: "the key that AWS will create for group staff",
					instead: "inference.bedrock.signIn.bearerToken",
				},
			},
			inferenceBedrockBaseUrl: {
				fromCloud: { name: "bedrock.endpoint", words: "the address of the private endpoint" },
			},
		});
		expect(late["bedrock.endpoint"]).toBe("https://<late:endpoint-runtime.regionalName>");
	});

	it("puts a group's application profiles in the place of its models", () => {
		const applicationProfiles = { staff: { budget: { monthlyUsd: 100, email: "a@example.com" } } };
		const groups = base.groups.map((group) =>
			group.name === "staff" ? { ...group, models: [`${sonnet}[1m]`] } : group,
		);
		const outcome = planBedrock({ ...base, groups, provision: { applicationProfiles } });
		const all = planned(outcome);
		const name = `bedrock.applicationProfile.staff.${sonnet}`;
		expect(all.settings.staff?.inferenceModels).toEqual([
			{
				name: {
					fromCloud: {
						name,
						words: `the application inference profile that AWS will create of ${sonnet} for group staff`,
						model: sonnet,
					},
				},
				labelOverride: "claude-sonnet-5",
				anthropicFamilyTier: "sonnet",
				supports1m: true,
			},
		]);
		const arn = `<late:application-profile-staff.${sonnet}.arn>`;
		expect(all.late[name]).toBe(arn);
		expect(resourceIn(all, `application-profile-staff.${sonnet}`)).toEqual({
			id: `application-profile-staff.${sonnet}`,
			type: "AWS::Bedrock::ApplicationInferenceProfile",
			meter: "free",
			name: "cowork-eu_staff_eu_claude-sonnet-5",
			properties: {
				name: "cowork-eu_staff_eu_claude-sonnet-5",
				modelSource: { copyFrom: `arn:aws:bedrock:eu-central-1:<late:account.id>:inference-profile/${sonnet}` },
				tags: { cowork: "eu/staff" },
				region: "eu-central-1",
			},
		});
		expect(resourceIn(all, "budget-staff").properties).toMatchObject({
			limitAmount: "100",
			costFilters: [{ name: "TagKeyValue", values: ["user:cowork$eu/staff"] }],
		});
		const system = `arn:aws:bedrock:eu-central-1:<late:account.id>:inference-profile/${sonnet}`;
		const [profiles, models] = policyIn(all, "identity-group-staff").Statement;
		expect(profiles?.Resource).toEqual([arn, system]);
		expect(models?.Condition).toEqual({ StringEquals: { "bedrock:InferenceProfileArn": [arn, system] } });
		expect(problemsOf(outcome)).toEqual([
			"warning: inference.bedrock.provision.applicationProfiles.staff.budget: counts nothing before cowork is an active cost-allocation tag of the paying account; activate it there, or say activateCostAllocationTags: true where that account deploys",
		]);
	});

	it("activates the tag of budgets on request, and then need not speak of it", () => {
		const applicationProfiles = { staff: { budget: { monthlyUsd: 100, email: "a@example.com" } } };
		const provision = { applicationProfiles, activateCostAllocationTags: true };
		const outcome = planBedrock({ ...base, provision });
		expect(problemsOf(outcome)).toEqual([]);
		expect(resourceIn(planned(outcome), "cost-allocation-tag.cowork")).toMatchObject({
			kept: true,
			properties: { tagKey: "cowork", status: "Active" },
		});
	});
});

describe("regions in policies", () => {
	const european = ["eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3"];
	const modelsOf = (provision: BedrockRequest["provision"]) =>
		policyIn(plan({ provision: { accountId: account, ...provision } }), "identity-shared").Statement.find(
			({ Sid }) => Sid === "InvokeModels",
		);

	it("are named by residency alone, so that a new one of AWS breaks nobody", () => {
		const of = (region: string) => `arn:aws:bedrock:${region}::foundation-model/anthropic.claude-sonnet-5`;
		expect(modelsOf({})?.Resource).toEqual([of("*")]);
		expect(modelsOf({ destinations: { [sonnet]: ["eu-central-1"] } })?.Resource).toEqual([of("*")]);
		expect(modelsOf({ residency: european })?.Resource).toEqual(european.map(of));
		const profile = `arn:aws:bedrock:eu-central-1:${account}:inference-profile/${sonnet}`;
		expect(modelsOf({})?.Condition).toEqual({ StringEquals: { "bedrock:InferenceProfileArn": [profile] } });
	});

	it("are a condition where models times regions would be too many", () => {
		const models = [
			sonnet,
			opus,
			"eu.anthropic.claude-sonnet-4-6",
			"eu.anthropic.claude-opus-4-7",
			"eu.anthropic.claude-opus-4-5-20251101-v1:0",
			"eu.anthropic.claude-haiku-4-5-20251001-v1:0",
			"eu.anthropic.claude-sonnet-4-20250514-v1:0",
			"eu.anthropic.claude-opus-4-6-v1",
			"eu.anthropic.claude-sonnet-4-5-20250929-v1:0",
		];
		const provision = { accountId: account, residency: [...european, "eu-central-2", "eu-west-2"] };
		const document = policyIn(plan({ ...withKey, models, provision }), "identity-shared");
		expect(policySize(document)).toBeLessThanOrEqual(policyLimits.managed);
		expect(document.Statement.find(({ Sid }) => Sid === "InvokeModels1")?.Condition?.StringEquals).toMatchObject({
			"aws:RequestedRegion": european,
		});
		const profile = `arn:aws:bedrock:eu-central-1:${account}:inference-profile/${sonnet}`;
		const held = (region: string, arn: string) =>
			decide([document], {
				action: "bedrock:InvokeModel",
				resource: `arn:aws:bedrock:${region}::foundation-model/anthropic.claude-sonnet-5`,
				context: { "bedrock:InferenceProfileArn": arn, "aws:RequestedRegion": region },
			});
		expect(held("eu-west-1", profile)).toBe("allow");
		expect(held("eu-west-2", profile)).toBe("implicit deny");
		expect(held("eu-west-1", `${profile}-other`)).toBe("implicit deny");
	});
});

describe("first use", () => {
	const firstUse = (outcome: ReturnType<typeof planBedrock>) =>
		outcome.problems.filter(({ code }) => code === "model-agreement").map(formatProblem);
	const asks = (route: string, models: string) =>
		`warning: inference.${route}.provision.agreements: nobody can call ${models} before the account has handed in Anthropic's form and subscribed in AWS Marketplace, which the policies made here let no user do; let BedrockFoundation do both (useCase and agreements), or an administrator call each model once, and then list it here`;

	it("is told of every model whose agreement nobody speaks of, once", () => {
		const [first, second] = ["anthropic.claude-sonnet-5", "anthropic.claude-opus-4-8"] as const;
		expect(firstUse(planBedrock(base))).toEqual([asks("bedrock", `${first}, ${second}`)]);
		const agreements = [first];
		expect(firstUse(planBedrock({ ...base, provision: { agreements } }))).toEqual([asks("bedrock", second)]);
		expect(firstUse(planBedrock({ ...base, provision: { agreements: [first, second] } }))).toEqual([]);
	});

	it("is told of Mantle's, too", () => {
		const request = {
			...base,
			...withKey,
			region: "us-east-1",
			models: ["anthropic.claude-sonnet-5"],
			groups: [{ name: "general" }],
			at: { block: ["inference", "mantle"], groups: ["groups"] },
		};
		const agreements = ["anthropic.claude-sonnet-5"];
		expect(firstUse(planMantle({ ...request, provision: {} }))).toEqual([asks("mantle", "anthropic.claude-sonnet-5")]);
		expect(firstUse(planMantle({ ...request, provision: { agreements } }))).toEqual([]);
	});

	it("is nothing to tell of capacity of one's own", () => {
		const models = [`arn:aws:bedrock:eu-central-1:${account}:provisioned-model/a1b2c3d4e5f6`];
		const provision = { accountId: account };
		expect(firstUse(planBedrock({ ...base, groups: base.groups.slice(0, 1), models, provision }))).toEqual([]);
	});
});

describe("Mantle", () => {
	const mantle = planned(
		planMantle({
			...base,
			...withKey,
			region: "us-east-1",
			models: ["anthropic.claude-sonnet-5"],
			groups: [{ name: "general" }],
			provision: { accountId: account, audit: {}, privateEndpoints: { ...privateEndpoints, useRegionalName: true } },
		}),
	);

	it("permits the listed models of one project", () => {
		const call = (model: string, project = "default") =>
			decide([policyIn(mantle, "identity-shared")], {
				action: "bedrock-mantle:CreateInference",
				resource: `arn:aws:bedrock-mantle:us-east-1:${account}:project/${project}`,
				context: { "bedrock-mantle:Model": model },
			});
		expect(call("anthropic.claude-sonnet-5")).toBe("allow");
		expect(call("anthropic.claude-opus-5")).toBe("implicit deny");
		expect(call("anthropic.claude-sonnet-5", "other")).toBe("implicit deny");
	});

	it("records calls, and has an endpoint of its own", () => {
		expect(resourceIn(mantle, "event-data-store")).toMatchObject({ kept: true, properties: { retentionPeriod: 366 } });
		expect(resourceIn(mantle, "endpoint-mantle").properties.serviceName).toBe("com.amazonaws.us-east-1.bedrock-mantle");
		expect(mantle.late["bedrock.endpoint"]).toBe("https://<late:endpoint-mantle.regionalName>/anthropic");
	});
});
