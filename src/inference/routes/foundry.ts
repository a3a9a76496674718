import { foundryEgress } from "../../egress/rows/routes/foundry.js";
import { foundryPrerequisites } from "../azure/prerequisites.js";
import { foundryProvisioning } from "../azure/provisioning.js";
import { credentialHelper } from "../credential-helper.js";
import type { InferenceRoute } from "../route.js";

export const foundry = {
	title: "Azure AI Foundry",
	docs: "https://claude.com/docs/third-party/claude-desktop/foundry",
	options: {
		resource: {
			key: "inferenceFoundryResource",
			required: true,
			summary:
				"Name of the resource, also where `baseUrl` is given. With `provision` the sub-domain of the account, which nobody else in the world may have.",
		},
		baseUrl: { key: "inferenceFoundryBaseUrl", defaultNote: "the resource's public endpoint" },
	},
	modelIds:
		"Deployment names, with `anthropicFamilyTier` where neither a name nor `provision` tells the family; the first is the default.",
	signIn: {
		entra: {
			kind: "interactive",
			summary: "Entra ID.",
			members: {
				tenantId: { key: "inferenceFoundryTenantId", required: true },
				clientId: {
					key: "inferenceFoundryClientId",
					required: true,
					provisioned: true,
					provisionedBy: "provision.app",
				},
				flow: { key: "inferenceFoundryAuthFlow" },
			},
		},
		apiKey: {
			kind: "static",
			summary: "One credential for every device; `{}` where `provision` reads it of the account.",
			key: "inferenceFoundryApiKey",
			provisioned: true,
		},
		helper: credentialHelper,
	},
	modelsRequired: true,
	first: {
		resource: "example-claude",
		models: ["claude-sonnet-5"],
		signIn: {
			entra: {
				tenantId: "00000000-0000-0000-0000-000000000001",
				clientId: "00000000-0000-0000-0000-000000000002",
			},
		},
	},
	provisioning: foundryProvisioning,
	keepsConversationContent: false,
	readsModelNames: true,
	egress: foundryEgress,
	prerequisites: foundryPrerequisites,
	answering: () => ({ saidBy: "the SKU and the hosting of each deployment of the resource, in Azure" }),
	// A deployment may have any name, that of an alias too.
	checkModel: () => [],
} as const satisfies InferenceRoute;
