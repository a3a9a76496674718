import type { ManagedSettings } from "../../configuration/managed-settings.js";
import { gatewayEgress } from "../../egress/rows/routes/gateway.js";
import type { SecretReference } from "../../reference/reference.js";
import { type CredentialHelper, credentialHelper } from "../credential-helper.js";
import type { ExactlyOne } from "../exactly-one.js";
import { aliasNotResolved, familyWord, isModelAlias, wrongModel } from "../model-id.js";
import type { RouteOf } from "../route.js";

/** An LLM gateway of the organisation. */
export interface GatewayOptions<Secret = SecretReference> {
	/** Full URL; the app appends `/v1/messages` and `/v1/models`. */
	readonly baseUrl: string;
	/** Header that carries the credential. @default bearer */
	readonly authScheme?: ManagedSettings<Secret>["inferenceGatewayAuthScheme"];
	/** Headers of each request, by name. @default none */
	readonly headers?: ManagedSettings<Secret>["inferenceCustomHeaders"];
	/** Model ids, or entries with more to say; the first is the default. @default what the gateway lists */
	readonly models?: ManagedSettings<Secret>["inferenceModels"];
	/** Exactly one way to sign in. */
	readonly signIn: ExactlyOne<GatewaySignIns<Secret>>;
}

export interface GatewaySignIns<Secret = SecretReference> {
	/** One credential for every device. */
	readonly apiKey: Secret;
	readonly helper: CredentialHelper;
	/** The gateway's own sign-in, or with `oidc` the older spelling of `idp`. */
	readonly interactive: {
		/** @default the gateway's own sign-in */
		readonly oidc?: ManagedSettings<Secret>["inferenceGatewayOidc"];
		/** @default browser */
		readonly flow?: ManagedSettings<Secret>["inferenceGatewayOidcAuthFlow"];
	};
	/** The organisation's identity provider. */
	readonly idp: {
		readonly oidc: NonNullable<ManagedSettings<Secret>["inferenceIdpOidc"]>;
		/** @default browser */
		readonly flow?: ManagedSettings<Secret>["inferenceIdpAuthFlow"];
	};
}

export const gateway = {
	title: "LLM gateway",
	docs: "https://claude.com/docs/third-party/claude-desktop/gateway",
	options: {
		baseUrl: { key: "inferenceGatewayBaseUrl", required: true },
		authScheme: { key: "inferenceGatewayAuthScheme" },
		headers: { key: "inferenceCustomHeaders" },
	},
	signIn: {
		apiKey: { kind: "static", key: "inferenceGatewayApiKey" },
		helper: credentialHelper,
		interactive: {
			kind: "interactive",
			members: { oidc: { key: "inferenceGatewayOidc" }, flow: { key: "inferenceGatewayOidcAuthFlow" } },
		},
		idp: {
			kind: "external-idp",
			members: { oidc: { key: "inferenceIdpOidc", required: true }, flow: { key: "inferenceIdpAuthFlow" } },
		},
	},
	modelsRequired: false,
	keepsConversationContent: false,
	egress: gatewayEgress,
	checkModel(id, { discovery }) {
		if (!discovery && isModelAlias(id)) return aliasNotResolved;
		// The app refuses other ids from 1.6259.1 on.
		if (familyWord.test(id)) return [];
		return wrongModel(
			"does not look like an Anthropic model; expected claude, sonnet, opus, haiku, fable, mythos or anthropic in the id",
		);
	},
} as const satisfies RouteOf<GatewayOptions, GatewaySignIns>;
