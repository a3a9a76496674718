import type { Tags } from "../../../cloud/aws-tags.js";
import { outputOf } from "../../../cloud/plan-resource.js";
import type { PlannedLookUp, PlannedResource } from "../../../cloud/planned-resource.js";
import type { PlanPart } from "../../join-plans.js";
import type { AwsProperties } from "../properties.js";
import { meterOf, resource } from "../resource.js";
import type { AwsScope } from "../scope.js";
import { loggingBucketPolicy, loggingKeyPolicy, loggingPolicy, loggingTrust } from "./logging-policies.js";
import type { LoggingOptions } from "./options.js";

const defaultRetentionDays = 365;
/** Beginning of the names of log groups: the role's policy is to be seen before there is one. */
const logGroupPrefix = "cowork-bedrock-";
/** Id of the account's one setting in a plan. */
export const invocationLogging = "invocation-logging";

type LoggingConfig = AwsProperties["model invocation logging"]["loggingConfig"];
type Destination = Pick<LoggingConfig, "cloudwatchConfig" | "s3Config">;

/** One place for the records of all calls in the region. */
export function planLogging(logging: LoggingOptions, scope: AwsScope, tags: Tags): PlanPart[] {
	const { to, kmsKeyArn } = logging;
	const placed = to.logGroup
		? toLogGroup(to.logGroup, logging, scope, tags)
		: toBucket(to.bucket, logging, scope, tags);
	const { resources = [] } = placed.part;
	const configured = configuration(logging, scope, placed.destination, resources.slice(-1));
	const keys = kmsKeyArn === undefined ? [] : [{ type: "AWS::KMS::Key", meter: "per request" }];
	const kept = to.logGroup ? ("AWS::Logs::LogGroup" as const) : ("AWS::S3::Bucket" as const);
	return [
		placed.part,
		{ resources: [configured], uses: [{ type: kept, meter: meterOf(kept) }, ...keys] },
		...(kmsKeyArn === undefined
			? []
			: [{ policies: { "logging-key": loggingKeyPolicy(scope, to.logGroup ? "logGroup" : "bucket") } }]),
	];
}

interface PlacedDestination {
	/** What is created; last what has to be there before Bedrock tries whether it may write. */
	readonly part: PlanPart;
	readonly destination: Destination;
}

function toLogGroup(
	{ existingArn }: NonNullable<LoggingOptions["to"]["logGroup"]>,
	logging: LoggingOptions,
	scope: AwsScope,
	tags: Tags,
): PlacedDestination {
	const created = existingArn === undefined ? createdLogGroup(logging, scope, tags) : undefined;
	const found: PlannedLookUp = { id: "log-group", asks: "logGroup", properties: { arn: existingArn ?? "" } };
	const group = created ?? found;
	const role = resource("AWS::IAM::Role", "logging-role", {
		assumeRolePolicy: { policy: "logging-trust" },
		tags,
	});
	const policy = resource("AWS::IAM::RolePolicy", "logging-policy", {
		role: outputOf(role, "name"),
		policy: { policy: "logging" },
	});
	return {
		part: {
			lookUps: created ? [] : [found],
			resources: [...(created ? [created] : []), role, policy],
			policies: {
				"logging-trust": loggingTrust(scope),
				logging: loggingPolicy(created ? createdLogGroups(scope) : outputOf(group, "arn")),
			},
			outputs: { logging: { logGroupName: outputOf(group, "name") } },
		},
		destination: { cloudwatchConfig: { logGroupName: outputOf(group, "name"), roleArn: outputOf(role, "arn") } },
	};
}

function createdLogGroup(logging: LoggingOptions, { region }: AwsScope, tags: Tags): PlannedResource {
	const { retentionDays = defaultRetentionDays, kmsKeyArn } = logging;
	const properties = {
		namePrefix: logGroupPrefix,
		retentionInDays: retentionDays,
		kmsKeyId: kmsKeyArn,
		tags,
		region,
	};
	return resource("AWS::Logs::LogGroup", "logs", properties, { kept: logging.retainOnDelete ?? true });
}

/** Bedrock alone assumes the role, and writes where the account's setting says. */
function createdLogGroups({ partition, region, accountId }: AwsScope): string {
	return `arn:${partition}:logs:${region}:${accountId}:log-group:${logGroupPrefix}*`;
}

function toBucket(
	{ existingName, prefix }: NonNullable<LoggingOptions["to"]["bucket"]>,
	logging: LoggingOptions,
	scope: AwsScope,
	tags: Tags,
): PlacedDestination {
	const resources = existingName === undefined ? createdBucket(logging, scope, tags) : [];
	const bucketName = existingName ?? outputOf({ id: "logs" }, "bucket");
	const bucketArn = `arn:${scope.partition}:s3:::${bucketName}`;
	return {
		part: {
			resources,
			policies: { "logging-bucket": loggingBucketPolicy(scope, bucketArn, prefix) },
			outputs: { logging: { bucketName } },
		},
		destination: { s3Config: { bucketName, ...(prefix !== undefined && { keyPrefix: prefix }) } },
	};
}

/**
 * A private bucket that forgets records in time; last the policy that lets Bedrock write to it. Where it stays, so does
 * everything that keeps it so.
 */
function createdBucket(logging: LoggingOptions, { region }: AwsScope, tags: Tags): PlannedResource[] {
	const { retentionDays = defaultRetentionDays, kmsKeyArn, retainOnDelete: kept = true } = logging;
	// AWS deletes no bucket with records in it, unless it is told so beforehand.
	const bucket = resource("AWS::S3::Bucket", "logs", { tags, region, forceDestroy: !kept }, { kept });
	const of = { bucket: outputOf(bucket, "bucket"), region };
	const isPrivate = resource(
		"AWS::S3::Bucket.PublicAccessBlockConfiguration",
		"logs-private",
		{ ...of, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
		{ kept },
	);
	// Said without a key as well: a bucket that stays would otherwise stay under a key that nobody names any more.
	const byDefault =
		kmsKeyArn === undefined ? { sseAlgorithm: "AES256" } : { sseAlgorithm: "aws:kms", kmsMasterKeyId: kmsKeyArn };
	const encryption = [{ applyServerSideEncryptionByDefault: byDefault, bucketKeyEnabled: kmsKeyArn !== undefined }];
	const rules = [{ id: "retention", status: "Enabled", filter: { prefix: "" }, expiration: { days: retentionDays } }];
	return [
		bucket,
		isPrivate,
		resource("AWS::S3::Bucket.BucketEncryption", "logs-encryption", { ...of, rules: encryption }, { kept }),
		resource("AWS::S3::Bucket.LifecycleConfiguration", "logs-retention", { ...of, rules }, { kept }),
		resource(
			"AWS::S3::BucketPolicy",
			"logs-policy",
			{ ...of, policy: { policy: "logging-bucket" } },
			// Two changes of one bucket's access at a time are refused.
			{ kept, after: [isPrivate.id] },
		),
	];
}

function configuration(
	{ content = false }: LoggingOptions,
	{ region }: AwsScope,
	destination: Destination,
	before: readonly PlannedResource[],
): PlannedResource {
	// Without a word from us AWS delivers every kind of content.
	const loggingConfig = {
		...destination,
		textDataDeliveryEnabled: content,
		imageDataDeliveryEnabled: content,
		embeddingDataDeliveryEnabled: content,
		videoDataDeliveryEnabled: content,
	};
	return resource(
		"model invocation logging",
		invocationLogging,
		{ loggingConfig, region },
		// Bedrock tries whether it may write before it takes the setting.
		{ name: region, after: before.map(({ id }) => id) },
	);
}
