import { builtInRoleId, roleAssignmentName } from "../../../cloud/azure-role-assignment.js";
import { outputOf } from "../../../cloud/plan-resource.js";
import type { PlannedIdentity } from "../../cloud-plan.js";
import type { PlanPart } from "../../join-plans.js";
import { afterAccount } from "../account/plan-account.js";
import { azureSignIns } from "../identity/sign-ins.js";
import { type FoundryGroup, type FoundryRequest, scopeOf } from "../request.js";
import { resource } from "../resource.js";
import { accountId } from "../scope.js";
import { cognitiveServicesUser } from "./roles.js";

/** Whether the plan says who may call the account. */
export function assignsRoles({ signIn, provision }: Pick<FoundryRequest, "signIn" | "provision">): boolean {
	return azureSignIns[signIn].byRole && !provision.bringYourOwn;
}

/** Of what devices depend on: where it is, and whether it outlasts this plan, as the guard of identities compares it. */
export function atAccount(request: FoundryRequest): Pick<PlannedIdentity, "place" | "existing"> {
	const { subscription, resourceGroup, accountName } = scopeOf(request);
	const { account, location, resourceGroup: group } = request.provision;
	// With a group that is created Azure deletes the account, when it is said to exist elsewhere.
	const inGroup = group.existing ? resourceGroup : `${resourceGroup} of this stack`;
	const place = { subscription, "resource group": inGroup, account: accountName };
	if (account?.existing) return { place, existing: true };
	// Azure changes neither of an account: it is another one then, with other keys, and the first is deleted.
	return { place: { ...place, location, "sub-domain": request.resource.toLowerCase() } };
}

/** The role that lets people call models, for each group of the directory, each once. */
export function planAccess(request: FoundryRequest): PlanPart {
	if (!assignsRoles(request)) return {};
	const scope = accountId(scopeOf(request));
	const roleDefinitionId = builtInRoleId(scopeOf(request).subscription, cognitiveServicesUser.id);
	const assigned = [...byDirectoryGroup(request.groups)].map(([principalId, groups]) => {
		const name = roleAssignmentName(scope, principalId, cognitiveServicesUser.id);
		const assignment = resource(
			"Microsoft.Authorization/roleAssignments",
			`access.${principalId}`,
			// Without the type Azure looks the principal up, and finds none that was created just now.
			{ scope, roleAssignmentName: name, roleDefinitionId, principalId, principalType: "Group" },
			{ name, ...afterAccount(request) },
		);
		const identity: PlannedIdentity = {
			name: `role-assignment/${scopeOf(request).accountName}/${principalId}`,
			groups,
			...atAccount(request),
			people: [principalId],
		};
		return { assignment, identity, groups };
	});
	return {
		resources: assigned.map(({ assignment }) => assignment),
		identities: assigned.map(({ identity }) => identity),
		outputs: {
			principals: Object.fromEntries(
				assigned.flatMap(({ assignment, groups }) =>
					groups.map((group) => [`group-${group}`, outputOf(assignment, "id")] as const),
				),
			),
		},
	};
}

/** Two groups of a deployment may be one of the directory. */
function byDirectoryGroup(groups: readonly FoundryGroup[]): ReadonlyMap<string, readonly string[]> {
	const known = new Map<string, string[]>();
	for (const { name, entraGroupId } of groups) {
		if (entraGroupId !== undefined) known.set(entraGroupId, [...(known.get(entraGroupId) ?? []), name]);
	}
	return known;
}
