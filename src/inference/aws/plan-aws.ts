import { made, type Outcome, refused } from "../../outcome.js";
import { below, distinctProblems, isError, type Problem } from "../../problem.js";
import type { CloudPlan } from "../cloud-plan.js";
import { joinPlans, type PlanPart } from "../join-plans.js";
import type { EndpointCalls } from "./endpoints/endpoint-policy.js";
import type { EndpointRoute } from "./endpoints/endpoint-route.js";
import { planEndpoints } from "./endpoints/plan-endpoints.js";
import type { IdentityProvision } from "./identity/identity.js";
import { type Permit, planIdentities } from "./identity/plan-identities.js";
import type { AwsProvision } from "./provision.js";
import { type AwsPrincipal, type AwsRequest, scopeOf } from "./request.js";
import { scopeLookUps } from "./scope.js";

/** A plan, and everything that is wrong with what it is asked for. */
export type AwsPlan = Outcome<CloudPlan>;

/** What one of the routes to Bedrock adds. */
interface RoutePlan {
	readonly endpoints: EndpointRoute;
	readonly calls: EndpointCalls;
	readonly permit: Permit;
	/** What identities refer to, and what else there is. */
	readonly before: readonly PlanPart[];
	readonly after: readonly PlanPart[];
	/** What was found before. */
	readonly problems: readonly Problem[];
}

/** What every deployment on AWS has: who people sign in as, and how they get there. */
export function planAws(
	request: AwsRequest<AwsProvision & IdentityProvision>,
	principals: readonly AwsPrincipal[],
	route: RoutePlan,
): AwsPlan {
	const at = [...request.at.block, "provision"];
	const permit: Permit = (principal, limit) => {
		const policy = route.permit(principal, limit);
		return policy.value ? policy : refused(...policy.problems.map((problem) => below(at, problem)));
	};
	const identities = planIdentities(request, principals, permit);
	const endpoints = planEndpoints(request, route.endpoints, identities.value ?? [], route.calls);
	const problems = distinctProblems([...route.problems, ...identities.problems, ...endpoints.problems]);
	if (problems.some(isError) || !identities.value || !endpoints.value) return refused(...problems);
	const parts: PlanPart[] = [
		{ lookUps: scopeLookUps(scopeOf(request)) },
		...route.before,
		...identities.value.map(({ part }) => part),
		endpoints.value,
		...route.after,
		{ uses: [{ type: "model calls", meter: "per token, at the price of the model and region" }] },
	];
	return made(joinPlans(parts), problems);
}
