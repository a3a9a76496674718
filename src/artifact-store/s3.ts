import { keyArn, principalArn } from "../cloud/aws-arn.js";
import { awsTags } from "../cloud/aws-tags.js";
import { bucketName, keyPrefix } from "../cloud/s3-names.js";
import { awsRegion } from "../configuration/values/identifier.js";
import { flag, integer, late, list, object, textMatching, words } from "../shape/build.js";
import type { Member } from "../shape/shape.js";
import { checkS3 } from "./aws/check-s3.js";
import { planS3 } from "./aws/plan-s3.js";
import { prefix } from "./prefix.js";
import type { ArtifactStore } from "./store.js";

/** Options of {@link s3}; a program may give outputs where text is `Late`. */
export interface S3StoreOptions<Late = string> {
	/** Name of the bucket, which is created unless it is `existing`. */
	readonly bucket: Late;
	/** Whether the bucket stands already, and stays as its owner made it. @default false */
	readonly existing?: boolean;
	/** Id of the account that owns the buckets: under another owner nothing is read. @default - whoever does */
	readonly expectedBucketOwner?: string;
	/** Folder in the bucket that everything is below, such as `cowork/prod`. @default - the bucket's own */
	readonly prefix?: string;
	/** Region of the bucket, and of the one for what carries a secret. @default - that of the provider */
	readonly region?: string;
	/** Whether earlier versions of what is overwritten are kept. @default true */
	readonly versioning?: boolean;
	/** ARN of the key that encrypts the bucket; whoever reads needs `kms:Decrypt` of it. @default - S3's own */
	readonly kmsKeyArn?: Late;
	/** How long every version that is put there stays as it is. @default - versions may be deleted */
	readonly objectLock?: S3ObjectLock;
	/** Days that earlier versions of pointers are kept; what they point to is never deleted by a rule. @default - for ever */
	readonly pointerHistoryDays?: number;
	/** Where S3 records who reads what. @default - nowhere */
	readonly accessLogs?: S3AccessLogs<Late>;
	/** ARNs of roles, users or accounts that may read besides those that IAM lets. @default - none */
	readonly readers?: readonly Late[];
	/** Where files go that carry a secret. @default - a deployment with such files is refused */
	readonly sensitive?: S3SensitiveBucket<Late>;
	/** Whether buckets that are created stay, with everything in them, when they leave the deployment. @default true */
	readonly retain?: boolean;
	/** Tags of buckets that are created. @default - none */
	readonly tags?: Readonly<Record<string, string>>;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html */
export interface S3ObjectLock {
	/** `GOVERNANCE` gives way to whoever may bypass it, `COMPLIANCE` to nobody. @default "GOVERNANCE" */
	readonly mode?: "GOVERNANCE" | "COMPLIANCE";
	/** Days from when a version is put there. */
	readonly days: number;
}

/** Where S3 records who reads what. */
export interface S3AccessLogs<Late = string> {
	/** Bucket of the same region and account that lets S3 write. */
	readonly bucket: Late;
	/** Beginning of the records' keys, without a slash at its end. @default - none */
	readonly prefix?: string;
}

/** A bucket for files that carry a secret. */
export interface S3SensitiveBucket<Late = string> {
	/** Its name, which is not that of the other. */
	readonly bucket: Late;
	/** Whether the bucket stands already, and stays as its owner made it. @default false */
	readonly existing?: boolean;
	/** ARN of a key of its own, which says who can read. Required unless it is `existing`. @default - what stands has its own */
	readonly kmsKeyArn?: Late;
	/** ARNs of roles, users or accounts that may read besides those that IAM lets. @default - none */
	readonly readers?: readonly Late[];
}

const bucket = late(bucketName);
const accountId = textMatching(
	"account-id",
	/^\d{12}$/,
	"is no id of an account of AWS; expected 12 digits, in quotes where it begins with 0",
);
const existing: Member = {
	shape: flag,
	summary: "Whether the bucket stands already, and stays as its owner made it.",
	default: false,
};
const readers: Member = {
	shape: list(late(principalArn)),
	summary: "ARNs of roles, users or accounts that may read besides those that IAM lets.",
	defaultNote: "none",
};
const accessLogs = object(
	{
		bucket: { shape: bucket, summary: "Bucket of the same region and account that lets S3 write.", required: true },
		prefix: {
			shape: keyPrefix,
			summary: "Beginning of the records' keys, without a slash at its end.",
			defaultNote: "none",
		},
	},
	{ name: "S3AccessLogs", summary: "Where S3 records who reads what." },
);
const objectLock = object(
	{
		mode: {
			shape: words(["GOVERNANCE", "COMPLIANCE"]),
			summary: "`GOVERNANCE` gives way to whoever may bypass it, `COMPLIANCE` to nobody.",
			default: "GOVERNANCE",
		},
		days: {
			shape: integer({ min: 1, max: 36_500 }),
			summary: "Days from when a version is put there.",
			required: true,
		},
	},
	{ name: "S3ObjectLock", summary: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html" },
);
const sensitive = object(
	{
		bucket: { shape: bucket, summary: "Its name, which is not that of the other.", required: true },
		existing,
		kmsKeyArn: {
			shape: late(keyArn),
			summary: "ARN of a key of its own, which says who can read. Required unless it is `existing`.",
			defaultNote: "what stands has its own",
		},
		readers,
	},
	{ name: "S3SensitiveBucket", summary: "A bucket for files that carry a secret." },
);

/** Buckets of Amazon S3. */
export const s3: ArtifactStore<S3StoreOptions> = {
	title: "Amazon S3",
	docs: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html",
	cloud: "aws",
	options: object(
		{
			bucket: {
				shape: bucket,
				summary: "Name of the bucket, which is created unless it is `existing`.",
				required: true,
			},
			existing,
			expectedBucketOwner: {
				shape: accountId,
				summary: "Id of the account that owns the buckets: under another owner nothing is read.",
				defaultNote: "whoever does",
			},
			prefix,
			region: {
				shape: awsRegion,
				summary: "Region of the bucket, and of the one for what carries a secret.",
				defaultNote: "that of the provider",
			},
			versioning: {
				shape: flag,
				summary: "Whether earlier versions of what is overwritten are kept.",
				default: true,
			},
			kmsKeyArn: {
				shape: late(keyArn),
				summary: "ARN of the key that encrypts the bucket; whoever reads needs `kms:Decrypt` of it.",
				defaultNote: "S3's own",
			},
			objectLock: {
				shape: objectLock,
				summary: "How long every version that is put there stays as it is.",
				defaultNote: "versions may be deleted",
			},
			pointerHistoryDays: {
				shape: integer({ min: 1, max: 36_500 }),
				summary: "Days that earlier versions of pointers are kept; what they point to is never deleted by a rule.",
				defaultNote: "for ever",
			},
			accessLogs: { shape: accessLogs, summary: "Where S3 records who reads what.", defaultNote: "nowhere" },
			readers,
			sensitive: {
				shape: sensitive,
				summary: "Where files go that carry a secret.",
				defaultNote: "a deployment with such files is refused",
			},
			retain: {
				shape: flag,
				summary: "Whether buckets that are created stay, with everything in them, when they leave the deployment.",
				default: true,
			},
			tags: { shape: awsTags(), summary: "Tags of buckets that are created.", defaultNote: "none" },
		},
		{ rules: [checkS3] },
	),
	plan: planS3,
	examples: {
		plain: { bucket: "example-cowork" },
		existing: {
			bucket: "example.artifacts",
			existing: true,
			expectedBucketOwner: "111122223333",
			prefix: "claude/cowork",
			region: "eu-central-1",
		},
		full: {
			bucket: "example-cowork-full",
			prefix: "claude",
			region: "eu-central-1",
			kmsKeyArn: "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
			objectLock: { days: 90 },
			pointerHistoryDays: 365,
			accessLogs: { bucket: "example-access-logs", prefix: "cowork" },
			readers: ["arn:aws:iam::111122223333:role/device-management", "arn:aws:iam::444455556666:root"],
			sensitive: {
				bucket: "example-cowork-sensitive",
				kmsKeyArn: "arn:aws:kms:eu-central-1:111122223333:key/abcd1234-34cd-56ef-12ab-ba0987654321",
				readers: ["arn:aws:iam::111122223333:role/device-management"],
			},
			tags: { team: "platform" },
		},
		removed: { bucket: "example-cowork-trial", versioning: false, retain: false },
	},
};
