import { isSecretReference } from "../../../reference/reference.js";
import { late, lateText } from "../late-text.js";
import type {
	IdentityPlan,
	KeyPlan,
	PermissionSetPlan,
	PlannedPolicy,
	ProxyRolePlan,
	UserPlan,
	WebIdentityRolePlan,
} from "../plan.js";
import type { PolicyDocument } from "../policy/policy-document.js";
import type { BearerKeyProvision, BedrockProvision, OidcRoleProvision } from "../provision.js";
import { type Owner, textIn } from "../request.js";
import {
	chosenName,
	defaultKeyLabel,
	iamName,
	keyUserName,
	longestPermissionSetName,
	type NameOwner,
	permissionSetName,
} from "./names.js";
import { defaultSessionHours } from "./session-hours.js";
import { principalTrust, webIdentityTrust } from "./trust.js";

/** What of a `provision` block says who people sign in as. */
export type IdentityProvision<Late> = Pick<
	BedrockProvision<Late>,
	"permissionSet" | "oidcRole" | "bearerKey" | "proxyRole" | "bringYourOwn"
>;

export interface IdentityRequest<Late> {
	readonly deployment: string;
	readonly owner: Owner;
	readonly provision: IdentityProvision<Late>;
	policy(kind: PlannedPolicy["kind"], name: string): PlannedPolicy;
}

/** Days that a key lives where nothing is said of keys. */
const defaultKeyDays = 90;

export function permissionSet<Late>(request: IdentityRequest<Late>): PermissionSetPlan<Late> {
	const { owner, provision } = request;
	const { existing, instanceArn, identityStoreId, sessionHours } = provision.permissionSet ?? {};
	const block = owner.signInBlock;
	const region = textIn(block, "region") ?? textIn(block, "ssoRegion");
	const assigned = owner.groups.flatMap(({ members }) => members?.identityCenterGroup ?? []);
	return {
		kind: "permission-set",
		...whose(owner),
		name: permissionSetNameOf(request),
		...(existing && { existingArn: existing.arn }),
		sessionDuration: `PT${sessionHours ?? defaultSessionHours}H`,
		...(region !== undefined && { region }),
		...(instanceArn !== undefined && { instanceArn }),
		...(identityStoreId !== undefined && { identityStoreId }),
		assignedGroups: [...new Set(assigned)],
		policy: request.policy(existing ? "managed" : "inline", nameOf(request)),
	};
}

/** A name that the sign-in says is what devices ask for; `checkPermissionSets` refuses another beside it. */
export function permissionSetNameOf({
	deployment,
	owner,
	provision,
}: Pick<IdentityRequest<unknown>, "deployment" | "owner" | "provision">): string {
	const { name, existing } = provision.permissionSet ?? {};
	const stated = textIn(owner.signInBlock, "roleName") ?? existing?.name;
	if (stated !== undefined) return stated;
	if (name !== undefined) return chosenName(name, owner.group, longestPermissionSetName);
	return permissionSetName(ownerName(deployment, owner));
}

export function webIdentityRole<Late>(request: IdentityRequest<Late>): WebIdentityRolePlan<Late> {
	const role = request.provision.oidcRole ?? {};
	const { existing, issuerUrl, clientId, providerArn, sessionHours } = role;
	const trust = existing ? undefined : trustOf(role, request.owner);
	return {
		kind: "web-identity-role",
		...whose(request.owner),
		name: existing?.roleName ?? nameOf(request),
		existing: existing !== undefined,
		maxSessionSeconds: (sessionHours ?? defaultSessionHours) * 3600,
		policy: request.policy(existing ? "managed" : "inline", nameOf(request)),
		...(trust &&
			issuerUrl !== undefined &&
			clientId !== undefined && {
				provider: { issuerUrl, clientId, ...(providerArn !== undefined && { arn: providerArn }) },
				trust,
			}),
	};
}

/** Undefined where too little is said for a trust. */
export function trustOf<Late>(role: OidcRoleProvision<Late>, { groups }: Owner): PolicyDocument | undefined {
	const { issuerUrl, clientId, subject, groupClaim, sessionTag, providerArn } = role;
	if (issuerUrl === undefined || clientId === undefined) return undefined;
	if (subject === undefined && !groupClaim && !sessionTag) return undefined;
	const valuesOf = (byGroup: Readonly<Record<string, readonly string[]>>) => [
		...new Set(groups.flatMap(({ name }) => (Object.hasOwn(byGroup, name) ? (byGroup[name] ?? []) : []))),
	];
	return webIdentityTrust({
		providerArn: typeof providerArn === "string" ? providerArn : lateText(late.providerArn),
		issuerUrl,
		clientId,
		...(subject !== undefined && { subject }),
		...(groupClaim && { claim: { name: groupClaim.name, values: valuesOf(groupClaim.values) } }),
		...(sessionTag && { tag: { key: sessionTag.key, values: valuesOf(sessionTag.values) } }),
	});
}

export function proxyRole<Late>(request: IdentityRequest<Late>): ProxyRolePlan<Late> {
	const { existing, principalArn } = request.provision.proxyRole ?? {};
	return {
		kind: "proxy-role",
		...whose(request.owner),
		name: existing?.roleName ?? nameOf(request),
		existing: existing !== undefined,
		...(principalArn !== undefined && { principalArn }),
		...(!existing && {
			trust: principalTrust(typeof principalArn === "string" ? principalArn : lateText(late.principalArn)),
		}),
		policy: request.policy(existing ? "managed" : "inline", nameOf(request)),
	};
}

/** A user's inline policies have too little room for more than a few models. */
export function user<Late>(request: IdentityRequest<Late>): UserPlan {
	const key = request.provision.bearerKey;
	return {
		kind: "user",
		...whose(request.owner),
		...(key?.existing && { existing: key.existing.userName }),
		keys: keysOf(key, ownerName(request.deployment, request.owner)),
		policy: request.policy("managed", nameOf(request)),
	};
}

export function policyOnly<Late>(request: IdentityRequest<Late>): IdentityPlan<Late> {
	return { kind: "policy-only", ...whose(request.owner), policy: request.policy("managed", nameOf(request)) };
}

/** Whether the owner's sign-in block already has the key, so that none is to be made. */
export function hasKey(owner: Owner): boolean {
	return isSecretReference(owner.signInBlock);
}

function keysOf(key: BearerKeyProvision | undefined, owner: NameOwner): KeyPlan[] {
	const ageDays = key?.neverExpires ? undefined : (key?.ageDays ?? defaultKeyDays);
	const labels = [key?.current ?? defaultKeyLabel, ...(key?.previous === undefined ? [] : [key.previous])];
	return labels.map((label) => ({
		label,
		userName: key?.existing?.userName ?? keyUserName(owner, label),
		...(ageDays !== undefined && { ageDays }),
	}));
}

function nameOf({ deployment, owner }: IdentityRequest<unknown>): string {
	return iamName(ownerName(deployment, owner));
}

function ownerName(deployment: string, { group }: Owner) {
	return { deployment, ...(group !== undefined && { group }) };
}

function whose({ group, groups }: Owner) {
	return { role: group === undefined ? "shared" : `group-${group}`, groups: groups.map(({ name }) => name) };
}
