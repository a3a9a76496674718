import { type PolicyCondition, type PolicyDocument, policy } from "../../../cloud/iam-policy.js";

/**
 * Claims that IAM holds against the trust of any issuer, besides the audience, and the operator for each. Issuers of
 * build systems have more of them, and sign in no people.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export const trustedClaims = {
	amr: "ForAnyValue:StringEquals",
	email: "StringEquals",
	oaud: "StringEquals",
	sub: "StringEquals",
} as const;

/**
 * Characters that a trust may have, white space not counted: what every account has, and what its quota can be raised to.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entities
 */
export const trustLimits = { usual: 2_048, raised: 8_192 } as const;

export interface WebIdentity {
	readonly providerArn: string;
	readonly issuerUrl: string;
	readonly clientId: string;
	/** `*` stands for any run of characters. */
	readonly subject?: string;
	/** The claim has one of the values. */
	readonly claim?: { readonly name: string; readonly values: readonly string[] };
	/** The token's session tag has one of the values. */
	readonly tag?: { readonly key: string; readonly values: readonly string[] };
}

/**
 * Lets people assume a role with a token that the issuer gave to the client, for the subject, with the claim and with
 * the tag, as far as they are given.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_adding-assume-role-idp
 */
export function webIdentityTrust(identity: WebIdentity): PolicyDocument {
	const { providerArn, issuerUrl, clientId, subject, claim, tag } = identity;
	if (subject === undefined && !claim && !tag) throw new Error("a trust needs a subject, a claim or a tag");
	const issuer = issuerName(issuerUrl);
	const conditions: [operator: string, key: string, value: string | readonly string[]][] = [
		["StringEquals", `${issuer}:aud`, clientId],
	];
	if (subject !== undefined) {
		conditions.push([subject.includes("*") ? "StringLike" : "StringEquals", `${issuer}:sub`, subject]);
	}
	if (claim) conditions.push([operatorOf(claim.name), `${issuer}:${claim.name}`, claim.values]);
	if (tag) conditions.push(["StringEquals", `aws:RequestTag/${tag.key}`, tag.values]);
	return policy([
		{
			Sid: "AssumeWithToken",
			Effect: "Allow",
			Principal: { Federated: [providerArn] },
			// A token with tags is refused where the trust does not permit them.
			Action: ["sts:AssumeRoleWithWebIdentity", ...(tag ? ["sts:TagSession"] : [])],
			Condition: byOperator(conditions),
		},
	]);
}

/** Lets one principal, such as the proxy's own role, assume a role. */
export function principalTrust(principalArn: string): PolicyDocument {
	return policy([
		{ Sid: "AssumeAsProxy", Effect: "Allow", Principal: { AWS: [principalArn] }, Action: ["sts:AssumeRole"] },
	]);
}

/**
 * How IAM names an issuer in condition keys and in the ARN of its provider: the URL without scheme. A slash at the end
 * is part of the name, as it is of the claim `iss`.
 */
export function issuerName(issuerUrl: string): string {
	return issuerUrl.replace(/^https:\/\//, "");
}

function operatorOf(claim: string): string {
	return Object.entries(trustedClaims).find(([name]) => name === claim)?.[1] ?? "StringEquals";
}

function byOperator(conditions: readonly (readonly [string, string, string | readonly string[]])[]): PolicyCondition {
	const operators = [...new Set(conditions.map(([operator]) => operator))];
	return Object.fromEntries(
		operators.map((operator) => [
			operator,
			Object.fromEntries(conditions.flatMap(([each, key, value]) => (each === operator ? [[key, value]] : []))),
		]),
	);
}
