import { type PolicyDocument, policy } from "./policy-document.js";

export interface WebIdentity {
	readonly providerArn: string;
	readonly issuerUrl: string;
	readonly clientId: string;
	/** `*` stands for any run of characters. */
	readonly subject?: string;
	/** The claim has one of the values. */
	readonly claim?: { readonly name: string; readonly values: readonly string[] };
}

/**
 * Lets people assume a role with a token that the issuer gave to the client, for the subject or with the claim.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
 */
export function webIdentityTrust({ providerArn, issuerUrl, clientId, subject, claim }: WebIdentity): PolicyDocument {
	if (subject === undefined && claim === undefined) throw new Error("a trust needs a subject or a claim");
	const issuer = issuerName(issuerUrl);
	const exact: Record<string, string> = { [`${issuer}:aud`]: clientId };
	const wildcard = subject?.includes("*");
	if (subject !== undefined && !wildcard) exact[`${issuer}:sub`] = subject;
	return policy([
		{
			Sid: "AssumeWithToken",
			Effect: "Allow",
			Principal: { Federated: [providerArn] },
			Action: ["sts:AssumeRoleWithWebIdentity"],
			Condition: {
				StringEquals: exact,
				...(subject !== undefined && wildcard && { StringLike: { [`${issuer}:sub`]: subject } }),
				...(claim && { "ForAnyValue:StringEquals": { [`${issuer}:${claim.name}`]: claim.values } }),
			},
		},
	]);
}

/** Lets one principal, such as the proxy's own role, assume a role. */
export function principalTrust(principalArn: string): PolicyDocument {
	return policy([
		{ Sid: "AssumeAsProxy", Effect: "Allow", Principal: { AWS: [principalArn] }, Action: ["sts:AssumeRole"] },
	]);
}

/** How IAM names an issuer in condition keys and in the ARN of its provider: the URL without scheme. */
export function issuerName(issuerUrl: string): string {
	return issuerUrl.replace(/^https:\/\//, "").replace(/\/$/, "");
}
