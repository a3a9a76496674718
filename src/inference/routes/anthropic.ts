import { anthropicEgress } from "../../egress/rows/routes/anthropic.js";
import { credentialHelper } from "../credential-helper.js";
import { aliasNotResolved, familyWord, isModelAlias, noModelOfAnthropic, wrongModel } from "../model-id.js";
import type { InferenceRoute } from "../route.js";

export const anthropic = {
	title: "Claude API",
	docs: "https://claude.com/docs/third-party/claude-desktop/claude-api",
	options: {},
	modelIds: "Model ids, or entries with more to say; the first is the default.",
	signIn: {
		apiKey: { kind: "static", summary: "One credential for every device.", key: "inferenceAnthropicApiKey" },
		helper: credentialHelper,
		interactive: {
			kind: "interactive",
			summary: "In the browser, at platform.claude.com; takes no members.",
			members: {},
		},
	},
	modelsRequired: false,
	first: { signIn: { apiKey: { fromEnv: "ANTHROPIC_API_KEY" } } },
	keepsConversationContent: false,
	readsModelNames: true,
	egress: anthropicEgress,
	answering: () => ({ saidBy: "Anthropic" }),
	checkModel(id, { discovery }) {
		if (!discovery && isModelAlias(id)) return aliasNotResolved;
		if (/^arn:|(^|\.)anthropic\.|@/.test(id)) {
			return wrongModel("is the id of a cloud provider; expected one of the Claude API, such as claude-sonnet-5");
		}
		return familyWord.test(id) ? [] : noModelOfAnthropic;
	},
} as const satisfies InferenceRoute;
