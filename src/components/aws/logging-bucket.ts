import type * as pulumi from "@pulumi/pulumi";
import type { LoggingPlan } from "../../inference/aws/foundation/foundation.js";
import { type LateValue, textOf } from "./late-values.js";
import type { PlacingFoundation } from "./placing.js";
import { awsModule } from "./sdk.js";

/**
 * A private bucket that forgets records in time; `admit` lets Bedrock write to it. Where it stays, so does everything
 * that keeps it so.
 */
export function createLoggingBucket(
	{ retentionDays, kmsKeyArn, retainOnDelete }: LoggingPlan<LateValue>,
	{ name, plan, child: parent }: PlacingFoundation,
) {
	const s3 = awsModule("s3/index.js");
	const { tags } = plan;
	const { region } = plan.place;
	const child = { ...parent, retainOnDelete };
	// AWS deletes no bucket with records in it, unless it is told so beforehand.
	const bucket = new s3.Bucket(`${name}-logs`, { tags, region, forceDestroy: !retainOnDelete }, child);
	const of = { bucket: bucket.bucket, region };
	const block = new s3.BucketPublicAccessBlock(
		`${name}-logs-private`,
		{ ...of, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
		child,
	);
	// Said without a key as well: a bucket that stays would otherwise stay under a key that nobody names any more.
	const byDefault =
		kmsKeyArn === undefined
			? { sseAlgorithm: "AES256" }
			: { sseAlgorithm: "aws:kms", kmsMasterKeyId: textOf(kmsKeyArn) };
	const encryption = [{ applyServerSideEncryptionByDefault: byDefault, bucketKeyEnabled: kmsKeyArn !== undefined }];
	new s3.BucketServerSideEncryptionConfiguration(`${name}-logs-encryption`, { ...of, rules: encryption }, child);
	const rules = [{ id: "retention", status: "Enabled", filter: { prefix: "" }, expiration: { days: retentionDays } }];
	new s3.BucketLifecycleConfiguration(`${name}-logs-retention`, { ...of, rules }, child);
	return {
		bucketName: bucket.bucket,
		// Two changes of one bucket's access at a time are refused.
		admit: (policy: pulumi.Output<string>) =>
			new s3.BucketPolicy(`${name}-logs-policy`, { ...of, policy }, { ...child, dependsOn: [block] }),
	};
}
