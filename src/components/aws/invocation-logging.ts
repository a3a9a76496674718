import type { input } from "@pulumi/aws/types/index.js";
import * as pulumi from "@pulumi/pulumi";
import { type LoggingPlan, loggingLate } from "../../inference/aws/foundation/foundation.js";
import { type LateValue, textOf } from "./late-values.js";
import { createLoggingBucket } from "./logging-bucket.js";
import type { PlacingFoundation } from "./placing.js";
import { awsModule } from "./sdk.js";

export interface PlacedLogging {
	readonly logGroupName?: pulumi.Output<string>;
	readonly bucketName?: pulumi.Output<string>;
	/** JSON text that the bucket's policy must contain. */
	readonly bucketPolicy?: pulumi.Output<string>;
	/** JSON text of the policy that a key of yours for the log group or bucket needs. */
	readonly keyPolicy?: pulumi.Output<string>;
}

/** One place for the records of all calls in the region. */
export function placeLogging(logging: LoggingPlan<LateValue>, placing: PlacingFoundation): PlacedLogging {
	const { logGroup, bucket } = logging.to;
	const placed = logGroup ? toLogGroup(logGroup, logging, placing) : toBucket(bucket, logging, placing);
	return { ...placed, keyPolicy: placing.values.document(logging.keyPolicy) };
}

function toLogGroup(
	{ existingArn }: NonNullable<LoggingPlan<LateValue>["to"]["logGroup"]>,
	logging: LoggingPlan<LateValue>,
	placing: PlacingFoundation,
): PlacedLogging {
	const { Role, RolePolicy } = awsModule("iam/index.js");
	const { name, plan, values, child } = placing;
	const arn = values.define(loggingLate.logGroupArn, () =>
		textOf(existingArn ?? createLogGroup(logging, placing)).apply((text) => text.replace(/:\*$/, "")),
	);
	const logGroupName = arn.apply((text) => text.replace(/^.*:log-group:/, ""));
	const role = new Role(
		`${name}-logging-role`,
		{ assumeRolePolicy: values.document(logging.trust), tags: plan.tags },
		child,
	);
	values.define(loggingLate.roleArn, () => role.arn);
	const policy = new RolePolicy(
		`${name}-logging-policy`,
		{ role: role.name, policy: values.document(logging.rolePolicy) },
		child,
	);
	configure(logging, placing, { cloudwatchConfig: { logGroupName, roleArn: role.arn } }, [policy]);
	return { logGroupName };
}

function createLogGroup(
	{ retentionDays, kmsKeyArn, retainOnDelete }: LoggingPlan<LateValue>,
	{ name, plan, child }: PlacingFoundation,
) {
	const { LogGroup } = awsModule("cloudwatch/index.js");
	const { tags, place } = plan;
	const kmsKeyId = kmsKeyArn === undefined ? undefined : textOf(kmsKeyArn);
	const args = { retentionInDays: retentionDays, kmsKeyId, tags, region: place.region };
	return new LogGroup(`${name}-logs`, args, { ...child, retainOnDelete }).arn;
}

function toBucket(
	{ existingName, prefix }: NonNullable<LoggingPlan<LateValue>["to"]["bucket"]>,
	logging: LoggingPlan<LateValue>,
	placing: PlacingFoundation,
): PlacedLogging {
	const { plan, values } = placing;
	const created = existingName === undefined ? createLoggingBucket(logging, placing) : undefined;
	const bucketName = created?.bucketName ?? textOf(existingName ?? "");
	values.define(loggingLate.bucketArn, () => pulumi.interpolate`arn:${plan.place.partition}:s3:::${bucketName}`);
	const bucketPolicy = values.document(logging.bucketPolicy);
	const policy = created?.admit(bucketPolicy);
	configure(logging, placing, { s3Config: { bucketName, keyPrefix: prefix } }, policy ? [policy] : []);
	return { bucketName, bucketPolicy };
}

type LoggingConfig = input.bedrockmodel.InvocationLoggingConfigurationLoggingConfig;

function configure(
	{ content }: LoggingPlan<LateValue>,
	{ name, plan, child }: PlacingFoundation,
	destination: LoggingConfig,
	dependsOn: pulumi.Resource[],
): void {
	const { InvocationLoggingConfiguration } = awsModule("bedrockmodel/index.js");
	// Without a word from us AWS delivers every kind of content.
	const loggingConfig = {
		...destination,
		textDataDeliveryEnabled: content,
		imageDataDeliveryEnabled: content,
		embeddingDataDeliveryEnabled: content,
		videoDataDeliveryEnabled: content,
	};
	new InvocationLoggingConfiguration(
		`${name}-invocation-logging`,
		{ loggingConfig, region: plan.place.region },
		// Bedrock tries whether it may write before it takes the setting.
		{ ...child, dependsOn },
	);
}
