import { z } from "zod";
import { awsAccountId, awsRegion } from "../../configuration/values/identifier.js";
import { line, textMatching } from "../../configuration/values/text.js";
import { members } from "../../schema.js";
import { isSecretReference } from "../../secret.js";
import { maximumOidcHours, sessionHours } from "./session-hours.js";

/** Text that a program may know only later, when it is a reference to what the program passes. */
function lately(rule: z.ZodType) {
	return z.unknown().superRefine((value, context) => {
		if (isSecretReference(value) && "fromProgram" in value) return;
		const result = rule.safeParse(value);
		if (result.success) return;
		for (const { message } of result.error.issues) {
			context.addIssue({ code: "custom", message: typeof value === "string" ? message : "expected text" });
		}
	});
}

const arn = lately(
	textMatching(
		/^arn:(aws|aws-us-gov):[a-z0-9-]+:[a-z0-9-]*:(\d{12})?:\S+$/,
		"is no ARN of partition aws or aws-us-gov",
	),
);
const idOf = (prefix: string) =>
	lately(textMatching(new RegExp(`^${prefix}-[0-9a-z]+$`), `is no id of the form ${prefix}-0123456789abcdef0`));
const identityStoreId = lately(textMatching(/^(d-[0-9a-f]{10}|[0-9a-f-]{36})$/, "is no id of an identity store"));

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html */
const permissionSetName = textMatching(
	/^[A-Za-z0-9+=,.@-]{1,32}$/,
	"is no name that IAM Identity Center takes; expected at most 32 letters, digits and +=,.@-",
);
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const iamName = textMatching(
	/^[A-Za-z0-9+=,.@_-]{1,64}$/,
	"is no name that IAM takes; expected at most 64 letters, digits and +=,.@_-",
);
const label = textMatching(
	/^[a-z0-9][a-z0-9.-]{0,30}$/,
	"is no label; expected lower-case letters, digits, dots and hyphens",
);
const issuerUrl = textMatching(
	/^https:\/\/[a-z0-9.-]+(\/[A-Za-z0-9._~/-]*)?$/,
	"is no issuer; expected an https URL without port, query and fragment",
);
const cidr = textMatching(/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/, "is no IPv4 range; expected one such as 10.0.0.0/16");
const email = textMatching(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "is no e-mail address");

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html */
const tags = z.record(
	textMatching(/^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/iu, "is no tag key that AWS takes"),
	textMatching(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}$/u, "is no tag value that AWS takes"),
);

const privateEndpoints = members({
	vpcId: idOf("vpc"),
	subnetIds: z.array(idOf("subnet")).min(1),
	clientCidrs: z.array(cidr).min(1),
	privateDns: z.enum(["create", "existing", "none"]).optional(),
	useRegionalName: z.boolean().optional(),
	services: z
		.array(z.enum(["runtime", "control", "sts", "mantle"]))
		.min(1)
		.optional(),
	organizationId: textMatching(
		/^o-[a-z0-9]{10,32}$/,
		"is no id of an organization; expected one such as o-a1b2c3d4e5",
	).optional(),
});

const existingRole = members({ roleName: iamName }).optional();

const shared = {
	accountId: awsAccountId.optional(),
	oidcRole: members({
		issuerUrl: issuerUrl.optional(),
		clientId: line.optional(),
		subject: line.optional(),
		groupClaim: members({
			name: textMatching(/^[A-Za-z][A-Za-z0-9_-]*$/, "is no name of a claim"),
			values: z.record(z.string(), z.array(line).min(1)),
		}).optional(),
		providerArn: arn.optional(),
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
	dataRetention: z.enum(["aws_review"]).optional(),
	privateEndpoints: privateEndpoints.optional(),
	tags: tags.optional(),
};

export const bedrockProvisionSchema = members({
	...shared,
	permissionSet: members({
		name: permissionSetName.optional(),
		instanceArn: arn.optional(),
		identityStoreId: identityStoreId.optional(),
		sessionHours: z.int().min(sessionHours.least).max(sessionHours.most).optional(),
		existing: members({ arn, name: permissionSetName }).optional(),
	}).optional(),
	proxyRole: members({ principalArn: arn.optional(), existing: existingRole }).optional(),
	separateGroups: z.boolean().optional(),
	destinations: z.record(z.string(), z.array(awsRegion).min(1)).optional(),
	copiedFrom: z.record(z.string(), z.string()).optional(),
	residency: z.array(awsRegion).min(1).optional(),
	applicationProfiles: z
		.record(
			z.string(),
			members({
				tags: tags.optional(),
				budget: members({ monthlyUsd: z.number().positive(), email }).optional(),
			}),
		)
		.optional(),
});

export const mantleProvisionSchema = members({
	...shared,
	projectId: textMatching(/^[A-Za-z0-9_-]{1,64}$/, "is no id of a Mantle project").optional(),
	audit: members({ retentionDays: z.int().min(7).max(3653).optional() }).optional(),
});
