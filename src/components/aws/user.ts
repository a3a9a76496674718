import * as pulumi from "@pulumi/pulumi";
import { late } from "../../inference/aws/late-text.js";
import type { UserPlan } from "../../inference/aws/plan.js";
import type { PlacedIdentity, Placing } from "./placing.js";
import { managedPolicy } from "./policy.js";
import { awsModule } from "./sdk.js";

/** A user with its policy and a key per label; profiles carry the first. */
export function placeUser(identity: UserPlan, placing: Placing): PlacedIdentity {
	const { ServiceSpecificCredential, User } = awsModule("iam/index.js");
	const { name, plan, values, child } = placing;
	const { role, groups, keys } = identity;
	const created = identity.existing
		? undefined
		: new User(`${name}-${role}-user`, { name: identity.name, tags: plan.tags }, child);
	const userName = created?.name ?? values.text(identity.name);
	attachPolicy(identity, placing, userName);
	const [first] = keys.map(
		({ label, ageDays }) =>
			new ServiceSpecificCredential(
				`${name}-${role}-key.${label}`,
				{ userName, serviceName: "bedrock.amazonaws.com", credentialAgeDays: ageDays },
				child,
			),
	);
	const key = first && pulumi.secret(first.serviceCredentialSecret);
	return {
		...(created && { arn: created.arn }),
		...(key && { secrets: Object.fromEntries(groups.map((group) => [late.bearerToken(group), key])) }),
	};
}

function attachPolicy(identity: UserPlan, placing: Placing, user: pulumi.Output<string>): void {
	const { UserPolicy, UserPolicyAttachment } = awsModule("iam/index.js");
	const { name, values, child } = placing;
	const { role, policy } = identity;
	if (policy.kind === "inline") {
		const args = { name: policy.name, user, policy: values.document(policy.document) };
		new UserPolicy(`${name}-${role}-inline-policy`, args, child);
		return;
	}
	const { arn } = managedPolicy(identity, placing);
	new UserPolicyAttachment(`${name}-${role}-policy-attachment`, { user, policyArn: arn }, child);
}
