import type { Policy } from "@pulumi/aws/iam/index.js";
import type { IdentityPlan, PolicyOnlyPlan } from "../../inference/aws/plan.js";
import type { LateValue } from "./late-values.js";
import type { PlacedIdentity, Placing } from "./placing.js";
import { awsModule } from "./sdk.js";

/** A managed policy in the account in which people call models. */
export function managedPolicy(
	{ role, policy }: IdentityPlan<LateValue>,
	{ name, plan, values, child }: Placing,
): Policy {
	const { Policy } = awsModule("iam/index.js");
	return new Policy(
		`${name}-${role}-policy`,
		{ name: policy.name, policy: values.document(policy.document), tags: plan.tags },
		child,
	);
}

export function placePolicyOnly(identity: PolicyOnlyPlan, placing: Placing): PlacedIdentity {
	return { arn: managedPolicy(identity, placing).arn };
}
