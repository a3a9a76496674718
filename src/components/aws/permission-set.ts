import type * as pulumi from "@pulumi/pulumi";
import type { PermissionSetPlan } from "../../inference/aws/plan.js";
import { groupIdOf, instanceArnOf } from "./identity-center.js";
import { type LateValue, textOf } from "./late-values.js";
import type { PlacedIdentity, Placing } from "./placing.js";
import { managedPolicy } from "./policy.js";
import { awsModule } from "./sdk.js";

/** A permission set with its policy, assigned in the account to every group. */
export function placePermissionSet(identity: PermissionSetPlan<LateValue>, placing: Placing): PlacedIdentity {
	const { AccountAssignment } = awsModule("ssoadmin/index.js");
	const { name, plan, values, identityCenter } = placing;
	const { role, region, existingArn } = identity;
	const instanceArn = instanceArnOf(identity, placing);
	const created = existingArn === undefined ? createSet(identity, placing, instanceArn) : undefined;
	const set = { instanceArn, permissionSetArn: created?.arn ?? textOf(existingArn ?? ""), region };
	const policy = attachPolicy(identity, placing, set);
	for (const group of identity.assignedGroups) {
		new AccountAssignment(
			`${name}-${role}-assignment.${group}`,
			{
				...set,
				principalType: "GROUP",
				principalId: groupIdOf(group, identity, placing),
				targetType: "AWS_ACCOUNT",
				targetId: values.text(plan.accountId),
			},
			// People who are assigned before there is a policy would sign in to nothing.
			{ ...identityCenter, dependsOn: [policy] },
		);
	}
	return created ? { arn: created.arn } : {};
}

function createSet(identity: PermissionSetPlan<LateValue>, placing: Placing, instanceArn: pulumi.Output<string>) {
	const { PermissionSet } = awsModule("ssoadmin/index.js");
	const { name, sessionDuration, region } = identity;
	return new PermissionSet(
		`${placing.name}-${identity.role}-permission-set`,
		{ name, instanceArn, sessionDuration, tags: placing.plan.tags, region },
		placing.identityCenter,
	);
}

interface PlacedSet {
	readonly instanceArn: pulumi.Output<string>;
	readonly permissionSetArn: pulumi.Output<string>;
	readonly region: string | undefined;
}

/** A set has room for one inline policy; a managed one is found by its name in the account, where it must be first. */
function attachPolicy(identity: PermissionSetPlan<LateValue>, placing: Placing, set: PlacedSet): pulumi.Resource {
	const { CustomerManagedPolicyAttachment, PermissionSetInlinePolicy } = awsModule("ssoadmin/index.js");
	const { name, values, identityCenter } = placing;
	const { role, policy } = identity;
	if (policy.kind === "inline") {
		const inlinePolicy = values.document(policy.document);
		return new PermissionSetInlinePolicy(`${name}-${role}-inline-policy`, { ...set, inlinePolicy }, identityCenter);
	}
	const managed = managedPolicy(identity, placing);
	return new CustomerManagedPolicyAttachment(
		`${name}-${role}-policy-attachment`,
		{ ...set, customerManagedPolicyReference: { name: policy.name, path: "/" } },
		{ ...identityCenter, dependsOn: [managed] },
	);
}
