import { listedModels } from "../../inference/models.js";
import type { Problem } from "../../problem.js";
import { fleetMeets } from "../../version.js";
import type { ConfigurationView, Rule } from "./rule.js";

/** Words of other vendors' models, as apps before 2.0 know them. */
const otherVendor =
	/gpt|openai|codex|gemini|deepseek|qwen|glm|kimi|llama|mistral|minimax|grok|nova-|phi-|yi-|solar|mercury/i;

function otherVendors(view: ConfigurationView): Problem[] {
	const key = "inferenceModels";
	if (!view.route?.readsModelNames) return [];
	if (!fleetMeets(view.configuration.fleet, { until: "2.0.0" })) return [];
	const message =
		"has a word of another vendor, for which apps before 2.0 refuse the whole configuration or remove the model; rename it";
	return listedModels(view.list(key)).flatMap(({ id, index, plain }) =>
		otherVendor.test(id) ? [view.warning("other-vendor", key, message, index, ...(plain ? [] : ["name"]))] : [],
	);
}

/** https://claude.com/docs/third-party/claude-desktop/models */
export const modelRules: readonly Rule[] = [otherVendors];
