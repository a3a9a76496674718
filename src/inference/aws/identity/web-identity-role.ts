import type { PolicyDocument } from "../../../cloud/iam-policy.js";
import { outputOf } from "../../../cloud/plan-resource.js";
import type { PlannedResource } from "../../../cloud/planned-resource.js";
import { joinPlans } from "../../join-plans.js";
import type { OidcRoleProvision } from "../provision.js";
import type { AwsPrincipal } from "../request.js";
import { resource } from "../resource.js";
import { type IdentityKind, type IdentityRequest, tagsOf } from "./identity.js";
import { planRole, rolePolicyLimit } from "./role.js";
import { defaultSessionHours } from "./session-hours.js";
import { webIdentityTrust } from "./trust.js";

/** A role that a helper assumes with a token, and once per plan the account's provider for the tokens' issuer. */
export const webIdentityRole: IdentityKind = {
	policyLimit: ({ oidcRole }) => rolePolicyLimit(oidcRole?.existing !== undefined),
	plan(request) {
		const { provision, principal } = request;
		const role = provision.oidcRole ?? {};
		const { existing, sessionHours } = role;
		const provider = existing || role.providerArn !== undefined ? undefined : createdProvider(role, request);
		const trust = existing ? undefined : trustOf(role, principal);
		const planned = planRole(request, {
			assumedBy: ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
			...(existing && { existing: existing.roleName }),
			...(trust && {
				trust,
				trusts: { issuer: role.issuerUrl, client: role.clientId },
				people: trusted(role, principal),
			}),
			maxSessionSeconds: (sessionHours ?? defaultSessionHours) * 3600,
		});
		if (!provider || !trust) return planned;
		return { ...planned, part: joinPlans([{ resources: [provider] }, planned.part]) };
	},
};

/** Values of a claim or tag, by group of the deployment. */
export type ValuesByGroup = Readonly<Record<string, readonly string[]>>;

/** Those of some groups, each once. */
export function valuesOf(values: ValuesByGroup, groups: readonly { readonly name: string }[]): string[] {
	return [...new Set(groups.flatMap(({ name }) => (Object.hasOwn(values, name) ? (values[name] ?? []) : [])))];
}

/** Undefined where too little is said for a trust. */
export function trustOf(role: OidcRoleProvision, { groups }: Pick<AwsPrincipal, "groups">): PolicyDocument | undefined {
	const { issuerUrl, clientId, subject, groupClaim, sessionTag, providerArn } = role;
	if (issuerUrl === undefined || clientId === undefined) return undefined;
	if (subject === undefined && !groupClaim && !sessionTag) return undefined;
	return webIdentityTrust({
		providerArn: providerArn ?? outputOf({ id: providerId }, "arn"),
		issuerUrl,
		clientId,
		...(subject !== undefined && { subject }),
		...(groupClaim && { claim: { name: groupClaim.name, values: valuesOf(groupClaim.values, groups) } }),
		...(sessionTag && { tag: { key: sessionTag.key, values: valuesOf(sessionTag.values, groups) } }),
	});
}

/** What of a token lets people assume the role, each value once. */
function trusted({ subject, groupClaim, sessionTag }: OidcRoleProvision, { groups }: Pick<AwsPrincipal, "groups">) {
	const values = [groupClaim, sessionTag].flatMap((mark) => (mark ? valuesOf(mark.values, groups) : []));
	return [...new Set([...(subject === undefined ? [] : [subject]), ...values])];
}

/** AWS allows one provider per issuer in an account. */
const providerId = "oidc-provider";

function createdProvider(
	{ issuerUrl, clientId }: OidcRoleProvision,
	request: IdentityRequest,
): PlannedResource | undefined {
	if (issuerUrl === undefined || clientId === undefined) return undefined;
	const properties = { url: issuerUrl, clientIdLists: [clientId], tags: tagsOf(request) };
	return resource("AWS::IAM::OIDCProvider", providerId, properties, { name: issuerUrl });
}
