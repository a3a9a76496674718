import type { Tags } from "../../../cloud/aws-tags.js";
import type { PolicyDocument } from "../../../cloud/iam-policy.js";
import type { PlannedResource } from "../../../cloud/planned-resource.js";
import type { Problem } from "../../../problem.js";
import { tokensIn } from "../../../reference/token.js";
import type { PlannedIdentity } from "../../cloud-plan.js";
import type { PlanPart } from "../../join-plans.js";
import type { BedrockProvision } from "../provision.js";
import type { AwsPrincipal, AwsRequest } from "../request.js";
import { resource } from "../resource.js";
import type { AwsScope } from "../scope.js";
import { iamName } from "./names.js";

/** What of a `provision` block says who people sign in as. */
export type IdentityProvision = Pick<
	BedrockProvision<string>,
	"permissionSet" | "oidcRole" | "bearerKey" | "proxyRole" | "bringYourOwn" | "accountId" | "tags"
>;

/** A deployment, as far as it says who people sign in as. */
export type IdentitiesRequest = AwsRequest<IdentityProvision>;

/** One principal to be, and what it may do. */
export interface IdentityRequest extends Pick<IdentitiesRequest, "deployment" | "provision" | "at"> {
	readonly scope: AwsScope;
	readonly principal: AwsPrincipal;
	readonly policy: PolicyDocument;
}

/** One kind of thing that people sign in as. */
export interface IdentityKind {
	/** Characters that its policy may have. */
	policyLimit(provision: IdentityProvision): number;
	plan(request: IdentityRequest): Identity;
}

/** What people sign in as, and all that it takes in AWS. */
export interface Identity {
	/** Its name there, which devices may have to know. */
	readonly name: string;
	readonly part: PlanPart;
	/** Where it is a role: who assumes it comes by the token service. */
	readonly assumed?: AssumedRole;
	/** What people have to do besides. */
	readonly problems?: readonly Problem[];
}

export interface AssumedRole {
	readonly arns: readonly string[];
	readonly actions: readonly string[];
}

/** Name of what is created for a principal alone, where its kind has no names of its own. */
export function principalName({ deployment, principal }: Pick<IdentityRequest, "deployment" | "principal">): string {
	return iamName({ deployment, group: principal.group });
}

/** Name of the principal's policy in a plan. */
export function policyOf({ principal }: Pick<IdentityRequest, "principal">): string {
	return `identity-${principal.id}`;
}

/** The policy as one of the account's own, which others can be given, too. */
export function managedPolicy(request: IdentityRequest): PlannedResource {
	const name = principalName(request);
	const properties = { name, policy: { policy: policyOf(request) }, tags: tagsOf(request) };
	return resource("AWS::IAM::ManagedPolicy", `${request.principal.id}-policy`, properties, { name });
}

export function tagsOf({ provision }: Pick<IdentityRequest, "provision">): Tags {
	return provision.tags ?? {};
}

/**
 * What devices of the principal's groups hold. It is in the account and wherever else `place` says, as far as the plan
 * knows it: a token may stand for the same place as before.
 */
export function plannedIdentity(
	{ principal, scope }: Pick<IdentityRequest, "principal" | "scope">,
	name: string,
	place: Readonly<Record<string, string | undefined>> = {},
	circumstances: Omit<PlannedIdentity, "name" | "groups" | "place"> = {},
): PlannedIdentity {
	const known = Object.entries({ account: scope.accountId, ...place }).flatMap(([word, where]) =>
		where === undefined || tokensIn(where).length > 0 ? [] : [[word, where] as const],
	);
	return {
		name,
		groups: principal.groups.map((group) => group.name),
		...circumstances,
		...(known.length > 0 && { place: Object.fromEntries(known) }),
	};
}
