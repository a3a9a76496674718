import type { PlannedResource } from "../../cloud/planned-resource.js";
import type { JsonValue } from "../../json.js";
import { tokensIn } from "../../reference/token.js";
import type { Grant, GrantReader } from "./grant.js";

/** Role assignments of Azure, and what applications of Entra ID have consent for. */
export const azureGrants: GrantReader = {
	grants: ({ resources }) => resources.flatMap((each) => readers[each.type]?.(each) ?? []),
	covers(wide, narrow) {
		if (wide.action !== narrow.action || !("matching" in wide.on) || !("matching" in narrow.on)) return false;
		const [scope, within] = [wide.on.matching.toLowerCase(), narrow.on.matching.toLowerCase()];
		// A role holds for whatever is below its scope.
		return within === scope || within.startsWith(`${scope}/`);
	},
};

/** https://learn.microsoft.com/azure/role-based-access-control/built-in-roles */
const roleNames: Readonly<Record<string, string>> = {
	"a97b65f3-24c7-4388-baec-2e87135dc908": "Cognitive Services User",
};

const readers: Readonly<Record<string, (resource: PlannedResource) => readonly Grant[]>> = {
	"Microsoft.Authorization/roleAssignments": ({ properties }) => {
		const { scope, roleDefinitionId, principalId, principalType } = properties;
		// Capitals count in none of them.
		const role = textOf(roleDefinitionId).split("/").at(-1)?.toLowerCase() ?? "";
		const principal = textOf(principalId).toLowerCase();
		const who = `${textOf(principalType).toLowerCase()} ${principal}`;
		return [
			{
				effect: "allow",
				who,
				principal,
				at: who,
				action: `role ${roleNames[role] ?? role}`,
				on: { matching: textOf(scope) },
			},
		];
	},
	"Microsoft.Graph/oauth2PermissionGrants": ({ properties }) => {
		const { servicePrincipalObjectId, resourceServicePrincipalObjectId, claimValues } = properties;
		const who = `application ${nameIn(servicePrincipalObjectId)}, for whoever signs in to it`;
		return (Array.isArray(claimValues) ? claimValues : []).map(
			(claim: JsonValue): Grant => ({
				effect: "allow",
				who,
				principal: nameIn(servicePrincipalObjectId),
				at: who,
				action: textOf(claim),
				on: { matching: nameIn(resourceServicePrincipalObjectId) },
			}),
		);
	},
};

function textOf(value: JsonValue | undefined): string {
	return typeof value === "string" ? value : "";
}

/** What a token stands for, by the resource or look-up that it is of. */
function nameIn(value: JsonValue | undefined): string {
	const [token] = tokensIn(value);
	return token === undefined ? textOf(value) : token.slice(0, token.lastIndexOf("."));
}
