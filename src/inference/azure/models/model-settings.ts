import { isJsonObject, type JsonValue } from "../../../json.js";
import { bareModelId, tierOf } from "../../model-id.js";
import { listedModels, uniformModels } from "../../models.js";
import type { FoundryProvision } from "../provision.js";
import type { FoundryGroup } from "../request.js";

/** The list of models of a group's profile, with the family that each deployment is of and what people see of it. */
export function modelSettings(
	{ deployments }: Pick<FoundryProvision, "deployments">,
	{ models }: Pick<FoundryGroup, "models">,
): Readonly<Record<string, JsonValue>> {
	const decided = models.map((entry): JsonValue => {
		const [listed] = listedModels([entry]);
		const name = listed && bareModelId(listed.id);
		const deployment = name !== undefined && Object.hasOwn(deployments, name) ? deployments[name] : undefined;
		if (!listed || !deployment) return entry;
		const { model, label } = deployment;
		const shown = label ?? (name === model ? undefined : model);
		const tier = tierOf(model);
		return {
			...(shown !== undefined && { labelOverride: shown }),
			...(tier && { anthropicFamilyTier: tier }),
			...(isJsonObject(entry) ? entry : { name: listed.id }),
		};
	});
	return { inferenceModels: uniformModels(decided) };
}
