import { made, type Outcome, refused } from "../../outcome.js";
import { distinctProblems, isError } from "../../problem.js";
import type { AnsweredModel, CloudPlan } from "../cloud-plan.js";
import { joinPlans } from "../join-plans.js";
import { modelIds, type RequestedPrincipal, requestedPrincipals } from "../requested-deployment.js";
import { checkVertex } from "./check-vertex.js";
import { planEndpoint } from "./endpoints/plan-endpoint.js";
import { planIdentities } from "./identity/plan-identities.js";
import { answeredAt } from "./models/answering.js";
import { dataSharingCommands } from "./models/data-sharing.js";
import type { VertexRequest } from "./request.js";

/** Everything that a deployment on Vertex AI creates in Google Cloud. */
export function planVertex(request: VertexRequest): Outcome<CloudPlan> {
	const principals = requestedPrincipals(request);
	const identities = planIdentities(request, principals);
	const problems = distinctProblems([...checkVertex(request, principals), ...identities.problems]);
	if (problems.some(isError) || !identities.value) return refused(...problems);
	const plan = joinPlans([
		identities.value,
		planEndpoint(request),
		{
			answers: answersOf(request, principals),
			outputs: {
				dataSharing: sharingOf(request, principals),
				...(request.provision.accessUntil !== undefined && { access: { until: request.provision.accessUntil } }),
			},
			uses: [{ type: "model calls", meter: "per token, at the price of the model and location" }],
		},
	]);
	return made(plan, problems);
}

function answersOf({ region }: VertexRequest, principals: readonly RequestedPrincipal[]): AnsweredModel[] {
	const models = [...new Set(principals.flatMap(({ models }) => modelIds(models)))];
	return models.map((model) => ({ model, ...answeredAt(region) }));
}

/** What has to be run once for the models that demand it, by the models. */
function sharingOf({ projectId }: VertexRequest, principals: readonly RequestedPrincipal[]) {
	return dataSharingCommands(
		projectId,
		principals.flatMap(({ models }) => models),
	);
}
