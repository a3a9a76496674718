import type { ManagedSettings } from "../../configuration/managed-settings.js";
import { mantleEgress } from "../../egress/rows/routes/mantle.js";
import type { SecretReference } from "../../reference/reference.js";
import { checkMantleModel } from "../aws/models/mantle-model.js";
import type { MantleProvision } from "../aws/provision.js";
import { mantleProvisioning } from "../aws/provisioning.js";
import { awsRegionRule } from "../aws/region.js";
import { type CredentialHelper, credentialHelper } from "../credential-helper.js";
import type { ExactlyOne } from "../exactly-one.js";
import type { RouteOf } from "../route.js";

/** Amazon Bedrock by way of Mantle, which speaks the Claude API. */
export interface MantleOptions<Secret = SecretReference> {
	/** AWS region of the endpoint, such as `us-east-1`. */
	readonly region: string;
	/** Full URL that replaces the public endpoint, `/anthropic` included. @default the region's public endpoint */
	readonly baseUrl?: string;
	/** Ids of the Mantle catalogue, such as `anthropic.claude-sonnet-5`; the first is the default. */
	readonly models: NonNullable<ManagedSettings<Secret>["inferenceModels"]>;
	/** What to create in AWS for the way to sign in; `{}` suits every way. @default - nothing is created */
	readonly provision?: MantleProvision;
	/** Exactly one way to sign in. */
	readonly signIn: ExactlyOne<MantleSignIns<Secret>>;
}

export interface MantleSignIns<Secret = SecretReference> {
	/** One Bedrock API key for every device; `{}` where `provision` creates it. */
	readonly bearerToken: Secret | Record<string, never>;
	readonly helper: CredentialHelper;
}

export const mantle = {
	title: "Amazon Bedrock Mantle",
	docs: "https://claude.com/docs/third-party/claude-desktop/mantle",
	options: {
		region: { key: "inferenceBedrockRegion", required: true, rule: awsRegionRule },
		baseUrl: { key: "inferenceBedrockBaseUrl", rule: baseUrlRule },
	},
	signIn: {
		bearerToken: { kind: "static", key: "inferenceBedrockBearerToken", provisioned: true },
		helper: credentialHelper,
	},
	modelsRequired: true,
	provisioning: mantleProvisioning,
	keepsConversationContent: false,
	egress: mantleEgress,
	checkModel: checkMantleModel,
} as const satisfies RouteOf<MantleOptions, MantleSignIns>;

function baseUrlRule(url: string): string | undefined {
	if (url.endsWith("/anthropic")) return undefined;
	return "does not end in /anthropic; expected the full address, https://<host>/anthropic";
}
