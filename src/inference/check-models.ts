import { checkSetting } from "../configuration/check-setting.js";
import type { Path } from "../path.js";
import { error, type Problem, warning } from "../problem.js";
import { bareModelId, familyTiers, tierOf } from "./model-id.js";
import { listedModels } from "./models.js";
import type { InferenceRoute, ModelPlace } from "./route.js";

/** What is wrong with a list of models on a route. */
export function checkModels(route: InferenceRoute, models: unknown, place: ModelPlace, at: Path): Problem[] {
	if (Array.isArray(models) && models.length === 0)
		return [error("empty", at, "is empty; expected at least one model")];
	const ids = listedModels(models).filter(({ id }) => id !== "");
	const problems = ids.flatMap(({ id, tier, index, plain }) => {
		const entry = [...at, index];
		const wrong = route.checkModel(bareModelId(id), place);
		if (wrong !== undefined) return [error("model-id", plain ? entry : [...entry, "name"], wrong)];
		if (tier !== undefined || tierOf(id) !== undefined) return [];
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
