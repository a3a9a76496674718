import { lineProblems } from "../../../configuration/values/text.js";
import { error, type Problem } from "../../../problem.js";
import { flag, integer, late, list, map, object, text, textMatching } from "../../../shape/build.js";
import type { Member, TextShape } from "../../../shape/shape.js";
import { defaultKeyLabel, iamNameRule, isIamName, isPermissionSetName, permissionSetNameRule } from "./names.js";
import { defaultSessionHours, maximumOidcHours, sessionHours } from "./session-hours.js";
import { trustedClaims } from "./trust.js";

function arnOf(what: string, resource: RegExp, example: string): TextShape {
	const wrong = (message: string) => [error("aws-arn", [], message)];
	return late(
		text((value) => {
			if (!/^arn:(aws|aws-us-gov):/.test(value)) return wrong("is no ARN of partition aws or aws-us-gov");
			return resource.test(value) ? [] : wrong(`is no ARN of ${what}; expected one such as ${example}`);
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
const identityStoreId = late(
	textMatching("identity-store", /^(d-[0-9a-f]{10}|[0-9a-f-]{36})$/, "is no id of an identity store"),
);

const permissionSetName = text((value) =>
	isPermissionSetName(value) ? [] : [error("permission-set-name", [], permissionSetNameRule)],
);
const iamName = text((value) => (isIamName(value) ? [] : [error("iam-name", [], iamNameRule)]));
const label = textMatching(
	"key-label",
	/^[a-z0-9][a-z0-9.-]{0,30}$/,
	"is no label; expected lower-case letters, digits, dots and hyphens",
);
const issuerUrl = textMatching(
	"issuer-url",
	/^https:\/\/[a-z0-9.-]+(\/[A-Za-z0-9._~/-]*)?$/,
	"is no issuer; expected an https URL without port, query and fragment",
);

/**
 * Text that stands in a condition of a policy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names
 */
const conditionText = text(checkConditionText);
/** Only a subject may be a pattern. */
const wholeText = text((value) =>
	/[*?]/.test(value)
		? [error("pattern", [], "has * or ?, which IAM takes as they stand here; give whole values")]
		: checkConditionText(value),
);

function checkConditionText(value: string): readonly Problem[] {
	if (value.includes("${")) {
		return [error("policy-variable", [], "has ${, which IAM takes for a variable; give the value itself")];
	}
	if (/[^\u0020-\u00ff]/.test(value)) {
		return [error("beyond-latin-1", [], "has characters beyond Latin-1, which no policy may have")];
	}
	return lineProblems(value);
}

const claimNames = Object.keys(trustedClaims);
const claimName = text((value) => {
	if (claimNames.includes(value)) return [];
	const known = claimNames.join(", ");
	const message = `is no claim by which IAM tells people apart; expected one of ${known}, or give sessionTag`;
	return [error("untrusted-claim", [], message)];
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html */
const tagKey = textMatching("tag-key", /^(?!aws:)[A-Za-z0-9 _.:/=+@-]{1,128}$/i, "is no key of a tag that AWS takes");
const tagValue = text((value) =>
	/^[\p{L}\p{Z}\p{N}_.:/=+@-]{1,256}$/u.test(value)
		? checkConditionText(value)
		: [error("tag-value", [], "is no value of a tag that AWS takes")],
);

const valuesByGroup = (values: TextShape): Member => ({
	shape: map(list(values, { minItems: 1 })),
	summary: "Its values by group of the deployment.",
	required: true,
});

const existingRole: Member = {
	shape: object({ roleName: { shape: iamName, summary: "Its name.", required: true } }),
	summary: "A role that exists, by name: the policy is attached to it, nothing else of it changes.",
	defaultNote: "one is created",
};

const oidcRole = object(
	{
		issuerUrl: {
			shape: issuerUrl,
			summary: "Issuer of the tokens, https. Required but with `existing`.",
			defaultNote: "none is needed",
		},
		clientId: {
			shape: wholeText,
			summary:
				"Audience of the tokens; of tokens with the claim `azp` that claim, which IAM prefers. Required but with `existing`.",
			defaultNote: "none is needed",
		},
		subject: {
			shape: conditionText,
			summary: "Subject of the tokens; `*` stands for any run of characters, but not for all of it.",
			defaultNote: "any",
		},
		groupClaim: {
			shape: object({
				name: {
					shape: claimName,
					summary: "`amr`, `email`, `oaud` or `sub`; for any other, such as `groups`, there is `sessionTag`.",
					required: true,
				},
				values: valuesByGroup(wholeText),
			}),
			summary: "Claim that tells the group. IAM evaluates few claims.",
			defaultNote: "none tells it",
		},
		sessionTag: {
			shape: object({
				key: { shape: tagKey, summary: "Its name among `principal_tags`.", required: true },
				values: valuesByGroup(tagValue),
			}),
			summary:
				'Session tag that tells the group. The identity provider sends it as `"https://aws.amazon.com/tags": { "principal_tags": { "<key>": ["<value>"] } }`, with exactly one value.',
			defaultNote: "none tells it",
		},
		providerArn: {
			shape: providerArn,
			summary: "ARN of the account's provider for the issuer; AWS allows one.",
			defaultNote: "it is created",
		},
		sessionHours: {
			shape: integer({ min: 1, max: maximumOidcHours }),
			summary: "Hours until the role is assumed again.",
			default: defaultSessionHours,
		},
		existing: existingRole,
	},
	{
		name: "OidcRoleProvision",
		summary: "Role that people assume with a token of the organisation's identity provider.",
	},
);

const bearerKey = object(
	{
		ageDays: {
			shape: integer({ min: 1, max: 36_600 }),
			summary:
				"Days until the key expires. Another number holds for labels that are new from then on: a key that exists keeps its end. Required but with `neverExpires`.",
			defaultNote: "none, with `neverExpires`",
		},
		neverExpires: { shape: flag, summary: "Says that a key without an end is meant.", default: false },
		current: {
			shape: label,
			summary: "Label of the key in profiles. A new label is a new key.",
			default: defaultKeyLabel,
		},
		previous: {
			shape: label,
			summary: "Label of the key before, which lives on while devices change over.",
			defaultNote: "none",
		},
		existing: {
			shape: object({ userName: { shape: iamName, summary: "Its name.", required: true } }),
			summary:
				"An IAM user that exists, by name: policy and keys are added to it. AWS takes two keys per user, and the new one comes before the old one goes: deploy once without `previous` before a third label.",
			defaultNote: "one is created per label",
		},
	},
	{
		name: "BearerKeyProvision",
		summary:
			"Every label is a key of a user of its own, whose name CloudTrail records with every call. To rotate, give a new `current`, put the label before it under `previous`, and leave that out once no call comes from its user any more.",
	},
);

/** Members of `provision` about who people sign in as, which every route on AWS has. */
export const identityMembers = {
	oidcRole: {
		shape: oidcRole,
		summary: "Role that people's helper assumes with a token of the organisation's identity provider.",
		defaultNote: "only the policy, to be attached where people sign in",
	},
	bearerKey: {
		shape: bearerKey,
		summary: "The key behind `signIn.bearerToken`.",
		defaultNote: "a key that lives 90 days",
	},
	bringYourOwn: {
		shape: flag,
		summary:
			"Whether who may sign in is looked after elsewhere: then only the policy is created, to be attached there.",
		default: false,
	},
} satisfies Readonly<Record<string, Member>>;

const permissionSet = object(
	{
		name: {
			shape: permissionSetName,
			summary:
				"At most 32 letters, digits and +=,.@_-; a group with models of its own appends its name. Beside `signIn.identityCenter.roleName` the same.",
			defaultNote: "`signIn.identityCenter.roleName`, otherwise from the deployment's name",
		},
		instanceArn: {
			shape: instanceArn,
			summary: "ARN of the Identity Center instance.",
			defaultNote: "the one that the credentials see",
		},
		identityStoreId: {
			shape: identityStoreId,
			summary: "Id of the store that knows the groups.",
			defaultNote: "the instance's",
		},
		sessionHours: {
			shape: integer({ min: sessionHours.least, max: sessionHours.most }),
			summary: "Hours until people sign in again.",
			default: defaultSessionHours,
		},
		existing: {
			shape: object({
				arn: { shape: permissionSetArn, summary: "Its ARN.", required: true },
				name: { shape: permissionSetName, summary: "Its name.", required: true },
			}),
			summary:
				"A permission set that exists, by ARN and name: the policy is attached to it, nothing else of it changes.",
			defaultNote: "one is created",
		},
	},
	{ name: "PermissionSetProvision", summary: "Permission set of IAM Identity Center." },
);

const proxyRole = object(
	{
		principalArn: {
			shape: roleArn,
			summary: "Who the proxy is: the ARN of the one role it runs as. Required but with `existing`.",
			defaultNote: "none is needed",
		},
		existing: existingRole,
	},
	{ name: "ProxyRoleProvision", summary: "Role of the proxy between devices and Bedrock." },
);

/** Those of Bedrock alone. */
export const bedrockIdentityMembers = {
	permissionSet: {
		shape: permissionSet,
		summary: "Permission set of IAM Identity Center, for `identityCenter` and `profile`.",
		defaultNote: "one from the deployment's name",
	},
	proxyRole: {
		shape: proxyRole,
		summary: "Role of the proxy, for `idp`.",
		defaultNote: "only the policy, to be attached to the proxy's role",
	},
} satisfies Readonly<Record<string, Member>>;
