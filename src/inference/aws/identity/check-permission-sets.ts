import { formatPath, type Path } from "../../../path.js";
import { error, type Problem } from "../../../problem.js";
import { modelIds, peopleOf, textsInSignIns } from "../../requested-deployment.js";
import type { PermissionSetProvision } from "../provision.js";
import type { AwsPrincipal } from "../request.js";
import { checkOnePrincipal } from "./check-one-principal.js";
import { checkToldApart, type Mark } from "./check-told-apart.js";
import type { IdentitiesRequest } from "./identity.js";
import { isPermissionSetName, permissionSetNameRule } from "./names.js";
import { permissionSetNameOf } from "./permission-set.js";
import { awsSignIns } from "./sign-ins.js";

/** What is wrong with the permission sets of IAM Identity Center that people are to sign in with. */
export function checkPermissionSets(
	request: IdentitiesRequest,
	principals: readonly AwsPrincipal[],
	at: Path,
): Problem[] {
	const { permissionSet, oidcRole } = request.provision;
	if (!awsSignIns[request.signIn].blocks.includes("permissionSet") || oidcRole) return [];
	const problems = [...checkRoleNames(request, permissionSet, at), ...checkInstance(permissionSet, at)];
	if (permissionSet?.existing) {
		return [...problems, ...checkOnePrincipal(principals, "permission set", [...at, "existing"])];
	}
	const unassigned = request.groups.filter(({ members }) => members?.identityCenterGroup === undefined);
	return [
		...problems,
		...unassigned.map(({ name }) =>
			error(
				"missing",
				[...request.at.groups, name, "members", "identityCenterGroup"],
				"is missing; its permission set is assigned to a group of IAM Identity Center",
			),
		),
		...checkNames(request, principals, permissionSet),
		...checkToldApart(principals, [assignedGroup(request)]),
	];
}

/** Who is assigned two sets may sign in with either. */
function assignedGroup({ at }: IdentitiesRequest): Mark {
	return {
		what: "group of IAM Identity Center",
		at: ({ name }) => [...at.groups, name, "members", "identityCenterGroup"],
		valuesOf: ({ members }) => [members?.identityCenterGroup].flatMap((group) => group ?? []),
	};
}

/** Devices ask for the set by the name in the sign-in block, so that no other name may be said of it. */
function checkRoleNames(
	request: IdentitiesRequest,
	permissionSet: PermissionSetProvision | undefined,
	at: Path,
): Problem[] {
	const { name, existing } = permissionSet ?? {};
	const problems = textsInSignIns(request, "roleName").flatMap(({ text: roleName, at: path, group }) => {
		if (!isPermissionSetName(roleName)) return [error("permission-set-name", path, permissionSetNameRule)];
		// A group may say another name than the one that the rest share, but not of what exists.
		const other = existing?.name ?? (group === undefined ? name : undefined);
		if (other === undefined || other === roleName) return [];
		const elsewhere = existing ? "provision.permissionSet.existing" : "provision.permissionSet";
		return [error("contradiction", path, `is ${roleName}, where ${elsewhere} says ${other}; leave one of them out`)];
	});
	if (existing && name !== undefined && name !== existing.name) {
		problems.push(
			error("contradiction", [...at, "name"], `is ${name}, where existing says ${existing.name}; leave it out`),
		);
	}
	return problems;
}

function checkInstance(permissionSet: PermissionSetProvision | undefined, at: Path): Problem[] {
	const { instanceArn, existing } = permissionSet ?? {};
	const [instance, other] = [idOf(instanceArn, "instance"), idOf(existing?.arn, "permissionSet")];
	if (instance === undefined || other === undefined || instance === other) return [];
	return [
		error("contradiction", [...at, "existing", "arn"], `is of instance ${other}, where instanceArn says ${instance}`),
	];
}

/** Id of the instance in an ARN. */
function idOf(arn: unknown, kind: string): string | undefined {
	return typeof arn === "string" ? new RegExp(`:::${kind}/([^/]+)`).exec(arn)?.[1] : undefined;
}

/** Two policies under one name: what one group lists, the other's policy refuses. */
function checkNames(
	request: IdentitiesRequest,
	principals: readonly AwsPrincipal[],
	permissionSet: PermissionSetProvision | undefined,
): Problem[] {
	const first = new Map<string, AwsPrincipal>();
	return principals.flatMap((principal) => {
		const name = permissionSetNameOf({ ...request, principal, provision: { ...(permissionSet && { permissionSet }) } });
		const other = first.get(name);
		first.set(name, other ?? principal);
		if (!other || principal.group === undefined) return [];
		const path = [...request.at.groups, principal.group, "inference"];
		const permitted = modelIds(other.models);
		const refused = modelIds(principal.models).filter((id) => !permitted.includes(id));
		const what = refused.length > 0 ? refused.join(", ") : "its own models";
		const message = `lists ${what}, which the policy of permission set ${name} refuses, because that is the one of ${peopleOf(other)}; leave roleName out of ${formatPath([...request.at.block, "signIn"])}, or give the group its own`;
		return [error("shared-permission-set", path, message)];
	});
}
