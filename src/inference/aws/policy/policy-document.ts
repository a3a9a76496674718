import { fillTokens, token, tokensIn } from "../../../reference/token.js";
import { deployingAccount } from "../scope.js";

/** An IAM policy as data, always in its longest shape: actions and resources are lists. */
export type PolicyDocument = {
	readonly Version: "2012-10-17";
	readonly Statement: readonly PolicyStatement[];
};

export type PolicyStatement = {
	readonly Sid: string;
	readonly Effect: "Allow" | "Deny";
	readonly Principal?: "*" | Readonly<Record<string, readonly string[]>>;
	readonly Action: readonly string[];
	readonly Resource?: readonly string[];
	readonly NotResource?: readonly string[];
	readonly Condition?: PolicyCondition;
};

/** Values by key, by operator. */
export type PolicyCondition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

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

export function policy(statements: readonly PolicyStatement[]): PolicyDocument {
	return { Version: "2012-10-17", Statement: statements };
}

export function allow(
	sid: string,
	actions: readonly string[],
	resources: readonly string[],
	condition?: PolicyCondition,
): PolicyStatement {
	return {
		Sid: sid,
		Effect: "Allow",
		Action: actions,
		Resource: resources,
		...(condition && { Condition: condition }),
	};
}

/** Characters as IAM counts them, with room for what is not known yet. */
export function policySize(document: PolicyDocument): number {
	const room = tokensIn(document).map((name) => [name, "x".repeat(roomFor(token(name)))]);
	return JSON.stringify(fillTokens(document, Object.fromEntries(room))).length;
}

function roomFor(late: string): number {
	return late === deployingAccount ? 12 : longestLateText;
}
