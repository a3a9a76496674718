import { checkSetting } from "../configuration/check-setting.js";
import type { Path } from "../path.js";
import { below, error, type Problem, warning } from "../problem.js";
import { bareModelId, familyTiers, tierOf } from "./model-id.js";
import { listedModels } from "./models.js";
import type { InferenceRoute, ModelContext } from "./route.js";

/** Whether provisioning says of which family a model is. */
function isToldLater({ provisioning }: InferenceRoute, { provisions }: ModelContext): boolean {
	return provisions === true && provisioning?.tellsFamilies === true;
}

/** What is wrong with a list of models on a route. */
export function checkModels(route: InferenceRoute, models: unknown, context: ModelContext, at: Path): Problem[] {
	if (Array.isArray(models) && models.length === 0)
		return [error("empty", at, "is empty; expected at least one model")];
	const ids = listedModels(models).filter(({ id }) => id !== "");
	const problems = ids.flatMap(({ id, tier, index, plain }) => {
		const entry = [...at, index];
		const wrong = route.checkModel(bareModelId(id), { ...context, ...(tier !== undefined && { tier }) });
		if (wrong.length > 0) return wrong.map((problem) => below(plain ? entry : [...entry, "name"], problem));
		if (tier !== undefined || tierOf(id) !== undefined || isToldLater(route, context)) return [];
		return [
			warning(
				"family-tier",
				entry,
				`does not tell the model's family; add anthropicFamilyTier, one of ${familyTiers.join(", ")}`,
			),
		];
	});
	return [...checkSetting("inferenceModels", models, at), ...problems];
}
