import { createHash } from "node:crypto";
import { partitionOfRegion } from "../../cloud/aws-region.js";
import { type PolicyDocument, policy } from "../../cloud/iam-policy.js";
import { outputOf } from "../../cloud/plan-resource.js";
import type { PlannedResource } from "../../cloud/planned-resource.js";
import { token } from "../../reference/token.js";
import { configurationToken } from "../collector-host.js";
import { ecsResource } from "./ecs-resource.js";
import type { EcsRequest } from "./request.js";

/** The configuration where the collector reads it: an object whose key says what is in it. */
export interface PlacedConfiguration {
	/** What the collector is started with. */
	readonly uri: string;
	readonly bucket: string;
	/** ARNs of this and of earlier configurations, to which a failed deployment goes back. */
	readonly objects: string;
	readonly text: string;
	readonly object: PlannedResource;
	readonly resources: readonly PlannedResource[];
	readonly policies: Readonly<Record<string, PolicyDocument>>;
}

/**
 * In S3, because the configuration is larger than what a parameter of Systems Manager (8 KB), a secret (64 KB) or a
 * variable of a task takes. It holds no secret.
 * https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/confmap/provider/s3provider
 */
export function placeConfiguration({ deployment, ecs, config }: EcsRequest): PlacedConfiguration {
	const { region } = ecs;
	const text = JSON.stringify(config);
	const digest = createHash("sha256").update(text).digest("hex");
	const before = `cowork/${deployment}/collector-`;
	const created = ecs.configurationBucket === undefined ? createBucket(ecs) : undefined;
	const bucket = ecs.configurationBucket ?? outputOf({ id: "bucket" }, "bucket");
	const key = `${before}${digest.slice(0, 16)}.json`;
	const object = ecsResource(
		"object of S3",
		"configuration",
		{ bucket, key, content: token(configurationToken), contentType: "application/json", region },
		// Earlier ones stay, for tasks of earlier definitions.
		{ name: key, kept: true, ...(created && { after: created.resources.slice(-1).map(({ id }) => id) }) },
	);
	return {
		uri: `s3://${bucket}.s3.${region}.amazonaws.com/${key}`,
		bucket,
		objects: `arn:${partitionOfRegion(region)}:s3:::${bucket}/${before}*`,
		text,
		object,
		resources: [...(created?.resources ?? []), object],
		policies: created?.policies ?? {},
	};
}

function createBucket({ region, tags = {} }: EcsRequest["ecs"]) {
	const bucket = ecsResource("AWS::S3::Bucket", "bucket", {
		bucketPrefix: "cowork-collector-",
		// It holds nothing that is not made anew.
		forceDestroy: true,
		tags,
		region,
	});
	const of = { bucket: outputOf(bucket, "bucket"), region };
	const closed = ecsResource("AWS::S3::Bucket.PublicAccessBlockConfiguration", "bucket-private", {
		...of,
		blockPublicAcls: true,
		blockPublicPolicy: true,
		ignorePublicAcls: true,
		restrictPublicBuckets: true,
	});
	const encrypted = ecsResource(
		"AWS::S3::BucketPolicy",
		"bucket-policy",
		{ ...of, policy: { policy: "bucket" } },
		{ after: [closed.id] },
	);
	const arn = outputOf(bucket, "arn");
	return {
		resources: [bucket, closed, encrypted],
		policies: {
			bucket: policy([
				{
					Sid: "EncryptedConnectionsOnly",
					Effect: "Deny",
					Principal: "*",
					Action: ["s3:*"],
					Resource: [arn, `${arn}/*`],
					Condition: { Bool: { "aws:SecureTransport": "false" } },
				},
			]),
		},
	};
}
