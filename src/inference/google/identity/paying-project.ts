import type { PlanPart } from "../../join-plans.js";
import type { RequestedPrincipal } from "../../requested-deployment.js";
import { projectMember } from "../access/project-member.js";
import { type PlannedRole, userProjectRole } from "../access/role.js";
import { userProjectOf, type VertexRequest } from "../request.js";
import { accessPolicy, conditionOf, type IdentityRequest } from "./identity.js";

/** Another project that requests of a principal's people name as the one that pays, and the role that lets them. */
export function otherPayingProject(
	request: VertexRequest,
	principal: RequestedPrincipal,
): { readonly project: string; readonly role: PlannedRole } | undefined {
	const project = userProjectOf(request, principal);
	// In its own project the deployment's role lets them.
	return project === request.projectId ? undefined : { project, role: userProjectRole(request, project) };
}

/** What lets members of the allow policy have it pay. */
export function payingProject({ request, principal }: IdentityRequest, members: readonly string[]): PlanPart {
	const paying = otherPayingProject(request, principal);
	if (!paying) return {};
	const { project, role } = paying;
	const condition = conditionOf(request);
	const bindings = members.map((member) =>
		projectMember(`user-project-member.${project}.${member}`, member, {
			project,
			role: role.reference,
			member,
			...condition,
		}),
	);
	return {
		resources: [...(role.created ? [role.created] : []), ...bindings],
		policies: {
			[`user-project-${principal.id}`]: accessPolicy(project, role, { members: [...members], ...condition }),
		},
	};
}
