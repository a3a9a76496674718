import type { Problem } from "../../../problem.js";
import { warning } from "../../../problem.js";
import { modelIds, type RequestedPrincipal } from "../../requested-deployment.js";
import type { VertexRequest } from "../request.js";

/**
 * Models of which nobody says that they are enabled in the project: the first person would be refused.
 * https://cloud.google.com/vertex-ai/generative-ai/docs/partner-models/use-partner-models
 */
export function checkEnabled(
	{ provision, projectId, at }: VertexRequest,
	principals: readonly RequestedPrincipal[],
): Problem[] {
	const called = [...new Set(principals.flatMap(({ models }) => modelIds(models)))].sort();
	const missing = called.filter((id) => !(provision.enabledModels ?? []).includes(id));
	if (missing.length === 0) return [];
	const message = `nobody can call ${missing.join(", ")} before the API aiplatform.googleapis.com is enabled in project ${projectId} and a person has answered Anthropic's questions and accepted the terms at https://console.cloud.google.com/vertex-ai/model-garden?project=${projectId}, which the role made here lets no user do; let VertexFoundation enable API and models after that, or do it in the console, and then list them here`;
	return [warning("model-enablement", [...at.block, "provision", "enabledModels"], message)];
}
