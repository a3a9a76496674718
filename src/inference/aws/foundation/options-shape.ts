import { logGroupArn } from "../../../cloud/log-group.js";
import { bucketName, keyPrefix } from "../../../cloud/s3-names.js";
import { awsAccountId, awsRegion } from "../../../configuration/values/identifier.js";
import { freeText, line } from "../../../configuration/values/text.js";
import { error } from "../../../problem.js";
import { flag, integer, late, list, map, object, text, textMatching } from "../../../shape/build.js";
import { dataRetention, tags } from "../provision-shape.js";

/** An alias is none of a key that a log group takes. */
const keyArn = textMatching(
	"aws-arn",
	/^arn:(aws|aws-us-gov):kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/,
	"is no ARN of a key; expected one such as arn:aws:kms:eu-central-1:111122223333:key/<id>",
);
/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html */
/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_AttachPolicy.html */
const target = textMatching(
	"organization-target",
	/^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|\d{12})$/,
	"is no id of a root, an organisational unit or an account; expected one such as ou-ab12-cdefghij",
);
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
const roleArns = text((value) => {
	const wrong = (message: string) => [error("aws-arn", [], message)];
	const [, role] = /^arn:(?:aws|aws-us-gov):iam::(?:\d{12}|\*):role\/([\w+=,.@*?/-]+)$/.exec(value) ?? [];
	if (role === undefined) {
		return wrong("is no ARN of a role; expected one such as arn:aws:iam::111122223333:role/platform");
	}
	return /[^*?/]/.test(role) ? [] : wrong("stands for every role; give a name or a path");
});

const useCase = object(
	{
		companyName: { shape: line, summary: "Name of the company.", required: true },
		companyWebsite: { shape: line, summary: "Its website.", required: true },
		intendedUsers: {
			shape: textMatching("listed-number", /^\d+$/, "is no number of AWS's list; expected digits such as 0"),
			summary: "Number of AWS's list, as text; `0` is the organisation's own people.",
			required: true,
		},
		industryOption: { shape: line, summary: "Industry, as AWS lists it.", required: true },
		otherIndustryOption: { shape: { kind: "text" }, summary: "Industry that AWS does not list.", default: "" },
		useCases: { shape: freeText, summary: "What the models are used for.", required: true },
	},
	{
		name: "UseCaseForm",
		summary: "Anthropic's form for first use. https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html",
	},
);

const agreement = object(
	{
		offerToken: {
			shape: late(line),
			summary: "The offer that is agreed to.",
			defaultNote: "the first offer that AWS makes",
		},
	},
	{ name: "AgreementOptions", summary: "An agreement to make." },
);

const logGroup = object({
	existingArn: { shape: late(logGroupArn), summary: "ARN of a log group that exists.", defaultNote: "one is created" },
});

const bucket = object({
	existingName: {
		shape: late(bucketName),
		summary: "Name of a bucket that exists; it needs the policy of the output `bucketPolicy`.",
		defaultNote: "one is created",
	},
	prefix: { shape: keyPrefix, summary: "Beginning of the records' keys.", defaultNote: "none" },
});

const logging = object(
	{
		to: {
			shape: object(
				{
					logGroup: { shape: logGroup, summary: "Log group of CloudWatch." },
					bucket: { shape: bucket, summary: "Bucket." },
				},
				{ exactlyOne: "destination" },
			),
			summary: "Where records go, exactly one; Bedrock writes within the account and region only.",
			required: true,
		},
		retentionDays: {
			shape: integer({ min: 1 }),
			summary: "Days that what is created keeps records; for a log group one of CloudWatch's. Required with `content`.",
			default: 365,
		},
		content: {
			shape: flag,
			summary:
				"Whether prompts and answers are recorded, and not only who called what. What exists already keeps them as long, and under the key, that its owner says.",
			default: false,
		},
		kmsKeyArn: {
			shape: late(keyArn),
			summary:
				"ARN of the key that encrypts what is created. Its policy must be in force before: `loggingKeyPolicy` gives it for a key of the same program, and the output `keyPolicy` tells what it has to be. Required with `content`.",
			defaultNote: "AWS's own",
		},
		adopt: {
			shape: flag,
			summary:
				"Whether a setting that is there already is replaced, of which the account has one per region. Otherwise it is looked for with the credentials of the environment, and refused.",
			default: false,
		},
		retainOnDelete: {
			shape: flag,
			summary: "Whether what is created stays, with its records, when the foundation goes or records go elsewhere.",
			default: true,
		},
	},
	{
		name: "LoggingOptions",
		summary: "Records of calls. https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html",
	},
);

const serviceControl = object(
	{
		models: {
			shape: list(line),
			summary:
				"Models that may be called: inference-profile ids of any region of the partition, their ARNs, ARNs of provisioned throughput, and ARNs of foundation models that application inference profiles copy.",
			required: true,
		},
		mantleModels: {
			shape: list(line),
			summary: "Models that may be called on Mantle, as its catalogue names them.",
			defaultNote: "Mantle is denied",
		},
		longTermKeysUsed: { shape: flag, summary: "Whether some deployment makes keys of its own.", default: false },
		dataRetention: {
			...dataRetention,
			summary: "Whether AWS may keep and review content, which some models demand.",
			defaultNote: "the foundation's `dataRetention`",
		},
		platformRoleArn: {
			shape: roleArns,
			summary:
				"ARN, with `*` where several are meant, of the role that looks after logging and retention. Whoever can create a role that fits is exempt, too: give the account, or a path in which only the platform creates roles.",
			required: true,
		},
	},
	{
		name: "ServiceControlOptions",
		summary:
			"Bounds of every account under the policies. Denials of several foundations add up, so that one foundation lists the models of all deployments in those accounts.",
	},
);

export const foundationShape = object(
	{
		region: { shape: awsRegion, summary: "Region that the settings are for.", required: true },
		accountId: { shape: awsAccountId, summary: "Twelve digits.", defaultNote: "the account of the credentials" },
		tags: { shape: tags, summary: "Tags of everything created.", defaultNote: "none" },
		useCase: {
			shape: useCase,
			summary: "Anthropic's form for first use, once per account.",
			defaultNote: "it is handed in elsewhere",
		},
		agreements: {
			shape: map(agreement),
			summary:
				"Agreements to make, by model id such as `anthropic.claude-sonnet-5`. Models of AWS Marketplace answer nobody in an account without one; AWS makes it at the first call of somebody who may subscribe, which the people of a deployment may not.",
			defaultNote: "somebody makes them elsewhere",
		},
		dataRetention,
		logging: {
			shape: logging,
			summary: "Records of calls of Bedrock; those of Mantle are not among them.",
			defaultNote: "nothing is recorded",
		},
		serviceControl: {
			shape: serviceControl,
			summary: "Documents to attach to accounts of the organisation.",
			defaultNote: "none are made",
		},
		attachTo: {
			shape: map(late(target)),
			summary:
				"Ids of roots, organisational units or accounts that the service control policies are attached to, by a word of yours. Needs `serviceControl`. AWS takes ten policies per target, its own `FullAWSAccess` among them.",
			defaultNote: "the policies are an output only",
		},
	},
	{
		name: "FoundationOptions",
		summary: "What of Bedrock exists once per account and region, whatever deployments there are.",
	},
);
