import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import { isModelAlias } from "../inference/model-id.js";
import { listedModels } from "../inference/models.js";
import { below, error, type Problem } from "../problem.js";
import type { Registries } from "../registries.js";

/**
 * What a group without model discovery lacks: a list of models with full ids.
 * https://claude.com/docs/third-party/claude-desktop/models
 */
export function checkDiscovery({ settings }: ManagedConfiguration, registries: Registries): Problem[] {
	const discovery = settings.get("modelDiscoveryEnabled");
	if (discovery?.value !== false) return [];
	const models = settings.get("inferenceModels");
	if (!models) {
		const message = "without discovery the app needs a list of models; give the inference block's models";
		return [error("missing", discovery.path, message)];
	}
	const route = registries.routes[String(settings.get("inferenceProvider")?.value)];
	return listedModels(models.value)
		.filter(({ id }) => isModelAlias(id))
		.flatMap(({ id, index, plain }) => {
			const at = [...models.path, index, ...(plain ? [] : ["name"])];
			return (route?.checkModel(id, { discovery: false }) ?? []).map((problem) => below(at, problem));
		});
}
