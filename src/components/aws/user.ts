import * as pulumi from "@pulumi/pulumi";
import { defaultKeyLabel } from "../../inference/aws/identity/names.js";
import { late } from "../../inference/aws/late-text.js";
import type { KeyPlan, UserPlan } from "../../inference/aws/plan.js";
import type { PlacedIdentity, Placing } from "./placing.js";
import { managedPolicy } from "./policy.js";
import { awsModule } from "./sdk.js";

/** A key per label, each of a user of its own unless one exists, and one policy for all; profiles carry the first key. */
export function placeUser(identity: UserPlan, placing: Placing): PlacedIdentity {
	const { role, groups, keys, existing } = identity;
	const { values } = placing;
	const { arn: policyArn } = managedPolicy(identity, placing);
	const attach = (suffix: string, user: pulumi.Output<string>) => {
		const { UserPolicyAttachment } = awsModule("iam/index.js");
		const name = `${placing.name}-${role}-policy-attachment${suffix}`;
		new UserPolicyAttachment(name, { user, policyArn }, placing.child);
	};
	if (existing !== undefined) attach("", values.text(existing));
	const placed = keys.map((key) => {
		const suffix = key.label === defaultKeyLabel ? "" : `.${key.label}`;
		const user = existing === undefined ? createUser(`${role}-user${suffix}`, key, placing) : undefined;
		const userName = user?.name ?? values.text(key.userName);
		if (user) attach(suffix, userName);
		return { label: key.label, user, key: createKey(role, key, userName, placing) };
	});
	const [first] = placed;
	const secret = first && pulumi.secret(first.key.serviceCredentialSecret);
	return {
		...(first?.user && { arn: first.user.arn }),
		...(secret && { secrets: Object.fromEntries(groups.map((group) => [late.bearerToken(group), secret])) }),
		keyExpiry: Object.fromEntries(placed.map(({ label, key }) => [`${role}.${label}`, expiryOf(key.expirationDate)])),
	};
}

function createUser(word: string, { userName }: KeyPlan, { name, plan, child }: Placing) {
	const { User } = awsModule("iam/index.js");
	return new User(`${name}-${word}`, { name: userName, tags: plan.tags }, child);
}

/** Another age would replace the key, which devices hold; it is for the next label. */
function createKey(role: string, { label, ageDays }: KeyPlan, userName: pulumi.Output<string>, placing: Placing) {
	const { ServiceSpecificCredential } = awsModule("iam/index.js");
	return new ServiceSpecificCredential(
		`${placing.name}-${role}-key.${label}`,
		{ userName, serviceName: "bedrock.amazonaws.com", credentialAgeDays: ageDays },
		{ ...placing.child, ignoreChanges: ["credentialAgeDays"] },
	);
}

/** AWS tells no date of a key that lives on. */
function expiryOf(date: pulumi.Output<string | undefined>): pulumi.Output<string> {
	return date.apply((text) => (text ? text : "never"));
}
