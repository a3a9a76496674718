import type { PlanPart } from "../../join-plans.js";
import { projectMember } from "../access/project-member.js";
import { type PlannedRole, userProjectRole } from "../access/role.js";
import { accessPolicy, conditionOf, type IdentityRequest } from "./identity.js";

/** Another project that requests of a principal's people name as the one that pays, and the role that lets them. */
export function otherPayingProject({
	request,
	payingProject: project,
}: IdentityRequest): { readonly project: string; readonly role: PlannedRole } | undefined {
	// In its own project the deployment's role lets them.
	if (project === undefined || project === request.projectId) return undefined;
	return { project, role: userProjectRole(request, project) };
}

/** What lets members of the allow policy have it pay. */
export function payingProject(asked: IdentityRequest, members: readonly string[]): PlanPart {
	const { request, principal } = asked;
	const paying = otherPayingProject(asked);
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
