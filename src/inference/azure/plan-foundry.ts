import { made, type Outcome, refused } from "../../outcome.js";
import { distinctProblems, isError } from "../../problem.js";
import type { CloudPlan } from "../cloud-plan.js";
import { joinPlans, type PlanPart } from "../join-plans.js";
import { planAccess } from "./access/plan-access.js";
import { planAccount } from "./account/plan-account.js";
import { checkFoundry } from "./check-foundry.js";
import { planEndpoint } from "./endpoints/plan-endpoint.js";
import { planIdentity } from "./identity/plan-identity.js";
import { modelSettings } from "./models/model-settings.js";
import { planDeployments } from "./models/plan-deployments.js";
import type { FoundryRequest } from "./request.js";

/** Everything that a deployment on Foundry creates in Azure, and what is wrong with what it asks for. */
export function planFoundry(request: FoundryRequest): Outcome<CloudPlan> {
	const problems = distinctProblems(checkFoundry(request));
	if (problems.some(isError)) return refused(...problems);
	const models: PlanPart = {
		settings: Object.fromEntries(request.groups.map((group) => [group.name, modelSettings(request.provision, group)])),
	};
	const parts = [
		...planAccount(request),
		planDeployments(request),
		planIdentity(request),
		planAccess(request),
		planEndpoint(request),
		models,
	];
	return made(joinPlans(parts), problems);
}
