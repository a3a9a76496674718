import { z } from "zod";
import * as texts from "../../../configuration/values/text.js";
import { members, schemaOf, textMatching, textWithout } from "../../../schema.js";
import { lately } from "../late-schema.js";
import { awsAccountId, awsRegion, dataRetention, tags } from "../provision-schema.js";

const line = schemaOf(texts.line);
const freeText = schemaOf(texts.freeText);

/** An alias is none of a key that a log group takes. */
const keyArn = textMatching(
	/^arn:(aws|aws-us-gov):kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/,
	"is no ARN of a key; expected one such as arn:aws:kms:eu-central-1:111122223333:key/<id>",
);
/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html */
const logGroupArn = textMatching(
	/^arn:(aws|aws-us-gov):logs:[a-z0-9-]+:\d{12}:log-group:[A-Za-z0-9_./#-]{1,512}(:\*)?$/,
	"is no ARN of a log group; expected one such as arn:aws:logs:eu-central-1:111122223333:log-group:<name>",
);
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const bucketName = textMatching(
	/^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
	"is no name of a bucket; expected 3 to 63 lower-case letters, digits, dots and hyphens",
);
/** Stands in a policy as well, in which `*`, `?` and `$` mean something. */
const prefix = textMatching(
	/^[A-Za-z0-9!_.'()=-]+(\/[A-Za-z0-9!_.'()=-]+)*$/,
	"is no prefix of keys; expected words with slashes between them, none at either end",
);
/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_AttachPolicy.html */
const target = textMatching(
	/^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|\d{12})$/,
	"is no id of a root, an organisational unit or an account; expected one such as ou-ab12-cdefghij",
);
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
const roleArns = textWithout((text) => {
	const [, role] = /^arn:(?:aws|aws-us-gov):iam::(?:\d{12}|\*):role\/([\w+=,.@*?/-]+)$/.exec(text) ?? [];
	if (role === undefined) return "is no ARN of a role; expected one such as arn:aws:iam::111122223333:role/platform";
	return /[^*?/]/.test(role) ? undefined : "stands for every role; give a name or a path";
});
const models = z.array(line);

export const foundationSchema = members({
	region: awsRegion,
	accountId: awsAccountId.optional(),
	tags: tags.optional(),
	useCase: members({
		companyName: line,
		companyWebsite: line,
		intendedUsers: textMatching(/^\d+$/, "is no number of AWS's list; expected digits such as 0"),
		industryOption: line,
		otherIndustryOption: z.string().optional(),
		useCases: freeText,
	}).optional(),
	agreements: z.record(z.string(), members({ offerToken: lately(line).optional() })).optional(),
	dataRetention: dataRetention.optional(),
	logging: members({
		// Which of its members it has is told in words of its own.
		to: z.unknown().optional(),
		retentionDays: z.int().min(1).optional(),
		content: z.boolean().optional(),
		kmsKeyArn: lately(keyArn).optional(),
		retainOnDelete: z.boolean().optional(),
	}).optional(),
	serviceControl: members({
		models,
		mantleModels: models.optional(),
		longTermKeysUsed: z.boolean().optional(),
		dataRetention: dataRetention.optional(),
		platformRoleArn: roleArns,
	}).optional(),
	attachTo: z.record(z.string(), lately(target)).optional(),
});

/** What `logging.to` takes one of. */
export const destinationSchemas = {
	logGroup: members({ existingArn: lately(logGroupArn).optional() }),
	bucket: members({ existingName: lately(bucketName).optional(), prefix: prefix.optional() }),
} as const;
