import { type Problem, warning } from "../../../problem.js";
import type { PlanPart } from "../../join-plans.js";
import { checkDataSharing } from "../models/data-sharing.js";
import { publisherModel } from "../models/vertex-model.js";
import { resource } from "../resource.js";
import type { VertexFoundationOptions } from "./options.js";
import { unlessSettled } from "./settled.js";

/** Models enabled in Model Garden, where they stay enabled when they leave the plan: Google knows no way back. */
export function planModels({ projectId, models = [] }: VertexFoundationOptions, after: readonly string[]): PlanPart {
	return {
		resources: [...new Set(models)].map((id) =>
			resource(
				"enabled model",
				`model.${id}`,
				{ project: projectId, publisherModelName: publisherModel(id) },
				{ name: id, after },
			),
		),
	};
}

/** What is wrong with models to enable or to admit, and what has to be done before. */
export function checkModels(options: VertexFoundationOptions): Problem[] {
	const { projectId, models = [], dataSharing, allowedModels } = options;
	const acknowledged = dataSharing !== undefined;
	const problems = [
		...checkDataSharing(projectId, models, acknowledged, ["models"], "dataSharing"),
		...checkDataSharing(projectId, allowedModels?.models, acknowledged, ["allowedModels", "models"], "dataSharing"),
	];
	problems.push(...checkDenied(models, allowedModels));
	if (models.length === 0) return problems;
	const message = `are enabled only once a person with roles/consumerprocurement.entitlementManager has answered Anthropic's questions and accepted the terms at https://console.cloud.google.com/vertex-ai/model-garden?project=${projectId}; do that, and list terms in settled`;
	return [...problems, ...unlessSettled(options, "terms", ["models"], message)];
}

/** Models that are enabled for nobody. */
function checkDenied(models: readonly string[], allowed: VertexFoundationOptions["allowedModels"]): Problem[] {
	if (!allowed || allowed.dryRun) return [];
	const denied = models.filter((id) => !allowed.models.includes(id));
	if (denied.length === 0) return [];
	const message = `has no ${denied.join(", ")}, which models enables: every call of it would answer 403; list it here, or enable it no more`;
	return [warning("model-denied", ["allowedModels", "models"], message)];
}
