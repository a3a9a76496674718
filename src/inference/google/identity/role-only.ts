import { made } from "../../../outcome.js";
import { joinPlans } from "../../join-plans.js";
import { peopleOf } from "../../requested-deployment.js";
import { unlessSettled } from "../settled.js";
import { accessOf, accessPolicy, type IdentityKind, placeOf } from "./identity.js";
import { otherPayingProject, payingProject } from "./paying-project.js";

/** The roles alone, for people whose access others look after. */
export const roleOnly: IdentityKind = {
	plan(asked) {
		const { request, principal, role } = asked;
		const { projectId, provision, at } = request;
		const paying = otherPayingProject(asked);
		const also = paying ? `, and role ${paying.role.name} in project ${paying.project}, which pays,` : "";
		const message = `role ${role.name} has to be granted in project ${projectId}${also} to whatever the people of ${peopleOf(principal)} call as`;
		const own = {
			policies: { [accessOf(principal)]: accessPolicy(projectId, role, { members: [] }) },
			identities: [
				{
					name: `role/${role.name}`,
					groups: principal.groups.map(({ name }) => name),
					...(role.created === undefined && { existing: true }),
					place: placeOf(asked),
				},
			],
			outputs: { principals: { [principal.id]: role.reference } },
		};
		return made(
			joinPlans([own, ...(paying ? [payingProject(asked, [])] : [])]),
			unlessSettled(provision, "roleGrant", [...at.block, "provision"], message),
		);
	},
};
