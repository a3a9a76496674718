import type { BedrockRequest, MantleRequest } from "../../../../src/inference/aws/request.js";
import * as identity from "../identity/identity-requests.js";
import { account, americanProfiles, helper, oidcRole, privateEndpoints } from "./policy-cases.js";

const { organizationId: _, ...accountOnly } = privateEndpoints;
const everyone = [{ name: "general", members: { identityCenterGroup: "claude-general" } }];
const { groupClaim, ...anyoneOf } = oidcRole;
const openRole = { ...anyoneOf, subject: "repo:example/*" };

const bedrock: BedrockRequest = { ...identity.base, provision: { accountId: account }, groups: everyone };
/** An application inference profile by what it copies. */
const copy = (name: string) => `arn:aws:bedrock:eu-central-1:${account}:application-inference-profile/${name}`;

const european = ["eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3"] as const;
const american = ["ca-central-1", "ca-west-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2"] as const;

/** More models than a user's policy has room for, were each named in each of its regions. */
const twelve: BedrockRequest = {
	...bedrock,
	...identity.withKey,
	region: "us-east-1",
	models: americanProfiles,
	provision: { accountId: account, dataRetention: "aws_review" },
};

/** Deployments on Bedrock whose policies are like no other's, by a word for it. */
export const bedrockRequests: Readonly<Record<string, BedrockRequest>> = {
	"application-profiles": {
		...bedrock,
		provision: { accountId: account, applicationProfiles: { general: {} } },
	},
	copies: {
		...bedrock,
		models: [copy("a1b2c3d4e5f6"), copy("f6e5d4c3b2a1")],
		provision: {
			accountId: account,
			copiedFrom: {
				[copy("a1b2c3d4e5f6")]: "eu.anthropic.claude-sonnet-5",
				[copy("f6e5d4c3b2a1")]:
					"arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-haiku-4-5-20251001-v1:0",
			},
		},
	},
	bounded: {
		...bedrock,
		provision: { accountId: account, residency: [...european], privateEndpoints },
	},
	"bounded-many": { ...twelve, provision: { ...twelve.provision, residency: [...american] } },
	capacity: {
		...bedrock,
		models: [`arn:aws:bedrock:eu-central-1:${account}:provisioned-model/a1b2c3d4e5f6`],
		provision: { accountId: account, privateEndpoints },
	},
	"count-tokens": {
		...bedrock,
		...identity.withKey,
		provision: { accountId: account, countTokens: true, privateEndpoints },
	},
	many: twelve,
	"open-endpoints": {
		...bedrock,
		...identity.withKey,
		provision: { accountId: account, privateEndpoints: { ...privateEndpoints, otherPrincipals: "allow" } },
	},
	"any-key": {
		...bedrock,
		signIn: "bearerToken",
		signInBlock: { fromEnv: "BEDROCK_KEY" },
		provision: { accountId: account, bringYourOwn: true },
	},
	"account-only": {
		...bedrock,
		signIn: "helper",
		signInBlock: helper,
		provision: { accountId: account, oidcRole: openRole, privateEndpoints: accountOnly },
	},
	"existing-role": {
		...bedrock,
		signIn: "helper",
		signInBlock: helper,
		provision: { accountId: account, oidcRole: { existing: { roleName: "developers" } }, privateEndpoints },
	},
};

const mantle: MantleRequest = {
	deployment: "mantle",
	region: "us-east-1",
	...identity.withKey,
	models: ["anthropic.claude-sonnet-5"],
	provision: { accountId: account, privateEndpoints },
	groups: [{ name: "general" }],
	at: { block: ["inference", "mantle"], groups: ["groups"] },
};

/** Deployments on Mantle whose policies are like no other's, by a word for it. */
export const mantleRequests: Readonly<Record<string, MantleRequest>> = {
	"mantle-bearerToken": mantle,
	"mantle-helper": {
		...mantle,
		signIn: "helper",
		signInBlock: helper,
		provision: { accountId: account, oidcRole: openRole },
	},
	"mantle-us-gov": { ...mantle, region: "us-gov-west-1" },
	"mantle-open-endpoint": {
		...mantle,
		provision: { accountId: account, privateEndpoints: { ...privateEndpoints, otherPrincipals: "allow" } },
	},
};
