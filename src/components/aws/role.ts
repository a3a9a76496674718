import type * as pulumi from "@pulumi/pulumi";
import { late } from "../../inference/aws/late-text.js";
import type { ProxyRolePlan, WebIdentityRolePlan } from "../../inference/aws/plan.js";
import type { PolicyDocument } from "../../inference/aws/policy/policy-document.js";
import type { LateValue } from "./late-values.js";
import type { PlacedIdentity, Placing } from "./placing.js";
import { managedPolicy } from "./policy.js";
import { awsModule } from "./sdk.js";

/** A role that a helper assumes with a token, and once per plan the account's provider for the tokens' issuer. */
export function placeWebIdentityRole(identity: WebIdentityRolePlan<LateValue>, placing: Placing): PlacedIdentity {
	const { provider, maxSessionSeconds } = identity;
	if (provider) placing.values.define(late.providerArn, () => providerArnOf(provider, placing));
	return placeRole(identity, placing, maxSessionSeconds);
}

/** A role that the proxy in front of Bedrock assumes. */
export function placeProxyRole(identity: ProxyRolePlan<LateValue>, placing: Placing): PlacedIdentity {
	const { principalArn } = identity;
	if (principalArn !== undefined) placing.values.define(late.principalArn, () => principalArn);
	return placeRole(identity, placing);
}

function providerArnOf(
	{ issuerUrl, clientId, arn }: NonNullable<WebIdentityRolePlan<LateValue>["provider"]>,
	{ name, plan, child }: Placing,
): LateValue {
	if (arn !== undefined) return arn;
	const { OpenIdConnectProvider } = awsModule("iam/index.js");
	const args = { url: issuerUrl, clientIdLists: [clientId], tags: plan.tags };
	return new OpenIdConnectProvider(`${name}-oidc-provider`, args, child).arn;
}

function placeRole(
	identity: WebIdentityRolePlan<LateValue> | ProxyRolePlan<LateValue>,
	placing: Placing,
	maxSessionDuration?: number,
): PlacedIdentity {
	const { name, trust } = identity;
	const role = trust ? createRole(identity.role, { name, trust }, placing, maxSessionDuration) : undefined;
	attachPolicy(identity, placing, role?.name ?? placing.values.text(name));
	return role ? { arn: role.arn } : {};
}

function createRole(
	word: string,
	{ name, trust }: { readonly name: string; readonly trust: PolicyDocument },
	{ name: prefix, plan, values, child }: Placing,
	maxSessionDuration: number | undefined,
) {
	const { Role } = awsModule("iam/index.js");
	const assumeRolePolicy = values.document(trust);
	return new Role(`${prefix}-${word}-role`, { name, assumeRolePolicy, maxSessionDuration, tags: plan.tags }, child);
}

function attachPolicy(
	identity: WebIdentityRolePlan<LateValue> | ProxyRolePlan<LateValue>,
	placing: Placing,
	roleName: pulumi.Output<string>,
): void {
	const { RolePolicy, RolePolicyAttachment } = awsModule("iam/index.js");
	const { name, values, child } = placing;
	const { role, policy } = identity;
	if (policy.kind === "inline") {
		const args = { name: policy.name, role: roleName, policy: values.document(policy.document) };
		new RolePolicy(`${name}-${role}-inline-policy`, args, child);
		return;
	}
	const { arn } = managedPolicy(identity, placing);
	new RolePolicyAttachment(`${name}-${role}-policy-attachment`, { role: roleName, policyArn: arn }, child);
}
