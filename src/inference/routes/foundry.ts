import { foundryEgress } from "../../egress/rows/routes/foundry.js";
import { credentialHelper } from "../credential-helper.js";
import type { InferenceRoute } from "../route.js";

export const foundry = {
	title: "Azure AI Foundry",
	docs: "https://claude.com/docs/third-party/claude-desktop/foundry",
	options: {
		resource: {
			key: "inferenceFoundryResource",
			required: true,
			summary: "Name of the resource, also where `baseUrl` is given.",
		},
		baseUrl: { key: "inferenceFoundryBaseUrl", defaultNote: "the resource's public endpoint" },
	},
	modelIds:
		"Deployment names, with `anthropicFamilyTier` where a name does not tell the family; the first is the default.",
	signIn: {
		entra: {
			kind: "interactive",
			summary: "Entra ID.",
			members: {
				tenantId: { key: "inferenceFoundryTenantId", required: true },
				clientId: { key: "inferenceFoundryClientId", required: true },
				flow: { key: "inferenceFoundryAuthFlow" },
			},
		},
		apiKey: { kind: "static", summary: "One credential for every device.", key: "inferenceFoundryApiKey" },
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
	keepsConversationContent: false,
	readsModelNames: true,
	egress: foundryEgress,
	// A deployment may have any name, that of an alias too.
	checkModel: () => [],
} as const satisfies InferenceRoute;
