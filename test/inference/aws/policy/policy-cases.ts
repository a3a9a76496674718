import type { AwsSignInName } from "../../../../src/inference/aws/identity/sign-ins.js";
import type { BedrockProvision } from "../../../../src/inference/aws/provision.js";
import type { BedrockRequest } from "../../../../src/inference/aws/request.js";

export interface PrefixCase {
	/** Distinct. */
	readonly name: string;
	readonly prefix: string;
	readonly partition: "aws" | "aws-us-gov";
	readonly region: string;
	/** Listed models: profile, model and the regions that answer; empty for a profile whose requests name no region. */
	readonly models: readonly {
		readonly profileId: string;
		readonly modelId: string;
		readonly destinations: readonly string[];
	}[];
}

const euSix = ["eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3"];
const pacific = [
	"ap-northeast-1",
	"ap-northeast-2",
	"ap-northeast-3",
	"ap-south-1",
	"ap-south-2",
	"ap-southeast-1",
	"ap-southeast-2",
	"ap-southeast-4",
];

/** Two models per prefix, with destinations that differ where AWS has such a pair. */
export const prefixCases: readonly PrefixCase[] = [
	of("us", "us-east-1", {
		"anthropic.claude-opus-4-6-v1": ["ca-central-1", "ca-west-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2"],
		"anthropic.claude-opus-4-1-20250805-v1:0": ["us-east-1", "us-east-2", "us-west-2"],
	}),
	{
		// None of the regions that answer is the one of the call.
		...of("us", "us-west-1", {
			"anthropic.claude-haiku-4-5-20251001-v1:0": ["ca-central-1", "us-east-1", "us-east-2", "us-west-2"],
			"anthropic.claude-sonnet-5": ["ca-central-1", "ca-west-1", "us-east-1", "us-east-2", "us-west-2"],
		}),
		name: "us-elsewhere",
	},
	of("eu", "eu-central-1", {
		"anthropic.claude-sonnet-5": euSix,
		"anthropic.claude-opus-4-6-v1": [...euSix, "eu-central-2"].sort(),
	}),
	of("au", "ap-southeast-2", {
		"anthropic.claude-sonnet-4-6": ["ap-southeast-2", "ap-southeast-4"],
		"anthropic.claude-haiku-4-5-20251001-v1:0": ["ap-southeast-2", "ap-southeast-4"],
	}),
	of("jp", "ap-northeast-1", {
		"anthropic.claude-sonnet-4-6": ["ap-northeast-1", "ap-northeast-3"],
		"anthropic.claude-haiku-4-5-20251001-v1:0": ["ap-northeast-1", "ap-northeast-3"],
	}),
	of("apac", "ap-south-1", {
		"anthropic.claude-sonnet-5": pacific,
		"anthropic.claude-sonnet-4-20250514-v1:0": pacific,
	}),
	of("us-gov", "us-gov-west-1", {
		"anthropic.claude-opus-4-8": ["us-gov-east-1", "us-gov-west-1"],
		"anthropic.claude-sonnet-4-5-20250929-v1:0": ["us-gov-east-1", "us-gov-west-1"],
	}),
	of("global", "eu-central-1", { "anthropic.claude-sonnet-5": [], "anthropic.claude-opus-4-8": [] }),
];

export interface SignInCase {
	readonly signIn: AwsSignInName;
	readonly block: unknown;
	readonly provision: BedrockProvision;
}

export const account = "111122223333";
export const helper = { path: "/opt/example/token" };
export const oidcRole = {
	issuerUrl: "https://login.example.com/tenant",
	clientId: "cowork",
	groupClaim: { name: "amr", values: { pilot: ["pilots"], general: ["everyone"] } },
};

export const signInCases: readonly SignInCase[] = [
	{
		signIn: "identityCenter",
		block: { startUrl: "https://example.awsapps.com/start", region: "us-east-1" },
		provision: {},
	},
	{ signIn: "profile", block: { name: "cowork" }, provision: {} },
	{ signIn: "bearerToken", block: {}, provision: {} },
	{ signIn: "helper", block: helper, provision: { oidcRole } },
	{
		signIn: "idp",
		block: { oidc: { clientId: "cowork", issuer: "https://login.example.com" } },
		provision: { proxyRole: { principalArn: `arn:aws:iam::${account}:role/proxy` } },
	},
];

export const privateEndpoints = {
	vpcId: "vpc-0123456789abcdef0",
	subnetIds: ["subnet-0123456789abcdef0"],
	clientCidrs: ["10.0.0.0/16"],
	organizationId: "o-a1b2c3d4e5",
} as const;

export interface CaseOptions {
	/** Whether there are private endpoints. @default false */
	readonly isPrivate?: boolean;
	/** Whether residency names exactly the regions that answer, and the one of the calls. @default false */
	readonly isBounded?: boolean;
}

/** A deployment with a group that lists the prefix's first model, and one that lists both. */
export function requestOf(
	{ name, partition, region, models }: PrefixCase,
	{ signIn, block, provision }: SignInCase,
	{ isPrivate = false, isBounded = false }: CaseOptions = {},
): BedrockRequest {
	const listed = models.map(({ profileId }) => profileId);
	return {
		deployment: name,
		region,
		signIn,
		signInBlock: block,
		models: listed,
		provision: {
			accountId: account,
			...provision,
			...(provision.proxyRole && { proxyRole: { principalArn: `arn:${partition}:iam::${account}:role/proxy` } }),
			...(isPrivate && { privateEndpoints }),
			...(isBounded && { residency: [region, ...models.flatMap(({ destinations }) => destinations)] }),
		},
		groups: [
			{ name: "general", members: { identityCenterGroup: "claude-general" } },
			{ name: "pilot", members: { identityCenterGroup: "claude-pilot" }, models: listed.slice(0, 1) },
		],
		at: { block: ["inference", "bedrock"], groups: ["groups"] },
	};
}

/** Profiles that can be called in us-east-1, as AWS listed them in July 2026. */
export const americanProfiles = [
	"us.anthropic.claude-fable-5",
	"us.anthropic.claude-haiku-4-5-20251001-v1:0",
	"us.anthropic.claude-opus-4-1-20250805-v1:0",
	"us.anthropic.claude-opus-4-20250514-v1:0",
	"us.anthropic.claude-opus-4-5-20251101-v1:0",
	"us.anthropic.claude-opus-4-6-v1",
	"us.anthropic.claude-opus-4-7",
	"us.anthropic.claude-opus-4-8",
	"us.anthropic.claude-sonnet-4-20250514-v1:0",
	"us.anthropic.claude-sonnet-4-5-20250929-v1:0",
	"us.anthropic.claude-sonnet-4-6",
	"us.anthropic.claude-sonnet-5",
] as const;

function of(prefix: string, region: string, models: Readonly<Record<string, readonly string[]>>): PrefixCase {
	return {
		name: prefix,
		prefix,
		partition: region.startsWith("us-gov-") ? "aws-us-gov" : "aws",
		region,
		models: Object.entries(models).map(([modelId, destinations]) => ({
			profileId: `${prefix}.${modelId}`,
			modelId,
			destinations,
		})),
	};
}
