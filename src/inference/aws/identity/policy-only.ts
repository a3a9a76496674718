import { outputOf } from "../../../cloud/plan-resource.js";
import { warning } from "../../../problem.js";
import { peopleOf } from "../../requested-deployment.js";
import { policyLimits } from "../policy/policy-size.js";
import { type IdentityKind, managedPolicy, plannedIdentity, policyOf, principalName } from "./identity.js";

/** The policy alone, for a principal that others look after. */
export const policyOnly: IdentityKind = {
	policyLimit: () => policyLimits.managed,
	plan(request) {
		const { principal, at } = request;
		const name = principalName(request);
		const policy = managedPolicy(request);
		const message = `policy ${name} has to be attached to whatever the people of ${peopleOf(principal)} call as`;
		return {
			name,
			part: {
				resources: [policy],
				policies: { [policyOf(request)]: request.policy },
				identities: [plannedIdentity(request, `policy/${name}`)],
				outputs: { principals: { [principal.id]: outputOf(policy, "arn") } },
			},
			problems: [warning("policy-to-attach", [...at.block, "provision"], message)],
		};
	},
};
