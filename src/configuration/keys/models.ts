import { choice, factor, flag, structure, text } from "../managed-key.js";
import { inferenceModels, modelPrices } from "../structures/inference-model.js";
import { url } from "../values/url.js";

const models = { section: "Connection", group: "Models", alsoOn: ["configuration-changelog", "models"] } as const;

/** Which models users see, and what they cost. */
export const modelsKeys = {
	modelDiscoveryEnabled: flag({
		...models,
		summary: "Whether the app asks the provider which models it has; when false, inferenceModels must hold full ids.",
		since: "1.8089.0",
		defaultNote: "discovery where the provider supports it",
	}),
	modelPrefer1mContext: flag({
		...models,
		summary: "Whether the variant with a context of one million tokens is preferred where a model has one.",
		since: "1.28929.0",
	}),
	inferenceModels: structure(
		"object[]|string[]",
		{ ...models, summary: "Models of the picker, in order; the first is the default.", since: "1.2581.0" },
		inferenceModels,
	),
	defaultModelEffort: choice({ ...models, summary: "Reasoning effort that sessions start with.", since: "2.110.0" }, [
		"low",
		"medium",
		"high",
		"xhigh",
		"max",
	]),
	alwaysStartWithDefaultModel: flag({
		...models,
		summary: "Whether new sessions start with the default model rather than the one used last.",
		since: "2.110.0",
	}),
	inferenceModelPricingEnabled: flag({
		...models,
		summary: "Whether cost estimates are shown; from 1.44121.1 the other pricing keys need it.",
		since: "1.37937.0",
	}),
	inferenceModelPricingMultiplier: factor({
		...models,
		summary: "Factor on list prices: above 0, at most 1.",
		since: "1.37937.0",
		max: 1,
	}),
	inferenceModelPricing: structure(
		"object[]",
		{ ...models, summary: "Prices of models per million tokens.", since: "1.37937.0" },
		modelPrices,
	),
	modelCatalogEnabled: flag({
		...models,
		summary: "Whether the app polls Anthropic's model catalog at downloads.claude.ai.",
		since: "2.110.0",
		default: true,
		restricts: "when false",
		alsoOn: ["configuration-changelog", "models", "telemetry"],
	}),
	modelCatalogUrl: text(
		{
			...models,
			summary: "Address of the model catalog in place of Anthropic's; http to this machine alone.",
			since: "2.110.0",
			alsoOn: ["configuration-changelog", "models", "telemetry"],
		},
		url({
			http: "loopback",
			linkLocal: false,
			credentials: "the app refuses them, and there is no other place for them: serve the catalog to devices without",
		}),
	),
};
