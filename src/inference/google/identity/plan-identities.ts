import { groupBy } from "../../../group-by.js";
import { made, type Outcome, refused } from "../../../outcome.js";
import { isError, type Problem } from "../../../problem.js";
import { memberOf } from "../../check-members.js";
import type { PlannedIdentity } from "../../cloud-plan.js";
import { joinPlans, type PlanPart } from "../../join-plans.js";
import type { RequestedPrincipal } from "../../requested-deployment.js";
import { deploymentRole } from "../access/role.js";
import { type VertexRequest, workforceProviderOf } from "../request.js";
import { workforceAudience } from "../workforce-audience.js";
import { identityKindOf, ownProjectPays, payingProjectOf } from "./sign-ins.js";

/** What the people of each principal sign in as, and the role that lets them call models. */
export function planIdentities(request: VertexRequest, principals: readonly RequestedPrincipal[]): Outcome<PlanPart> {
	const role = deploymentRole(request, ownProjectPays(request, principals));
	const kind = identityKindOf(request.signIn, request.provision);
	const planned = principals.map((principal) => {
		const payingProject = payingProjectOf(request, principal);
		return kind.plan({ request, principal, role, ...(payingProject !== undefined && { payingProject }) });
	});
	const problems: Problem[] = planned.flatMap((each) => each.problems);
	if (problems.some(isError)) return refused(...problems);
	const parts: PlanPart[] = [
		{ resources: role.created ? [role.created] : [] },
		...planned.flatMap(({ value }) => value ?? []),
		...principals.map((principal) => audienceSetting(request, principal)),
	];
	const plan = joinPlans(parts);
	return made({ ...plan, identities: merged(plan.identities) }, problems);
}

/** What people of several principals sign in as in one place is one thing. */
function merged(identities: readonly PlannedIdentity[]): PlannedIdentity[] {
	const alike = ({ name, place }: PlannedIdentity) => JSON.stringify([name, place]);
	return [...groupBy(identities, alike).values()].flatMap(([first, ...others]) => {
		if (!first) return [];
		return [{ ...first, groups: [...new Set([first, ...others].flatMap(({ groups }) => groups))] }];
	});
}

/** The audience where the block leaves it to provisioning. */
function audienceSetting(request: VertexRequest, { groups, signInBlock }: RequestedPrincipal): PlanPart {
	if (request.signIn !== "workforce" || memberOf(signInBlock, "audience") !== undefined) return {};
	const provider = workforceProviderOf(request, signInBlock);
	if (!provider) return {};
	const settings = { inferenceVertexWorkforceAudience: workforceAudience(provider) };
	return { settings: Object.fromEntries(groups.map(({ name }) => [name, settings])) };
}
