import type { PolicyDocument } from "../../../cloud/iam-policy.js";
import { fillTokens, token, tokensIn } from "../../../reference/token.js";
import { deployingAccount } from "../scope.js";

/**
 * Characters that a policy may have, white space not counted.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
export const policyLimits = {
	/** Sum of a role's inline policies, which is what a permission set's inline policy becomes. */
	inlineRole: 10_240,
	managed: 6_144,
	endpoint: 20_480,
	serviceControl: 10_240,
} as const;

/** Longest text that takes the place of a token: an application inference profile's ARN. */
const longestLateText = 128;

/** Characters as IAM counts them, with room for what is not known yet. */
export function policySize(document: PolicyDocument): number {
	const room = tokensIn(document).map((name) => [name, "x".repeat(roomFor(token(name)))]);
	return JSON.stringify(fillTokens(document, Object.fromEntries(room))).length;
}

function roomFor(late: string): number {
	return late === deployingAccount ? 12 : longestLateText;
}
