import type { Path } from "../../../path.js";
import { warning } from "../../../problem.js";
import type { AwsService } from "../../aws-hosts.js";
import type { BedrockSignIns, MantleSignIns } from "../../block.js";
import { memberOf } from "../../check-members.js";
import type { PlanPart } from "../../join-plans.js";
import { peopleOf } from "../../requested-deployment.js";
import { accountReference, settled } from "../late-references.js";
import type { BearerKind } from "../policy/inference-policy.js";
import type { AwsPrincipal } from "../request.js";
import { deployingAccount } from "../scope.js";
import type { Identity, IdentityKind, IdentityProvision, IdentityRequest } from "./identity.js";
import { permissionSet } from "./permission-set.js";
import { policyOnly } from "./policy-only.js";
import { proxyRole } from "./proxy-role.js";
import { hasKey, user } from "./user.js";
import { webIdentityRole } from "./web-identity-role.js";

export type AwsSignInName = keyof BedrockSignIns | keyof MantleSignIns;

/** What a way to sign in needs in AWS. */
interface AwsSignIn {
	/** Members of `provision` that are about it. */
	readonly blocks: readonly (keyof IdentityProvision)[];
	/** Whether the app lists the provider's models. */
	readonly discovery: boolean;
	/** Kind of Bedrock API key that people call with. @default - none */
	readonly bearer?: BearerKind;
	/** Whether devices call the token service. */
	readonly sts: boolean;
	kindOf(provision: IdentityProvision, principal: AwsPrincipal): IdentityKind;
	/** What a block leaves to provisioning, by paths in it. */
	leftOut?(signInBlock: unknown): readonly Path[];
	/** What devices are told of what they sign in as. */
	tell?(identity: Identity, request: IdentityRequest): Identity;
}

/** By the name of the sign-in block of the routes on AWS. */
export const awsSignIns: Readonly<Record<AwsSignInName, AwsSignIn>> = {
	identityCenter: {
		blocks: ["permissionSet"],
		discovery: false,
		sts: false,
		kindOf: () => permissionSet,
		leftOut: (block) =>
			["accountId", "roleName"].filter((name) => memberOf(block, name) === undefined).map((name) => [name]),
		tell: tellPermissionSet,
	},
	profile: {
		blocks: ["permissionSet", "oidcRole"],
		discovery: false,
		sts: true,
		kindOf: ({ oidcRole }) => (oidcRole ? webIdentityRole : permissionSet),
		tell: tellNamedProfile,
	},
	bearerToken: {
		blocks: ["bearerKey"],
		discovery: true,
		bearer: "LONG_TERM",
		sts: false,
		kindOf: (_, principal) => (hasKey(principal) ? policyOnly : user),
		leftOut: (signInBlock) => (hasKey({ signInBlock }) ? [] : [[]]),
	},
	helper: {
		blocks: ["oidcRole"],
		discovery: true,
		// The app takes a token from a helper and no access keys. For AWS that is a key presigned with the role's session,
		// with which the action is a permission of its own; a key that outlives the session stays refused.
		// https://claude.com/docs/third-party/claude-desktop/credential-helper
		// https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-permissions.html
		bearer: "SHORT_TERM",
		sts: true,
		kindOf: ({ oidcRole }) => (oidcRole ? webIdentityRole : policyOnly),
	},
	idp: {
		blocks: ["proxyRole"],
		discovery: false,
		sts: false,
		kindOf: (provision) => (provision.proxyRole ? proxyRole : policyOnly),
	},
};

/** Whether a route's word for a way to sign in is one that AWS knows. */
export function isAwsSignIn(name: string): name is AwsSignInName {
	return Object.hasOwn(awsSignIns, name);
}

/** What people sign in as. */
export function identityKindOf(
	signIn: AwsSignInName,
	provision: IdentityProvision,
	principal: AwsPrincipal,
): IdentityKind {
	return provision.bringYourOwn ? policyOnly : awsSignIns[signIn].kindOf(provision, principal);
}

/** Key that a principal may call with: of a principal that others look after, any. */
export function bearerOf(
	signIn: AwsSignInName,
	provision: IdentityProvision,
	principal: AwsPrincipal,
): BearerKind | undefined {
	const { bearer } = awsSignIns[signIn];
	return bearer && (provision.bringYourOwn || hasKey(principal)) ? "any" : bearer;
}

/** Services whose private endpoints a route's people use. */
export function defaultServices(signIn: AwsSignInName, services: readonly AwsService[]): AwsService[] {
	return [...services, ...(awsSignIns[signIn].sts ? (["sts"] as const) : [])];
}

/** The app asks for the set by account and name. */
function tellPermissionSet(identity: Identity, { principal, scope }: IdentityRequest): Identity {
	const account = accountReference(principal.signInAt);
	const isKnown = scope.accountId !== deployingAccount;
	const settings = {
		inferenceBedrockSsoRoleName: identity.name,
		inferenceBedrockSsoAccountId: isKnown ? scope.accountId : account,
	};
	const part: PlanPart = {
		...identity.part,
		settings: Object.fromEntries(principal.groups.map(({ name }) => [name, settings])),
		...(!isKnown && { late: settled(account, scope.accountId) }),
	};
	return { ...identity, part };
}

/** The configuration of AWS on a device is nobody's here. */
function tellNamedProfile(identity: Identity, { principal, provision, at }: IdentityRequest): Identity {
	if (provision.oidcRole) return identity;
	const message = `the named profile on the devices of ${peopleOf(principal)} has to say sso_role_name = ${identity.name}`;
	const problem = warning("role-name-to-hand-on", [...at.block, "provision"], message);
	return { ...identity, problems: [...(identity.problems ?? []), problem] };
}
