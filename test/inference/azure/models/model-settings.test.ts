import { expect, test } from "vitest";
import { modelSettings } from "../../../../src/inference/azure/models/model-settings.js";
import { haiku, sonnet } from "../requests.js";

const deployments = { "claude-sonnet-5": sonnet, fast: haiku, small: { ...haiku, label: "Haiku" } };

test.each([
	[["claude-sonnet-5"], [{ name: "claude-sonnet-5", anthropicFamilyTier: "sonnet" }]],
	[["fast"], [{ name: "fast", labelOverride: "claude-haiku-4-5", anthropicFamilyTier: "haiku" }]],
	[["small"], [{ name: "small", labelOverride: "Haiku", anthropicFamilyTier: "haiku" }]],
	[["fast[1m]"], [{ name: "fast[1m]", labelOverride: "claude-haiku-4-5", anthropicFamilyTier: "haiku" }]],
	// What an entry says of itself stays.
	[
		[{ name: "small", labelOverride: "Ours", supports1m: true }],
		[{ name: "small", labelOverride: "Ours", anthropicFamilyTier: "haiku", supports1m: true }],
	],
	[["elsewhere"], ["elsewhere"]],
])("%j", (models, inferenceModels) => {
	expect(modelSettings({ deployments }, { models })).toEqual({ inferenceModels });
});
