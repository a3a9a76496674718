import type { ManagedSettings } from "../../configuration/managed-settings.js";
import { anthropicEgress } from "../../egress/rows/routes/anthropic.js";
import type { SecretReference } from "../../reference/reference.js";
import { type CredentialHelper, credentialHelper } from "../credential-helper.js";
import type { ExactlyOne } from "../exactly-one.js";
import { aliasNotResolved, isModelAlias, wrongModel } from "../model-id.js";
import type { RouteOf } from "../route.js";

/** The Claude API. */
export interface AnthropicOptions<Secret = SecretReference> {
	/** Model ids, or entries with more to say; the first is the default. @default what the API lists */
	readonly models?: ManagedSettings<Secret>["inferenceModels"];
	/** Exactly one way to sign in. */
	readonly signIn: ExactlyOne<AnthropicSignIns<Secret>>;
}

export interface AnthropicSignIns<Secret = SecretReference> {
	/** One credential for every device. */
	readonly apiKey: Secret;
	readonly helper: CredentialHelper;
	/** In the browser, at platform.claude.com; takes no members. */
	readonly interactive: Record<string, never>;
}

export const anthropic = {
	title: "Claude API",
	docs: "https://claude.com/docs/third-party/claude-desktop/claude-api",
	options: {},
	signIn: {
		apiKey: { kind: "static", key: "inferenceAnthropicApiKey" },
		helper: credentialHelper,
		interactive: { kind: "interactive", members: {} },
	},
	modelsRequired: false,
	keepsConversationContent: false,
	egress: anthropicEgress,
	checkModel(id, { discovery }) {
		if (!discovery && isModelAlias(id)) return aliasNotResolved;
		if (/^arn:|(^|\.)anthropic\.|@/.test(id)) {
			return wrongModel("is the id of a cloud provider; expected one of the Claude API, such as claude-sonnet-5");
		}
		return [];
	},
} as const satisfies RouteOf<AnthropicOptions, AnthropicSignIns>;
