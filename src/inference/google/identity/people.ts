import { made, type Outcome, refused } from "../../../outcome.js";
import type { Path } from "../../../path.js";
import { isError } from "../../../problem.js";
import type { PlannedIdentity } from "../../cloud-plan.js";
import { joinPlans, type PlanPart } from "../../join-plans.js";
import { type Directory, peopleMember } from "../access/people.js";
import { projectMember } from "../access/project-member.js";
import { workforceProviderOf } from "../request.js";
import { accessOf, accessPolicy, conditionOf, type IdentityKind, type IdentityRequest, placeOf } from "./identity.js";
import { payingProject } from "./paying-project.js";

/** The people of each group, bound to the role by what their directory knows them as. */
export function people(directories: readonly Directory[]): IdentityKind {
	return {
		plan(asked) {
			const found = membersOf(asked, directories);
			if (!found.value) return found;
			const members = found.value.map(({ member }) => member);
			return made(joinPlans([bound(asked, found.value), payingProject(asked, members)]), found.problems);
		},
	};
}

/** A member of the allow policy, and the groups of the deployment that it stands for. */
interface BoundMember {
	readonly member: string;
	readonly groups: readonly string[];
}

function membersOf({ request, principal }: IdentityRequest, directories: readonly Directory[]): Outcome<BoundMember[]> {
	const provider = workforceProviderOf(request, principal.signInBlock);
	const found = principal.groups.map((group) => {
		const at: Path = [...request.at.groups, group.name, "members"];
		return { name: group.name, member: peopleMember(group, directories, provider, at) };
	});
	const problems = found.flatMap(({ member }) => member.problems);
	if (problems.some(isError)) return refused(...problems);
	const members = [...new Set(found.flatMap(({ member }) => member.value ?? []))];
	return made(
		members.map((member) => ({
			member,
			groups: found.filter((each) => each.member.value === member).map(({ name }) => name),
		})),
		problems,
	);
}

function bound(asked: IdentityRequest, members: readonly BoundMember[]): PlanPart {
	const { request, principal, role } = asked;
	const { projectId } = request;
	const condition = conditionOf(request);
	return {
		resources: members.map(({ member }) =>
			projectMember(`member.${member}`, member, { project: projectId, role: role.reference, member, ...condition }),
		),
		policies: {
			[accessOf(principal)]: accessPolicy(projectId, role, {
				members: members.map(({ member }) => member),
				...condition,
			}),
		},
		identities: members.map((member) => identityOf(asked, member)),
		outputs: { principals: { [principal.id]: role.reference } },
	};
}

/** Devices sign in as people whom the directory knows, and who may call nothing without their binding. */
function identityOf(asked: IdentityRequest, { member, groups }: BoundMember): PlannedIdentity {
	return { name: `member/${member}`, groups, existing: true, place: placeOf(asked) };
}
