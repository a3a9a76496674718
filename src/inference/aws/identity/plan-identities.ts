import type { PolicyDocument } from "../../../cloud/iam-policy.js";
import { made, type Outcome, refused } from "../../../outcome.js";
import type { Problem } from "../../../problem.js";
import { type AwsPrincipal, scopeOf } from "../request.js";
import type { IdentitiesRequest, Identity } from "./identity.js";
import { awsSignIns, identityKindOf } from "./sign-ins.js";

/** The policy of a principal in so many characters. */
export type Permit = (principal: AwsPrincipal, limit: number) => Outcome<PolicyDocument>;

/** What the people of each principal sign in as, with the policy that `permit` makes for it. */
export function planIdentities(
	request: IdentitiesRequest,
	principals: readonly AwsPrincipal[],
	permit: Permit,
): Outcome<readonly Identity[]> {
	const { deployment, provision, signIn, at } = request;
	const scope = scopeOf(request);
	const identities: Identity[] = [];
	const problems: Problem[] = [];
	for (const principal of principals) {
		const kind = identityKindOf(signIn, provision, principal);
		const policy = permit(principal, kind.policyLimit(provision));
		problems.push(...policy.problems);
		if (!policy.value) continue;
		const asked = { deployment, provision, at, scope, principal, policy: policy.value };
		const planned = kind.plan(asked);
		const told = provision.bringYourOwn ? planned : (awsSignIns[signIn].tell?.(planned, asked) ?? planned);
		problems.push(...(told.problems ?? []));
		identities.push(told);
	}
	return identities.length === principals.length ? made(identities, problems) : refused(...problems);
}
