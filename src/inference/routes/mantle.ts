import { mantleEgress } from "../../egress/rows/routes/mantle.js";
import { error, type Problem, warning } from "../../problem.js";
import { inRegion } from "../aws/models/answering.js";
import { checkMantleModel } from "../aws/models/mantle-model.js";
import { subscriptions } from "../aws/prerequisites.js";
import { mantleProvisioning } from "../aws/provisioning.js";
import { checkPartition } from "../aws/region.js";
import { credentialHelper } from "../credential-helper.js";
import type { InferenceRoute } from "../route.js";

export const mantle = {
	title: "Amazon Bedrock Mantle",
	docs: "https://claude.com/docs/third-party/claude-desktop/mantle",
	options: {
		region: {
			key: "inferenceBedrockRegion",
			required: true,
			summary: "AWS region of the endpoint, such as `us-east-1`.",
			rule: checkPartition,
		},
		baseUrl: {
			key: "inferenceBedrockBaseUrl",
			summary: "Full URL that replaces the public endpoint, `/anthropic` included.",
			defaultNote: "the region's public endpoint",
			rule: checkBaseUrl,
		},
	},
	modelIds: "Ids of the Mantle catalogue, such as `anthropic.claude-sonnet-5`; the first is the default.",
	signIn: {
		bearerToken: {
			kind: "static",
			summary: "One Bedrock API key for every device; `{}` where `provision` creates it.",
			key: "inferenceBedrockBearerToken",
			provisioned: true,
		},
		helper: credentialHelper,
	},
	modelsRequired: true,
	first: {
		region: "us-east-1",
		models: ["anthropic.claude-sonnet-5"],
		signIn: { bearerToken: { fromEnv: "BEDROCK_API_KEY" } },
	},
	provisioning: mantleProvisioning,
	keepsConversationContent: false,
	readsModelNames: true,
	egress: mantleEgress,
	prerequisites: (setting, isProvisioned) => (isProvisioned ? [] : subscriptions(setting)),
	answering: (_, region) => inRegion(region),
	checkModel: checkMantleModel,
} as const satisfies InferenceRoute;

function checkBaseUrl(url: string): readonly Problem[] {
	const whole = "expected the full address, https://<host>/anthropic";
	if (url.endsWith("/v1/messages")) {
		return [error("appended-path", [], `ends in /v1/messages, which the app appends itself; ${whole}`)];
	}
	if (url.endsWith("/anthropic")) return [];
	return [warning("partial-base", [], `does not end in /anthropic, where Mantle answers; ${whole}`)];
}
