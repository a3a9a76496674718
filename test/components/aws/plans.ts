import type { LateValue } from "../../../src/components/aws/late-values.js";
import { late, lateText } from "../../../src/inference/aws/late-text.js";
import type { AwsPlan, IdentityPlan } from "../../../src/inference/aws/plan.js";
import type { PolicyDocument } from "../../../src/inference/aws/policy/policy-document.js";

export const accountId = "123456789012";
export const instanceArn = "arn:aws:sso:::instance/ssoins-0123456789abcdef";

const profile = "eu.anthropic.claude-sonnet-5";

/** A policy that names the account, so that a late one has to be filled in. */
export function policyOf(account: string): PolicyDocument {
	return policyOn([`arn:aws:bedrock:eu-central-1:${account}:inference-profile/${profile}`]);
}

export function policyOn(resources: readonly string[]): PolicyDocument {
	const statement = {
		Sid: "CallProfiles",
		Effect: "Allow",
		Action: ["bedrock:InvokeModel"],
		Resource: resources,
	} as const;
	return { Version: "2012-10-17", Statement: [statement] };
}

export function planOf(identities: readonly IdentityPlan<LateValue>[], members: Partial<AwsPlan<LateValue>> = {}) {
	const plan: AwsPlan<LateValue> = {
		partition: "aws",
		region: "eu-central-1",
		accountId,
		tags: { team: "platform" },
		identities,
		applicationProfiles: [],
		budgets: [],
		notes: [],
		...members,
	};
	return plan;
}

const shared = { role: "shared", groups: ["pilot", "general"] } as const;
const inline = { kind: "inline", name: "cowork-eu", document: policyOf(accountId) } as const;
const managed = { ...inline, kind: "managed" } as const;

/** A plan's identity for each way to sign in, created and existing. */
export const identities = {
	permissionSet: {
		kind: "permission-set",
		...shared,
		policy: inline,
		name: "cowork-eu",
		sessionDuration: "PT8H",
		instanceArn,
		identityStoreId: "d-0123456789",
		region: "eu-west-1",
		assignedGroups: ["0f1e2d3c-1111-2222-3333-444455556666"],
	},
	existingPermissionSet: {
		kind: "permission-set",
		...shared,
		policy: managed,
		name: "Developers",
		existingArn: "arn:aws:sso:::permissionSet/ssoins-0123456789abcdef/ps-0123456789abcdef",
		sessionDuration: "PT8H",
		instanceArn,
		assignedGroups: [],
	},
	role: {
		kind: "web-identity-role",
		...shared,
		policy: inline,
		name: "cowork-eu",
		existing: false,
		provider: { issuerUrl: "https://login.example.com", clientId: "cowork" },
		trust: {
			Version: "2012-10-17",
			Statement: [
				{
					Sid: "AssumeWithToken",
					Effect: "Allow",
					Principal: { Federated: [lateText(late.providerArn)] },
					Action: ["sts:AssumeRoleWithWebIdentity"],
					Condition: { StringEquals: { "login.example.com:aud": "cowork" } },
				},
			],
		},
		maxSessionSeconds: 28_800,
	},
	existingRole: {
		kind: "web-identity-role",
		...shared,
		policy: managed,
		name: "developers",
		existing: true,
		maxSessionSeconds: 28_800,
	},
	proxyRole: {
		kind: "proxy-role",
		...shared,
		policy: inline,
		name: "cowork-eu",
		existing: false,
		principalArn: "arn:aws:iam::123456789012:role/proxy",
		trust: {
			Version: "2012-10-17",
			Statement: [
				{
					Sid: "AssumeAsProxy",
					Effect: "Allow",
					Principal: { AWS: [lateText(late.principalArn)] },
					Action: ["sts:AssumeRole"],
				},
			],
		},
	},
	user: {
		kind: "user",
		...shared,
		policy: managed,
		keys: [
			{ label: "next", userName: "cowork-eu_next", ageDays: 90 },
			{ label: "current", userName: "cowork-eu" },
		],
	},
	existingUser: {
		kind: "user",
		...shared,
		policy: managed,
		existing: "svc-cowork",
		keys: [{ label: "current", userName: "svc-cowork", ageDays: 90 }],
	},
	policyOnly: { kind: "policy-only", ...shared, policy: managed },
} as const satisfies Record<string, IdentityPlan<LateValue>>;
