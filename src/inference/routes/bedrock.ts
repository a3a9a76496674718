import type { ManagedSettings } from "../../configuration/managed-settings.js";
import { awsRegion } from "../../configuration/values/identifier.js";
import { urlProblems } from "../../configuration/values/url.js";
import { bedrockEgress } from "../../egress/rows/routes/bedrock.js";
import type { SecretReference } from "../../reference/reference.js";
import { checkBedrockModel } from "../aws/models/bedrock-model.js";
import type { BedrockProvision } from "../aws/provision.js";
import { bedrockProvisioning } from "../aws/provisioning.js";
import { awsRegionRule } from "../aws/region.js";
import { type CredentialHelper, credentialHelper } from "../credential-helper.js";
import type { ExactlyOne } from "../exactly-one.js";
import type { RouteOf } from "../route.js";

/** Amazon Bedrock. */
export interface BedrockOptions<Secret = SecretReference> {
	/** AWS region of the endpoint, such as `eu-central-1`. */
	readonly region: string;
	/** Origin that replaces the public endpoint, without a path. @default the region's public endpoint */
	readonly baseUrl?: string;
	/** @default on-demand */
	readonly serviceTier?: ManagedSettings<Secret>["inferenceBedrockServiceTier"];
	/**
	 * Inference-profile ids such as `eu.anthropic.claude-sonnet-5`, or ARNs; the first is the default.
	 * Required but for `bearerToken` and `helper`.
	 * @default what the region lists
	 */
	readonly models?: ManagedSettings<Secret>["inferenceModels"];
	/** What to create in AWS for the way to sign in; `{}` suits every way. @default - nothing is created */
	readonly provision?: BedrockProvision;
	/** Exactly one way to sign in. */
	readonly signIn: ExactlyOne<BedrockSignIns<Secret>>;
}

export interface BedrockSignIns<Secret = SecretReference> {
	/** AWS IAM Identity Center, signed in to inside the app. */
	readonly identityCenter: {
		readonly startUrl: string;
		/** Region of the Identity Center, which may differ from the endpoint's. */
		readonly region: string;
		/** Twelve digits, as text. May be left out where `provision` says it. */
		readonly accountId?: string;
		/** Name of the permission set, not of the role that AWS makes of it. May be left out where `provision` creates it. */
		readonly roleName?: string;
	};
	/** A named profile of the AWS configuration on the device. */
	readonly profile: {
		readonly name: string;
		/** Absolute path of the directory with the AWS configuration. @default `~/.aws` */
		readonly awsDir?: string;
		/** Absolute path of the AWS command line. @default - the app finds it */
		readonly awsCliPath?: string;
		/** Region of the Identity Center behind the profile; only tells which hosts to open. @default the endpoint's region */
		readonly ssoRegion?: string;
	};
	/** One Bedrock API key for every device; `{}` where `provision` creates it. */
	readonly bearerToken: Secret | Record<string, never>;
	readonly helper: CredentialHelper;
	/** The organisation's identity provider, in front of a proxy that `baseUrl` names. */
	readonly idp: {
		readonly oidc: NonNullable<ManagedSettings<Secret>["inferenceIdpOidc"]>;
		/** @default browser */
		readonly flow?: ManagedSettings<Secret>["inferenceIdpAuthFlow"];
	};
}

export const bedrock = {
	title: "Amazon Bedrock",
	docs: "https://claude.com/docs/third-party/claude-desktop/bedrock",
	options: {
		region: { key: "inferenceBedrockRegion", required: true, rule: awsRegionRule },
		baseUrl: { key: "inferenceBedrockBaseUrl", rule: (url) => urlProblems(url, { parts: "origin" })[0]?.message },
		serviceTier: { key: "inferenceBedrockServiceTier" },
	},
	signIn: {
		identityCenter: {
			kind: "interactive",
			members: {
				startUrl: { key: "inferenceBedrockSsoStartUrl", required: true },
				region: { key: "inferenceBedrockSsoRegion", required: true, rule: awsRegionRule },
				accountId: { key: "inferenceBedrockSsoAccountId", required: true, provisioned: true },
				roleName: { key: "inferenceBedrockSsoRoleName", required: true, provisioned: true },
			},
		},
		profile: {
			kind: "vendor-profile",
			members: {
				name: { key: "inferenceBedrockProfile", required: true },
				awsDir: { key: "inferenceBedrockAwsDir" },
				awsCliPath: { key: "inferenceBedrockAwsCliPath" },
				ssoRegion: { hint: "awsSsoRegion", shape: awsRegion, rule: awsRegionRule },
			},
		},
		bearerToken: { kind: "static", key: "inferenceBedrockBearerToken", provisioned: true, modelsRequired: false },
		helper: { ...credentialHelper, modelsRequired: false },
		idp: {
			kind: "external-idp",
			members: { oidc: { key: "inferenceIdpOidc", required: true }, flow: { key: "inferenceIdpAuthFlow" } },
			needs: ["baseUrl"],
		},
	},
	modelsRequired: true,
	provisioning: bedrockProvisioning,
	keepsConversationContent: true,
	egress: bedrockEgress,
	checkModel: checkBedrockModel,
} as const satisfies RouteOf<BedrockOptions, BedrockSignIns>;
