import { expect, it } from "vitest";
import { governanceOf } from "../../../src/inference/aws/governance.js";
import { type BedrockRequest, planBedrock } from "../../../src/inference/aws/plan-bedrock.js";
import { base, withHelper, withKey } from "./identity/identity-requests.js";
import { account } from "./policy/policy-cases.js";

const open = { issuerUrl: "https://login.example.com", clientId: "cowork" };
const tag = { key: "group", values: { pilot: ["pilots"], general: ["everyone"] } };
const role = `arn:aws:iam::${account}:role/cowork-eu`;
const principalArn = `arn:aws:iam::${account}:role/proxy`;

it.each<[string, Partial<BedrockRequest>, string[], string[]]>([
	[
		"a token's subject",
		{ ...withHelper, provision: { accountId: account, oidcRole: { ...open, subject: "a" } } },
		["sts:AssumeRoleWithWebIdentity"],
		[role],
	],
	[
		"a token's session tag",
		{ ...withHelper, provision: { accountId: account, oidcRole: { ...open, sessionTag: tag } } },
		["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
		[role],
	],
	[
		"the proxy's role",
		{ signIn: "idp", signInBlock: {}, provision: { accountId: account, proxyRole: { principalArn } } },
		["sts:AssumeRole"],
		[role],
	],
	["a key", { ...withKey, provision: { accountId: account } }, [], []],
])("how a role is assumed with %s is among the actions, on the role", (_, part, actions, roles) => {
	const governance = governanceOf(planBedrock({ ...base, ...part }));
	expect(governance.actions.filter((action) => action.startsWith("sts:"))).toEqual(actions);
	expect(governance.resources.filter((arn) => arn.includes(":iam:"))).toEqual(roles);
});

it("tells each key's user", () => {
	const bearerKey = { ageDays: 90, current: "next", previous: "current" };
	const { created } = governanceOf(planBedrock({ ...base, ...withKey, provision: { bearerKey } }));
	expect(created).toEqual([
		{ type: "AWS::IAM::User", name: "cowork-eu_next" },
		{ type: "AWS::IAM::User", name: "cowork-eu" },
		{ type: "AWS::IAM::ServiceSpecificCredential", name: "cowork-eu_next/next" },
		{ type: "AWS::IAM::ServiceSpecificCredential", name: "cowork-eu/current" },
		{ type: "AWS::IAM::ManagedPolicy", name: "cowork-eu" },
	]);
});
