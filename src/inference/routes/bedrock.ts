import { awsRegion } from "../../configuration/values/identifier.js";
import { bedrockEgress } from "../../egress/rows/routes/bedrock.js";
import { warning } from "../../problem.js";
import type { Rule } from "../../shape/shape.js";
import { bedrockAnswering } from "../aws/models/answering.js";
import { checkBedrockModel, onDemandForm } from "../aws/models/bedrock-model.js";
import { geography, profileOf } from "../aws/models/geography.js";
import { bedrockPrerequisites } from "../aws/prerequisites.js";
import { bedrockProvisioning } from "../aws/provisioning.js";
import { checkPartition } from "../aws/region.js";
import { credentialHelper } from "../credential-helper.js";
import { aliasNotResolved, isFamilyName, isModelAlias } from "../model-id.js";
import type { InferenceRoute } from "../route.js";

/** The app appends the paths of the Bedrock API to the origin. */
const checkOrigin: Rule<string> = (url) => {
	if (new URL(url).pathname === "/") return [];
	return [warning("path-on-origin", [], "has a path, while Bedrock is called at an origin; expected https://<host>")];
};

export const bedrock = {
	title: "Amazon Bedrock",
	docs: "https://claude.com/docs/third-party/claude-desktop/bedrock",
	options: {
		region: {
			key: "inferenceBedrockRegion",
			required: true,
			summary: "AWS region of the endpoint, such as `eu-central-1`.",
			rule: checkPartition,
		},
		baseUrl: {
			key: "inferenceBedrockBaseUrl",
			summary: "Origin that replaces the public endpoint, without a path.",
			defaultNote: "the region's public endpoint",
			rule: checkOrigin,
		},
		geography,
		serviceTier: {
			key: "inferenceBedrockServiceTier",
			summary: "Service tier asked for with each request.",
			defaultNote: "on demand",
		},
	},
	modelIds:
		"Inference-profile ids such as `eu.anthropic.claude-sonnet-5`, or ARNs, or with `geography` bare names such as `claude-sonnet-5`; the first is the default. Required but for `bearerToken` and `helper`.",
	spelledOut: profileOf,
	signIn: {
		identityCenter: {
			kind: "interactive",
			summary: "AWS IAM Identity Center, signed in to inside the app.",
			members: {
				startUrl: { key: "inferenceBedrockSsoStartUrl", required: true },
				region: {
					key: "inferenceBedrockSsoRegion",
					required: true,
					summary: "Region of the Identity Center, which may differ from the endpoint's.",
					rule: checkPartition,
				},
				accountId: {
					key: "inferenceBedrockSsoAccountId",
					required: true,
					provisioned: true,
					summary: "Account in which people take a role: twelve digits, as text.",
				},
				roleName: {
					key: "inferenceBedrockSsoRoleName",
					required: true,
					provisioned: true,
					summary: "Name of the permission set, not of the role that AWS makes of it.",
				},
			},
		},
		profile: {
			kind: "vendor-profile",
			summary: "A named profile of the AWS configuration on the device.",
			members: {
				name: { key: "inferenceBedrockProfile", required: true },
				awsDir: { key: "inferenceBedrockAwsDir" },
				awsCliPath: { key: "inferenceBedrockAwsCliPath", defaultNote: "the app finds it" },
				ssoRegion: {
					hint: "awsSsoRegion",
					shape: awsRegion,
					summary: "Region of the Identity Center behind the profile; only tells which hosts to open.",
					defaultNote: "the endpoint's region",
					rule: checkPartition,
				},
			},
		},
		bearerToken: {
			kind: "static",
			summary: "One Bedrock API key for every device; `{}` where `provision` creates it.",
			key: "inferenceBedrockBearerToken",
			provisioned: true,
			modelsRequired: false,
		},
		helper: { ...credentialHelper, modelsRequired: false },
		idp: {
			kind: "external-idp",
			summary: "The organisation's identity provider, in front of a proxy that `baseUrl` names.",
			members: {
				oidc: { key: "inferenceIdpOidc", required: true, summary: "The identity provider." },
				flow: { key: "inferenceIdpAuthFlow", summary: "How sign-in there runs.", defaultNote: "browser" },
			},
			needs: ["baseUrl"],
		},
	},
	modelsRequired: true,
	first: {
		region: "eu-central-1",
		models: ["eu.anthropic.claude-sonnet-5"],
		signIn: {
			identityCenter: {
				startUrl: "https://example.awsapps.com/start",
				region: "eu-central-1",
				accountId: "111122223333",
				roleName: "Cowork",
			},
		},
	},
	provisioning: bedrockProvisioning,
	keepsConversationContent: true,
	egress: bedrockEgress,
	answering: bedrockAnswering,
	prerequisites: bedrockPrerequisites,
	checkModel(id, context) {
		// Which planning refuses.
		if (context.provisions && isModelAlias(id)) return [];
		if (!context.provisions && isFamilyName(id)) return context.discovery ? [] : aliasNotResolved;
		if (context.provisions || !onDemandForm.test(id)) return checkBedrockModel(id, context);
		const message =
			"is an on-demand id, which the app takes and AWS may not serve; an inference profile has a prefix such as us. or global.";
		return [warning("on-demand-model", [], message)];
	},
} as const satisfies InferenceRoute;
