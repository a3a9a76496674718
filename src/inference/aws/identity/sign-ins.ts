import type { IdentityPlan } from "../plan.js";
import type { BearerKind } from "../policy/inference-policy.js";
import type { EndpointService } from "../provision.js";
import {
	hasKey,
	type IdentityProvision,
	type IdentityRequest,
	permissionSet,
	policyOnly,
	proxyRole,
	user,
	webIdentityRole,
} from "./identity.js";

/** What a way to sign in needs in AWS. */
interface AwsSignIn {
	/** Members of `provision` that are about it. */
	readonly blocks: readonly (keyof IdentityProvision<unknown>)[];
	/** Whether the app lists the provider's models. */
	readonly discovery: boolean;
	/** Kind of Bedrock API key that people call with. @default - none */
	readonly bearer?: BearerKind;
	/** Whether devices call the token service. */
	readonly sts: boolean;
	identity<Late>(request: IdentityRequest<Late>): IdentityPlan<Late>;
	/** What people have to do besides, or undefined. */
	note?(identity: IdentityPlan<unknown>): string | undefined;
}

/** By the name of the sign-in block of the `bedrock` and `mantle` routes. */
export const awsSignIns: Readonly<Record<string, AwsSignIn>> = {
	identityCenter: { blocks: ["permissionSet"], discovery: false, sts: false, identity: permissionSet },
	profile: {
		blocks: ["permissionSet", "oidcRole"],
		discovery: false,
		sts: true,
		identity: (request) => (request.provision.oidcRole ? webIdentityRole(request) : permissionSet(request)),
		note: (identity) =>
			identity.kind === "permission-set"
				? `the named profile on the devices of ${identity.groups.join(", ")} has to say sso_role_name = ${identity.name}`
				: undefined,
	},
	bearerToken: {
		blocks: ["bearerKey"],
		discovery: true,
		bearer: "LONG_TERM",
		sts: false,
		identity: (request) => (hasKey(request.owner) ? policyOnly(request) : user(request)),
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
		identity: (request) => (request.provision.oidcRole ? webIdentityRole(request) : policyOnly(request)),
	},
	idp: {
		blocks: ["proxyRole"],
		discovery: false,
		sts: false,
		identity: (request) => (request.provision.proxyRole ? proxyRole(request) : policyOnly(request)),
	},
};

/** Who people sign in as. */
export function identityOf<Late>(signIn: AwsSignIn, request: IdentityRequest<Late>): IdentityPlan<Late> {
	return request.provision.bringYourOwn ? policyOnly(request) : signIn.identity(request);
}

/** Key that a principal may call with: of a principal that others look after, any. */
export function bearerOf(signIn: AwsSignIn, identity: IdentityProvision<unknown>, keyGiven: boolean) {
	return signIn.bearer && (identity.bringYourOwn || keyGiven) ? "any" : signIn.bearer;
}

/** Services whose private endpoints a route's people use. */
export function defaultServices(signIn: AwsSignIn, services: readonly EndpointService[]): EndpointService[] {
	return [...services, ...(signIn.sts ? (["sts"] as const) : [])];
}
