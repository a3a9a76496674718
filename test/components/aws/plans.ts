import { planBedrock } from "../../../src/inference/aws/plan-bedrock.js";
import { planMantle } from "../../../src/inference/aws/plan-mantle.js";
import type { BedrockRequest, MantleRequest } from "../../../src/inference/aws/request.js";
import type { CloudPlan } from "../../../src/inference/cloud-plan.js";
import { planned } from "../../inference/aws/planned.js";

export const accountId = "123456789012";
export const instanceArn = "arn:aws:sso:::instance/ssoins-0123456789abcdef";
export const sonnet = "eu.anthropic.claude-sonnet-5";

const tags = { team: "platform" };
const shared = { accountId, tags } as const;
/** Groups are given by their ids, so that nothing is looked up. */
const base: BedrockRequest = {
	deployment: "eu",
	region: "eu-central-1",
	signIn: "identityCenter",
	signInBlock: { startUrl: "https://example.awsapps.com/start", region: "eu-west-1" },
	models: [sonnet],
	provision: { ...shared, permissionSet: { instanceArn } },
	groups: [
		{ name: "pilot", members: { identityCenterGroup: "0f1e2d3c-1111-2222-3333-444455556666" } },
		{ name: "general", members: { identityCenterGroup: "0f1e2d3c-1111-2222-3333-444455557777" } },
	],
	at: { block: ["inference", "bedrock"], groups: ["groups"] },
};

export function bedrockPlan({ provision, ...part }: Partial<BedrockRequest>): CloudPlan {
	return planned(planBedrock({ ...base, ...part, provision: { ...base.provision, ...provision } }));
}

const withKey = { signIn: "bearerToken", signInBlock: {} } as const;
const withHelper = { signIn: "helper", signInBlock: { path: "/opt/example/token" } } as const;
const issuer = { issuerUrl: "https://login.example.com", clientId: "cowork", subject: "waad|*" };

/** A plan of each kind of identity, created and existing. */
export const plans = {
	permissionSet: bedrockPlan({}),
	existingPermissionSet: bedrockPlan({
		provision: {
			permissionSet: {
				instanceArn,
				existing: {
					arn: "arn:aws:sso:::permissionSet/ssoins-0123456789abcdef/ps-0123456789abcdef",
					name: "Developers",
				},
			},
		},
	}),
	role: bedrockPlan({ ...withHelper, provision: withoutSet({ oidcRole: issuer }) }),
	existingRole: bedrockPlan({
		...withHelper,
		provision: withoutSet({ oidcRole: { existing: { roleName: "developers" } } }),
	}),
	proxyRole: bedrockPlan({
		signIn: "idp",
		signInBlock: {},
		provision: withoutSet({ proxyRole: { principalArn: `arn:aws:iam::${accountId}:role/proxy` } }),
	}),
	user: bedrockPlan({
		...withKey,
		provision: withoutSet({ bearerKey: { ageDays: 90, current: "next", previous: "current" } }),
	}),
	existingUser: bedrockPlan({
		...withKey,
		provision: withoutSet({ bearerKey: { ageDays: 90, existing: { userName: "svc-cowork" } } }),
	}),
	policyOnly: bedrockPlan({ ...withHelper, provision: withoutSet({}) }),
} as const;

export const keyRequest = withKey;

/** What stands for the one that other ways to sign in do not have. */
export function withoutSet(provision: object): BedrockRequest["provision"] {
	return { ...provision, permissionSet: undefined } as unknown as BedrockRequest["provision"];
}

export const mantlePlan = planned(
	planMantle({
		...base,
		...withKey,
		region: "us-east-1",
		models: ["anthropic.claude-sonnet-5"],
		provision: { ...shared, audit: {} },
		at: { block: ["inference", "mantle"], groups: ["groups"] },
	} satisfies MantleRequest),
);
