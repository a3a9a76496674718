import { expect, it } from "vitest";
import { governanceOf } from "../../../src/inference/aws/governance.js";
import { planBedrock } from "../../../src/inference/aws/plan-bedrock.js";
import { planMantle } from "../../../src/inference/aws/plan-mantle.js";
import type { BedrockRequest } from "../../../src/inference/aws/request.js";
import { base, opus, sonnet, withHelper, withKey } from "./identity/identity-requests.js";
import { planned } from "./planned.js";
import { account } from "./policy/policy-cases.js";

const open = { issuerUrl: "https://login.example.com", clientId: "cowork" };
const tag = { key: "group", values: { pilot: ["pilots"], general: ["everyone"] } };
const principalArn = `arn:aws:iam::${account}:role/proxy`;

it.each<[string, Partial<BedrockRequest>, string[]]>([
	[
		"a token's subject",
		{ ...withHelper, provision: { accountId: account, oidcRole: { ...open, subject: "a" } } },
		["sts:AssumeRoleWithWebIdentity"],
	],
	[
		"a token's session tag",
		{ ...withHelper, provision: { accountId: account, oidcRole: { ...open, sessionTag: tag } } },
		["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
	],
	[
		"the proxy's role",
		{ signIn: "idp", signInBlock: {}, provision: { accountId: account, proxyRole: { principalArn } } },
		["sts:AssumeRole"],
	],
	["a key", { ...withKey, provision: { accountId: account } }, []],
])("how a role is assumed with %s is among the actions, on the role", (_, part, actions) => {
	const governance = governanceOf(planned(planBedrock({ ...base, ...part })));
	expect(governance.actions.filter((action) => action.startsWith("sts:"))).toEqual(actions);
	const roles = governance.resources.filter((arn) => arn === "<late:shared-role.arn>");
	expect(roles).toHaveLength(actions.length > 0 ? 1 : 0);
});

it("names everything that is created, each key's user too, and what it costs", () => {
	const bearerKey = { ageDays: 90, current: "next", previous: "current" };
	const { created, costs } = governanceOf(planned(planBedrock({ ...base, ...withKey, provision: { bearerKey } })));
	expect(created).toEqual([
		{ type: "AWS::IAM::ManagedPolicy", name: "cowork-eu" },
		{ type: "AWS::IAM::User", name: "cowork-eu_next" },
		{ type: "AWS::IAM::User.ManagedPolicyArns", name: "shared-policy-attachment.next" },
		{ type: "AWS::IAM::ServiceSpecificCredential", name: "cowork-eu_next/next" },
		{ type: "AWS::IAM::User", name: "cowork-eu" },
		{ type: "AWS::IAM::User.ManagedPolicyArns", name: "shared-policy-attachment" },
		{ type: "AWS::IAM::ServiceSpecificCredential", name: "cowork-eu/current" },
	]);
	expect(costs).toEqual([
		{ type: "AWS::IAM::ManagedPolicy", meter: "free" },
		{ type: "AWS::IAM::User", meter: "free" },
		{ type: "AWS::IAM::User.ManagedPolicyArns", meter: "free" },
		{ type: "AWS::IAM::ServiceSpecificCredential", meter: "free" },
		{ type: "model calls", meter: "per token, at the price of the model and region" },
	]);
});

it("names where models are answered, by whose word, and an endpoint that is only used", () => {
	const residency = ["eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3"];
	const everywhere = "global.anthropic.claude-sonnet-5";
	const capacity = `arn:aws:bedrock:eu-central-1:${account}:provisioned-model/a1b2c3d4e5f6`;
	const existing = { runtime: { id: "vpce-0123456789abcdef0" }, control: { id: "vpce-1123456789abcdef0" } };
	const provision = {
		accountId: account,
		destinations: { [opus]: [...residency, "eu-central-2"] },
		privateEndpoints: { existing, privateDns: "existing" as const },
	};
	const models = [sonnet, opus, everywhere, capacity];
	const { answers, costs } = governanceOf(planned(planBedrock({ ...base, models, provision })));
	expect(answers).toEqual([
		{ model: sonnet, regions: residency, saidBy: "a table of 2026-07" },
		{
			model: opus,
			regions: [...residency, "eu-central-2"].sort(),
			saidBy: "provision.destinations or provision.copiedFrom",
		},
		{ model: everywhere, regions: "anywhere", saidBy: "a table of 2026-07" },
		{ model: capacity, regions: ["eu-central-1"], saidBy: "the capacity's own region" },
	]);
	expect(costs).toContainEqual({ type: "AWS::EC2::VPCEndpoint", meter: "per hour and zone, and per gigabyte" });
});

it("says that Mantle answers in its own region", () => {
	const request = { ...base, ...withKey, region: "us-east-1", models: ["anthropic.claude-sonnet-5"] };
	const provision = { accountId: account };
	expect(governanceOf(planned(planMantle({ ...request, provision }))).answers).toEqual([
		{ model: "anthropic.claude-sonnet-5", regions: ["us-east-1"], saidBy: "the region of the calls" },
	]);
});
