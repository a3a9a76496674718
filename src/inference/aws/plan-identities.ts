import type { IdentityProvision } from "./identity/identity.js";
import { awsSignIns, identityOf } from "./identity/sign-ins.js";
import type { AwsPlace } from "./models/arns.js";
import type { IdentityPlan } from "./plan.js";
import { type PolicyDocument, policy, policyLimits } from "./policy/policy-document.js";
import type { AwsRequest, Owner } from "./request.js";

/** Takes what is wrong with a member of `provision`, or with the whole of it. */
export type Refuse = (wrong: string, ...member: string[]) => void;

/** Who people sign in as, each with the policy that `permit` makes for it; as text, why that is impossible. */
export function planIdentities<Late>(
	request: AwsRequest<IdentityProvision<Late>>,
	owners: readonly Owner[],
	permit: (owner: Owner, limit: number) => PolicyDocument | string,
	refuse: Refuse,
): IdentityPlan<Late>[] {
	const { deployment, provision } = request;
	const signIn = awsSignIns[request.signIn];
	if (!signIn) return [];
	return owners.map((owner) =>
		identityOf(signIn, {
			deployment,
			owner,
			provision,
			policy(kind, name) {
				const permitted = permit(owner, kind === "managed" ? policyLimits.managed : policyLimits.inlineRole);
				if (typeof permitted !== "string") return { kind, name, document: permitted };
				refuse(permitted);
				return { kind, name, document: policy([]) };
			},
		}),
	);
}

/** What people have to do besides. */
export function identityNotes(signIn: string, identities: readonly IdentityPlan<unknown>[]): string[] {
	return identities.flatMap((identity) => {
		const note = awsSignIns[signIn]?.note?.(identity);
		const notes = note === undefined ? [] : [note];
		if (identity.kind !== "policy-only") return notes;
		const people = identity.groups.join(", ");
		return [...notes, `policy ${identity.policy.name} has to be attached to whatever the people of ${people} call as`];
	});
}

/** By kind, what assumes a role whose trust is not known here. */
const assumingActions = {
	"web-identity-role": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
	"proxy-role": ["sts:AssumeRole"],
} as const;

/** ARNs of the roles of a deployment, and the actions by which they are assumed. */
export function assumedRoles(
	{ partition, accountId }: AwsPlace,
	identities: readonly IdentityPlan<unknown>[],
): { readonly arns: string[]; readonly actions: string[] } {
	const roles = identities.flatMap((identity) => {
		if (identity.kind !== "web-identity-role" && identity.kind !== "proxy-role") return [];
		const { kind, name, existing, trust } = identity;
		const actions = trust?.Statement.flatMap(({ Action }) => Action) ?? assumingActions[kind];
		// A role that exists is known by its name, before which its ARN may have a path.
		const paths = existing ? ["", "*/"] : [""];
		return [{ arns: paths.map((path) => `arn:${partition}:iam::${accountId}:role/${path}${name}`), actions }];
	});
	return {
		arns: [...new Set(roles.flatMap(({ arns }) => arns))],
		actions: [...new Set(roles.flatMap(({ actions }) => actions))],
	};
}
