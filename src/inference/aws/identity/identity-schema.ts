import { z } from "zod";
import { lineProblems } from "../../../configuration/values/text.js";
import { members, textMatching, textWithout } from "../../../schema.js";
import { lately } from "../late-schema.js";
import { iamNameRule, isIamName, isPermissionSetName, permissionSetNameRule } from "./names.js";
import { maximumOidcHours, sessionHours } from "./session-hours.js";
import { trustedClaims } from "./trust.js";

function arnOf(what: string, resource: RegExp, example: string) {
	return lately(
		textWithout((text) => {
			if (!/^arn:(aws|aws-us-gov):/.test(text)) return "is no ARN of partition aws or aws-us-gov";
			return resource.test(text) ? undefined : `is no ARN of ${what}; expected one such as ${example}`;
		}),
	);
}

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PermissionSet.html */
const instanceArn = arnOf(
	"an instance of IAM Identity Center",
	/^arn:[a-z-]+:sso:::instance\/(sso)?ins-[a-zA-Z0-9.-]{16}$/,
	"arn:aws:sso:::instance/ssoins-0123456789abcdef",
);
const permissionSetArn = arnOf(
	"a permission set",
	/^arn:[a-z-]+:sso:::permissionSet\/(sso)?ins-[a-zA-Z0-9.-]{16}\/ps-[a-zA-Z0-9./-]{16}$/,
	"arn:aws:sso:::permissionSet/ssoins-0123456789abcdef/ps-0123456789abcdef",
);
const providerArn = arnOf(
	"an OIDC provider",
	/^arn:[a-z-]+:iam::\d{12}:oidc-provider\/[^\s*?]+$/,
	"arn:aws:iam::111122223333:oidc-provider/login.example.com",
);
/** The root of an account, or a pattern, would be a trust in more than the proxy. */
const roleArn = arnOf(
	"a role",
	/^arn:[a-z-]+:iam::\d{12}:role\/([\w+=,.@-]+\/)*[\w+=,.@-]+$/,
	"arn:aws:iam::111122223333:role/proxy",
);
const identityStoreId = lately(textMatching(/^(d-[0-9a-f]{10}|[0-9a-f-]{36})$/, "is no id of an identity store"));

const permissionSetName = textWithout((text) => (isPermissionSetName(text) ? undefined : permissionSetNameRule));
const iamName = textWithout((text) => (isIamName(text) ? undefined : iamNameRule));
const label = textMatching(
	/^[a-z0-9][a-z0-9.-]{0,30}$/,
	"is no label; expected lower-case letters, digits, dots and hyphens",
);
const issuerUrl = textMatching(
	/^https:\/\/[a-z0-9.-]+(\/[A-Za-z0-9._~/-]*)?$/,
	"is no issuer; expected an https URL without port, query and fragment",
);

/**
 * Text that stands in a condition of a policy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names
 */
const conditionText = textWithout(conditionProblem);
/** Only a subject may be a pattern. */
const wholeText = textWithout((text) =>
	/[*?]/.test(text) ? "has * or ?, which IAM takes as they stand here; give whole values" : conditionProblem(text),
);

function conditionProblem(text: string): string | undefined {
	if (text.includes("${")) return "has ${, which IAM takes for a variable; give the value itself";
	if (/[^\u0020-\u00ff]/.test(text)) return "has characters beyond Latin-1, which no policy may have";
	return lineProblems(text)[0]?.message;
}

const claimNames = Object.keys(trustedClaims);
const claimName = textWithout((text) =>
	claimNames.includes(text)
		? undefined
		: `is no claim by which IAM tells people apart; expected one of ${claimNames.join(", ")}, or give sessionTag`,
);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html */
const tagKey = textMatching(/^(?!aws:)[A-Za-z0-9 _.:/=+@-]{1,128}$/i, "is no key of a tag that AWS takes");
const tagValue = textWithout((text) =>
	/^[\p{L}\p{Z}\p{N}_.:/=+@-]{1,256}$/u.test(text) ? conditionProblem(text) : "is no value of a tag that AWS takes",
);

const existingRole = members({ roleName: iamName }).optional();

/** Members of `provision` about who people sign in as, which every route on AWS has. */
export const identitySchemas = {
	oidcRole: members({
		issuerUrl: issuerUrl.optional(),
		clientId: wholeText.optional(),
		subject: conditionText.optional(),
		groupClaim: members({
			name: claimName,
			values: z.record(z.string(), z.array(wholeText).min(1)),
		}).optional(),
		sessionTag: members({
			key: tagKey,
			values: z.record(z.string(), z.array(tagValue).min(1)),
		}).optional(),
		providerArn: providerArn.optional(),
		sessionHours: z.int().min(1).max(maximumOidcHours).optional(),
		existing: existingRole,
	}).optional(),
	bearerKey: members({
		ageDays: z.int().min(1).max(36_600).optional(),
		neverExpires: z.boolean().optional(),
		current: label.optional(),
		previous: label.optional(),
		existing: members({ userName: iamName }).optional(),
	}).optional(),
	bringYourOwn: z.boolean().optional(),
};

/** Those of Bedrock alone. */
export const bedrockIdentitySchemas = {
	permissionSet: members({
		name: permissionSetName.optional(),
		instanceArn: instanceArn.optional(),
		identityStoreId: identityStoreId.optional(),
		sessionHours: z.int().min(sessionHours.least).max(sessionHours.most).optional(),
		existing: members({ arn: permissionSetArn, name: permissionSetName }).optional(),
	}).optional(),
	proxyRole: members({ principalArn: roleArn.optional(), existing: existingRole }).optional(),
};
