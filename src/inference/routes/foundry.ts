import type { ManagedSettings } from "../../configuration/managed-settings.js";
import { foundryEgress } from "../../egress/rows/routes/foundry.js";
import type { SecretReference } from "../../reference/reference.js";
import { type CredentialHelper, credentialHelper } from "../credential-helper.js";
import type { ExactlyOne } from "../exactly-one.js";
import type { RouteOf } from "../route.js";

/** Azure AI Foundry. */
export interface FoundryOptions<Secret = SecretReference> {
	/** Name of the resource, also where `baseUrl` is given. */
	readonly resource: string;
	/** Full URL that replaces the resource's endpoint, its path included. @default the resource's public endpoint */
	readonly baseUrl?: string;
	/** Deployment names, with `anthropicFamilyTier` where a name does not tell the family; the first is the default. */
	readonly models: NonNullable<ManagedSettings<Secret>["inferenceModels"]>;
	/** Exactly one way to sign in. */
	readonly signIn: ExactlyOne<FoundrySignIns<Secret>>;
}

export interface FoundrySignIns<Secret = SecretReference> {
	/** Entra ID. */
	readonly entra: {
		readonly tenantId: string;
		/** Application (client) id. */
		readonly clientId: string;
		/** @default device-code */
		readonly flow?: ManagedSettings<Secret>["inferenceFoundryAuthFlow"];
	};
	/** One credential for every device. */
	readonly apiKey: Secret;
	readonly helper: CredentialHelper;
}

export const foundry = {
	title: "Azure AI Foundry",
	docs: "https://claude.com/docs/third-party/claude-desktop/foundry",
	options: {
		resource: { key: "inferenceFoundryResource", required: true },
		baseUrl: { key: "inferenceFoundryBaseUrl" },
	},
	signIn: {
		entra: {
			kind: "interactive",
			members: {
				tenantId: { key: "inferenceFoundryTenantId", required: true },
				clientId: { key: "inferenceFoundryClientId", required: true },
				flow: { key: "inferenceFoundryAuthFlow" },
			},
		},
		apiKey: { kind: "static", key: "inferenceFoundryApiKey" },
		helper: credentialHelper,
	},
	modelsRequired: true,
	keepsConversationContent: false,
	egress: foundryEgress,
	// A deployment may have any name, that of an alias too.
	checkModel: () => [],
} as const satisfies RouteOf<FoundryOptions, FoundrySignIns>;
