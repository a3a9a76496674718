import { outputOf } from "../../../cloud/plan-resource.js";
import type { PlannedLookUp, PlannedResource } from "../../../cloud/planned-resource.js";
import { textIn } from "../../requested-deployment.js";
import { policyLimits } from "../policy/policy-size.js";
import type { OfPermissionSet } from "../properties.js";
import { resource } from "../resource.js";
import {
	type Identity,
	type IdentityKind,
	type IdentityRequest,
	managedPolicy,
	plannedIdentity,
	policyOf,
	tagsOf,
} from "./identity.js";
import { chosenName, longestPermissionSetName, permissionSetName } from "./names.js";
import { defaultSessionHours } from "./session-hours.js";

/** Identity Center may be of another account. */
const account = "identityCenter";

/** A permission set of IAM Identity Center with its policy, assigned in the account to every group. */
export const permissionSet: IdentityKind = {
	policyLimit: (provision) => (provision.permissionSet?.existing ? policyLimits.managed : policyLimits.inlineRole),
	plan(request) {
		const { provision, scope } = request;
		const { id } = request.principal;
		const existing = provision.permissionSet?.existing;
		const name = permissionSetNameOf(request);
		const center = identityCenterOf(request);
		const created = existing ? undefined : createdSet(request, name, center);
		const set = {
			instanceArn: center.instanceArn,
			permissionSetArn: created ? outputOf(created, "arn") : (existing?.arn ?? ""),
			region: center.region,
		};
		const policies = existing ? attachedPolicy(request, set) : [inlinePolicy(request, set)];
		const assignments = center.groups.map(({ group, principalId }) =>
			resource(
				"AWS::SSO::Assignment",
				`${id}-assignment.${group}`,
				{ ...set, principalType: "GROUP", principalId, targetType: "AWS_ACCOUNT", targetId: scope.accountId },
				// People who are assigned before there is a policy would sign in to nothing.
				{ name: group, account, after: policies.slice(-1).map((policy) => policy.id) },
			),
		);
		return {
			name,
			part: {
				lookUps: center.lookUps,
				resources: [...(created ? [created] : []), ...policies, ...assignments],
				policies: { [policyOf(request)]: request.policy },
				identities: [
					plannedIdentity(request, `permission-set/${name}`, placeOf(request, created, center), {
						...(existing && { existing: true }),
						...(center.groups.length > 0 && { people: center.groups.map(({ group }) => group) }),
					}),
				],
				...(created && { outputs: { principals: { [id]: outputOf(created, "arn") } } }),
			},
		} satisfies Identity;
	},
};

/** Devices find a set by account and name, in the Identity Center that they sign in to. */
function placeOf(
	{ provision }: IdentityRequest,
	created: PlannedResource | undefined,
	{ region }: IdentityCenter,
): Readonly<Record<string, string | undefined>> {
	const { instanceArn, existing } = provision.permissionSet ?? {};
	return {
		instance: instanceArn,
		"permission set": existing?.arn,
		"Identity Center in": region,
		resource: created?.id,
	};
}

/** A name that the sign-in says is what devices ask for; `checkPermissionSets` refuses another beside it. */
export function permissionSetNameOf({
	deployment,
	principal,
	provision,
}: Pick<IdentityRequest, "deployment" | "principal" | "provision">): string {
	const { name, existing } = provision.permissionSet ?? {};
	const { group } = principal;
	const stated = textIn(principal.signInBlock, "roleName") ?? existing?.name;
	if (stated !== undefined) return stated;
	if (name !== undefined) return chosenName(name, group, longestPermissionSetName);
	return permissionSetName({ deployment, group });
}

interface IdentityCenter {
	readonly region: string | undefined;
	readonly instanceArn: string;
	/** Those that get the set, each once. */
	readonly groups: readonly { readonly group: string; readonly principalId: string }[];
	readonly lookUps: readonly PlannedLookUp[];
}

/** The instance: as given, otherwise the one that the credentials see. Nothing is looked up that is given. */
function identityCenterOf({ principal, provision }: IdentityRequest): IdentityCenter {
	const { instanceArn, identityStoreId } = provision.permissionSet ?? {};
	const block = principal.signInBlock;
	const region = textIn(block, "region") ?? textIn(block, "ssoRegion");
	const at = region === undefined ? {} : { region };
	const instance: PlannedLookUp = {
		id: "identity-center",
		asks: "identityCenter",
		properties: { ...at, ...(instanceArn !== undefined && { instanceArn }) },
		account,
	};
	const names = [...new Set(principal.groups.flatMap(({ members }) => members?.identityCenterGroup ?? []))];
	const groups = names.map((group) => {
		if (isIdentityCenterGroupId(group)) return { group, principalId: group };
		const properties = {
			...at,
			displayName: group,
			identityStoreId: identityStoreId ?? outputOf(instance, "identityStoreId"),
		};
		const found: PlannedLookUp = {
			id: `identity-center-group.${group}`,
			asks: "identityCenterGroup",
			properties,
			account,
		};
		return { group, principalId: outputOf(found, "id"), found };
	});
	const found = groups.flatMap((each) => each.found ?? []);
	const asked = instanceArn === undefined || (identityStoreId === undefined && found.length > 0);
	return {
		region,
		instanceArn: instanceArn ?? outputOf(instance, "instanceArn"),
		groups,
		lookUps: [...(asked ? [instance] : []), ...found],
	};
}

/**
 * Whether a group of Identity Center is given by its id, which no one gives as a display name.
 * https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_Group.html
 */
function isIdentityCenterGroupId(text: string): boolean {
	return /^([0-9a-f]{10}-)?[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}$/.test(text);
}

function createdSet(request: IdentityRequest, name: string, { instanceArn, region }: IdentityCenter): PlannedResource {
	const sessionDuration = `PT${request.provision.permissionSet?.sessionHours ?? defaultSessionHours}H`;
	const properties = { name, instanceArn, sessionDuration, tags: tagsOf(request), region };
	return resource("AWS::SSO::PermissionSet", `${request.principal.id}-permission-set`, properties, { name, account });
}

/** A set has room for one. */
function inlinePolicy(request: IdentityRequest, set: OfPermissionSet): PlannedResource {
	const properties = { ...set, inlinePolicy: { policy: policyOf(request) } };
	const id = `${request.principal.id}-inline-policy`;
	return resource("AWS::SSO::PermissionSet.InlinePolicy", id, properties, { account });
}

/** A managed policy is found by its name in the account, where it must be first. */
function attachedPolicy(request: IdentityRequest, set: OfPermissionSet): PlannedResource[] {
	const managed = managedPolicy(request);
	const properties = { ...set, customerManagedPolicyReference: { name: managed.name, path: "/" } };
	const id = `${request.principal.id}-policy-attachment`;
	const circumstances = { account, after: [managed.id] };
	return [managed, resource("AWS::SSO::PermissionSet.CustomerManagedPolicyReferences", id, properties, circumstances)];
}
