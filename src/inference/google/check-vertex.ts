import { error, type Problem } from "../../problem.js";
import type { RequestedPrincipal } from "../requested-deployment.js";
import { checkEndpoint } from "./endpoints/check-endpoint.js";
import { checkIdentity } from "./identity/check-identity.js";
import { checkEnabled } from "./models/check-enabled.js";
import { checkResidency } from "./models/check-residency.js";
import { checkDataSharing } from "./models/data-sharing.js";
import type { VertexRequest } from "./request.js";

/** What is wrong with what a deployment on Vertex AI asks Google for; `provision` fits its shape. */
export function checkVertex(request: VertexRequest, principals: readonly RequestedPrincipal[]): Problem[] {
	const { projectId, provision, models, groups, at } = request;
	const noModels = models === undefined && groups.some((group) => group.models === undefined);
	return [
		...(noModels
			? [error("missing", [...at.block, "models"], "is missing; devices call exactly the listed models")]
			: []),
		...checkIdentity(request, principals),
		...checkResidency(request),
		...principals.flatMap((each) =>
			checkDataSharing(projectId, each.models, provision.dataSharing !== undefined, each.modelsAt),
		),
		...checkEnabled(request, principals),
		...checkEndpoint(request),
	];
}
