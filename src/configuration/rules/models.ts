import { isObject } from "../../json.js";
import type { Problem } from "../../problem.js";
import type { ConfigurationView, Rule } from "./rule.js";

/** Names that only a provider's model list can resolve. */
const alias = /^(sonnet|opus|haiku)(\[1m\])?$/;

function withoutDiscovery(view: ConfigurationView): Problem[] {
	if (view.value("modelDiscoveryEnabled") !== false) return [];
	if (!view.has("inferenceModels")) {
		return [
			view.error("modelDiscoveryEnabled", "without discovery the app needs a list of models; give the route's models"),
		];
	}
	return view.list("inferenceModels").flatMap((model, index) => {
		const name = isObject(model) ? model.name : model;
		if (typeof name !== "string" || !alias.test(name)) return [];
		return [
			view.error(
				"inferenceModels",
				`"${name}" is an alias that only discovery resolves; write the full model id`,
				index,
			),
		];
	});
}

/** https://claude.com/docs/third-party/claude-desktop/models */
export const modelRules: readonly Rule[] = [withoutDiscovery];
