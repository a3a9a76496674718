import { groupPart } from "../../../src/bundle/part.js";
import { groupRecipe, type PartRecipe } from "../../../src/components/artifact-store/part-recipe.js";
import { parseDeployment } from "../../../src/deployment/parse.js";
import { planDeployment } from "../../../src/deployment/plan.js";
import { registries } from "../../../src/registries.js";

/** What a store is given for a group of a deployment. */
export function recipeOf(group: string, input: object): PartRecipe {
	const parsed = parseDeployment(input);
	const plan = planDeployment(parsed, registries);
	const { configuration } = plan.groups.get(group) ?? {};
	if (!configuration) throw new Error("no group");
	return groupRecipe(groupPart(parsed.deployment, plan, group, registries), configuration);
}
