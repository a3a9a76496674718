import { made } from "../../../outcome.js";
import { peopleOf } from "../../requested-deployment.js";
import { unlessSettled } from "../settled.js";
import { accessOf, accessPolicy, type IdentityKind } from "./identity.js";

/** The role alone, for people whose access others look after. */
export const roleOnly: IdentityKind = {
	plan({ request, principal, role }) {
		const { projectId, provision, at } = request;
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
			unlessSettled(provision, "roleGrant", [...at.block, "provision"], message),
		);
	},
};
