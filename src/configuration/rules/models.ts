import { isObject } from "../../json.js";
import type { Problem } from "../../problem.js";
import { fleetMeets } from "../../version.js";
import type { ConfigurationView, Rule } from "./rule.js";

/** Providers whose names of models the app looks into. */
const readByName: readonly unknown[] = ["gateway", "anthropic", "mantle", "foundry"];

/** Words of other vendors' models, as apps before 2.0 know them. */
const otherVendor =
	/gpt|openai|codex|gemini|deepseek|qwen|glm|kimi|llama|mistral|minimax|grok|nova-|phi-|yi-|solar|mercury/i;

function otherVendors(view: ConfigurationView): Problem[] {
	const key = "inferenceModels";
	if (!readByName.includes(view.value("inferenceProvider"))) return [];
	if (!fleetMeets(view.configuration.fleet, { until: "2.0.0" })) return [];
	const message =
		"has a word of another vendor, for which apps before 2.0 refuse the whole configuration or remove the model; rename it";
	return view.list(key).flatMap((model, index) => {
		const name = isObject(model) ? model.name : model;
		return typeof name === "string" && otherVendor.test(name)
			? [view.warning("other-vendor", key, message, index, ...(isObject(model) ? ["name"] : []))]
			: [];
	});
}

const familyWord = /claude|sonnet|opus|haiku|fable|mythos|anthropic/i;

/** Services that have no other models, so that the app takes no other name. */
function familyNames(view: ConfigurationView): Problem[] {
	const key = "inferenceModels";
	const provider = view.value("inferenceProvider");
	if (provider !== "anthropic" && provider !== "mantle") return [];
	const message =
		"names no model of Anthropic, so the app refuses it; expected claude, sonnet, opus, haiku, fable, mythos or anthropic in the id";
	return view.list(key).flatMap((model, index) => {
		const name = isObject(model) ? model.name : model;
		return typeof name !== "string" || familyWord.test(name)
			? []
			: [view.error("model-id", key, message, index, ...(isObject(model) ? ["name"] : []))];
	});
}

/** https://claude.com/docs/third-party/claude-desktop/models */
export const modelRules: readonly Rule[] = [otherVendors, familyNames];
