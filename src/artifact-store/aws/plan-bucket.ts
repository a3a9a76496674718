import type { Tags } from "../../cloud/aws-tags.js";
import type { PolicyDocument } from "../../cloud/iam-policy.js";
import { outputOf } from "../../cloud/plan-resource.js";
import type { PlannedResource } from "../../cloud/planned-resource.js";
import type { S3ObjectLock } from "../s3.js";
import { bucketPolicy } from "./bucket-policy.js";
import { pointerTag } from "./pointer-tag.js";
import { s3Resource } from "./s3-resource.js";

/** A bucket to create. */
export interface BucketToBe {
	/** Beginning of the ids of what it is made of: nothing, or a word with a hyphen. */
	readonly role: string;
	readonly bucket: string;
	readonly region?: string | undefined;
	/** What readers may read, with a slash at its end. */
	readonly folder: string;
	readonly versioning: boolean;
	/** Absent: S3's own. */
	readonly kmsKeyArn?: string | undefined;
	readonly objectLock?: S3ObjectLock | undefined;
	readonly pointerHistoryDays?: number | undefined;
	readonly accessLogs?: { readonly bucket: string; readonly prefix: string } | undefined;
	readonly readers: readonly string[];
	readonly tags: Tags;
	/** Whether all of it stays, with what is in it, when it leaves the plan. */
	readonly kept: boolean;
}

/** A bucket that was planned; nothing is to be put there before all of it stands. */
export interface PlannedBucket {
	/** Text with a token. */
	readonly place: string;
	/** Each comes after the one before: S3 refuses two changes of one bucket at a time. */
	readonly resources: readonly PlannedResource[];
	readonly policies: Readonly<Record<string, PolicyDocument>>;
}

/** A private bucket: its versions before anything is put there, and closed to the public before it has a policy. */
export function planBucket(to: BucketToBe): PlannedBucket {
	const { role, region, kept, kmsKeyArn, objectLock, pointerHistoryDays: days, accessLogs } = to;
	const own = { bucket: to.bucket, tags: to.tags, ...(region !== undefined && { region }) };
	// AWS deletes no bucket with objects in it, unless it is told so beforehand.
	const bucket = s3Resource(
		"AWS::S3::Bucket",
		`${role}bucket`,
		{ ...own, forceDestroy: !kept },
		{ name: to.bucket, kept },
	);
	const of = { bucket: outputOf(bucket, "bucket"), ...(region !== undefined && { region }) };
	const policyName = `${role}bucket-policy`;
	const { resource: s3, all } = oneAfterAnother(bucket, role, kept);
	if (to.versioning) {
		s3("AWS::S3::Bucket.VersioningConfiguration", "versioning", {
			...of,
			versioningConfiguration: { status: "Enabled" },
		});
	}
	s3("AWS::S3::Bucket.OwnershipControls", "ownership", { ...of, rule: { objectOwnership: "BucketOwnerEnforced" } });
	s3("AWS::S3::Bucket.PublicAccessBlockConfiguration", "private", {
		...of,
		blockPublicAcls: true,
		blockPublicPolicy: true,
		ignorePublicAcls: true,
		restrictPublicBuckets: true,
	});
	s3("AWS::S3::Bucket.BucketEncryption", "encryption", { ...of, rules: [encryptedBy(kmsKeyArn)] });
	if (objectLock) {
		const { mode = "GOVERNANCE", days } = objectLock;
		// Not by the bucket's own `objectLockEnabled`: another value of that would make another bucket.
		s3("AWS::S3::Bucket.ObjectLockConfiguration", "lock", { ...of, rule: { defaultRetention: { mode, days } } });
	}
	if (days !== undefined) {
		const rule = { id: "pointer-history", status: "Enabled", filter: { tag: pointerTag } } as const;
		s3("AWS::S3::Bucket.LifecycleConfiguration", "pointer-history", {
			...of,
			rules: [{ ...rule, noncurrentVersionExpiration: { noncurrentDays: days } }],
		});
	}
	if (accessLogs) {
		const to = { targetBucket: accessLogs.bucket, targetPrefix: accessLogs.prefix };
		s3("AWS::S3::Bucket.LoggingConfiguration", "access-logs", { ...of, ...to });
	}
	s3("AWS::S3::BucketPolicy", "policy", { ...of, policy: { policy: policyName } });
	const readers = { principals: to.readers, folder: to.folder };
	return {
		place: of.bucket,
		resources: all,
		policies: { [policyName]: bucketPolicy(outputOf(bucket, "arn"), readers) },
	};
}

/** Said without a key as well: a bucket that stays would otherwise stay under a key that nobody names any more. */
function encryptedBy(kmsKeyArn: string | undefined) {
	if (kmsKeyArn === undefined) {
		return { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" as const }, bucketKeyEnabled: false };
	}
	const byDefault = { sseAlgorithm: "aws:kms" as const, kmsMasterKeyId: kmsKeyArn };
	return { applyServerSideEncryptionByDefault: byDefault, bucketKeyEnabled: true };
}

/** Makes resources that come one after another, beginning with the first. */
function oneAfterAnother(first: PlannedResource, role: string, kept: boolean) {
	const all: PlannedResource[] = [first];
	const resource: typeof s3Resource = (type, word, properties) => {
		const after = all.slice(-1).map(({ id }) => id);
		const made = s3Resource(type, `${role}${word}`, properties, { name: first.name, kept, after });
		all.push(made);
		return made;
	};
	return { resource, all };
}
