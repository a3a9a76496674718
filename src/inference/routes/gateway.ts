import { gatewayEgress } from "../../egress/rows/routes/gateway.js";
import { warning } from "../../problem.js";
import { credentialHelper } from "../credential-helper.js";
import { aliasNotResolved, familyWord, isModelAlias, wrongModel } from "../model-id.js";
import type { InferenceRoute } from "../route.js";

export const gateway = {
	title: "LLM gateway",
	docs: "https://claude.com/docs/third-party/claude-desktop/gateway",
	options: {
		baseUrl: {
			key: "inferenceGatewayBaseUrl",
			required: true,
			summary: "Full URL; the app appends `/v1/messages` and `/v1/models`.",
		},
		authScheme: { key: "inferenceGatewayAuthScheme" },
		headers: { key: "inferenceCustomHeaders", defaultNote: "none" },
	},
	modelIds: "Model ids, or entries with more to say; the first is the default.",
	signIn: {
		apiKey: { kind: "static", summary: "One credential for every device.", key: "inferenceGatewayApiKey" },
		helper: credentialHelper,
		interactive: {
			kind: "interactive",
			summary: "The gateway's own sign-in, or with `oidc` the older spelling of `idp`.",
			members: {
				oidc: {
					key: "inferenceGatewayOidc",
					summary: "The organisation's identity provider.",
					defaultNote: "the gateway's own sign-in",
				},
				flow: { key: "inferenceGatewayOidcAuthFlow", summary: "How sign-in there runs." },
			},
		},
		idp: {
			kind: "external-idp",
			summary: "The organisation's identity provider.",
			forOlderApps: "signIn.interactive with oidc, which older apps read and newer ones convert",
			members: {
				oidc: { key: "inferenceIdpOidc", required: true, summary: "The identity provider." },
				flow: { key: "inferenceIdpAuthFlow", summary: "How sign-in there runs.", defaultNote: "browser" },
			},
		},
	},
	modelsRequired: false,
	first: {
		baseUrl: "https://llm.example.com",
		models: ["claude-sonnet-5"],
		signIn: { interactive: {} },
	},
	keepsConversationContent: false,
	readsModelNames: true,
	egress: gatewayEgress,
	answering: () => ({ saidBy: "whoever runs the gateway" }),
	checkModel(id, { discovery, tier }) {
		if (!discovery && isModelAlias(id)) return aliasNotResolved;
		// The app refuses other ids from 1.6259.1 on.
		if (familyWord.test(id)) return [];
		if (tier !== undefined) {
			const message =
				"tells its family by anthropicFamilyTier alone, which the documentation takes and the app's check of names may not: up to about 1.46 it refuses the whole configuration, from 2.0 it removes the model; put the family into the name";
			return [warning("opaque-model", [], message)];
		}
		return wrongModel(
			"does not look like an Anthropic model; expected claude, sonnet, opus, haiku, fable, mythos or anthropic in the id",
		);
	},
} as const satisfies InferenceRoute;
