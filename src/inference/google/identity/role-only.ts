import { made } from "../../../outcome.js";
import { warning } from "../../../problem.js";
import { peopleOf } from "../../requested-deployment.js";
import { accessOf, accessPolicy, type IdentityKind } from "./identity.js";

/** The role alone, for people whose access others look after. */
export const roleOnly: IdentityKind = {
	plan({ request, principal, role }) {
		const { projectId, at } = request;
		const message = `role ${role.name} has to be granted in project ${projectId} to whatever the people of ${peopleOf(principal)} call as`;
		return made(
			{
				policies: { [accessOf(principal)]: accessPolicy(projectId, role, { members: [] }) },
				identities: [
					{
						name: `role/${role.name}`,
						groups: principal.groups.map(({ name }) => name),
						...(role.created === undefined && { existing: true }),
						place: { project: projectId },
					},
				],
				outputs: { principals: { [principal.id]: role.reference } },
			},
			[warning("role-to-grant", [...at.block, "provision"], message)],
		);
	},
};
