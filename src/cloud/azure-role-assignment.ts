import { v5 as uuidV5 } from "uuid";

/** Namespace of the names of role assignments; changing it renames what is deployed, which Azure refuses. */
const namespace = uuidV5("pulumi-cowork:azure-role-assignments", uuidV5.DNS);

/** Id of a role that Azure comes with. */
export function builtInRoleId(subscription: string, role: string): string {
	return `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${role}`;
}

/**
 * Name of the assignment of a role to a principal in a scope: an UUID, always the same one, because Azure refuses a second
 * assignment of the three under another name. Capitals do not count in any of them.
 * https://learn.microsoft.com/azure/role-based-access-control/troubleshooting
 */
export function roleAssignmentName(scope: string, principalId: string, roleId: string): string {
	return uuidV5([scope, principalId, roleId].join("|").toLowerCase(), namespace);
}
