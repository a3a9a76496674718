import { groupPart } from "../../../src/bundle/part.js";
import { groupRecipe, type PartRecipe } from "../../../src/components/artifact-store/part-recipe.js";
import { parseDeployment } from "../../../src/deployment/parse.js";
import { planWith } from "../../../src/deployment/plan-with.js";
import { registries } from "../../../src/registries.js";

/** What a store is given for a group of a deployment. */
export function recipeOf(group: string, input: object): PartRecipe {
	const parsed = parseDeployment(input);
	const plan = planWith(registries, parsed);
	const { configuration } = plan.groups.get(group) ?? {};
	if (!configuration) throw new Error("no group");
	return groupRecipe(groupPart(parsed.deployment, plan, group, registries), configuration);
}
