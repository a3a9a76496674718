import { isSecretReference } from "../../secret.js";
import { late, lateText } from "./late-text.js";
import { chosenName, iamName, longestPermissionSetName, permissionSetName } from "./names.js";
import type {
	IdentityPlan,
	KeyPlan,
	PermissionSetPlan,
	PlannedPolicy,
	ProxyRolePlan,
	UserPlan,
	WebIdentityRolePlan,
} from "./plan.js";
import type { BearerKeyProvision, BedrockProvision } from "./provision.js";
import { type Owner, textIn } from "./request.js";
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

/** A name that the sign-in says is what devices ask for. */
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
	const { existing, issuerUrl, clientId, subject, groupClaim, providerArn, sessionHours } =
		request.provision.oidcRole ?? {};
	const common = {
		kind: "web-identity-role",
		...whose(request.owner),
		name: existing?.roleName ?? nameOf(request),
		existing: existing !== undefined,
		maxSessionSeconds: (sessionHours ?? defaultSessionHours) * 3600,
		policy: request.policy(existing ? "managed" : "inline", nameOf(request)),
	} as const;
	if (existing || issuerUrl === undefined || clientId === undefined) return common;
	const values = request.owner.groups.flatMap(({ name }) => groupClaim?.values[name] ?? []);
	return {
		...common,
		provider: { issuerUrl, clientId, ...(providerArn !== undefined && { arn: providerArn }) },
		trust: webIdentityTrust({
			providerArn: typeof providerArn === "string" ? providerArn : lateText(late.providerArn),
			issuerUrl,
			clientId,
			...(subject !== undefined && { subject }),
			...(groupClaim && { claim: { name: groupClaim.name, values: [...new Set(values)] } }),
		}),
	};
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
		name: key?.existing?.userName ?? nameOf(request),
		existing: key?.existing !== undefined,
		keys: keysOf(key),
		policy: request.policy("managed", nameOf(request)),
	};
}

export function policyOnly<Late>(request: IdentityRequest<Late>): IdentityPlan<Late> {
	return { kind: "policy-only", ...whose(request.owner), policy: request.policy("managed", nameOf(request)) };
}

/** Whether the sign-in block already has the key, so that none is to be made. */
export function hasKey(owner: Owner): boolean {
	return isSecretReference(owner.signInBlock);
}

function keysOf(key: BearerKeyProvision | undefined): KeyPlan[] {
	const ageDays = key?.neverExpires ? undefined : (key?.ageDays ?? defaultKeyDays);
	const labels = [key?.current ?? "current", ...(key?.previous === undefined ? [] : [key.previous])];
	return labels.map((label) => ({ label, ...(ageDays !== undefined && { ageDays }) }));
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
