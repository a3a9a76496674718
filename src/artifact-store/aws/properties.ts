import type { Tags } from "../../cloud/aws-tags.js";
import type { PolicyReference } from "../../cloud/planned-resource.js";

interface OfBucket {
	bucket: string;
	region?: string | undefined;
}

/**
 * What each kind of resource that makes a bucket takes, in the words of the Pulumi provider. The kinds are
 * CloudFormation's; what is a property there and a resource of its own here stands after a dot.
 */
export interface S3Properties {
	"AWS::S3::Bucket": OfBucket & { tags: Tags; forceDestroy: boolean };
	"AWS::S3::Bucket.VersioningConfiguration": OfBucket & { versioningConfiguration: { status: "Enabled" } };
	"AWS::S3::Bucket.OwnershipControls": OfBucket & { rule: { objectOwnership: "BucketOwnerEnforced" } };
	"AWS::S3::Bucket.PublicAccessBlockConfiguration": OfBucket & {
		blockPublicAcls: true;
		blockPublicPolicy: true;
		ignorePublicAcls: true;
		restrictPublicBuckets: true;
	};
	"AWS::S3::Bucket.BucketEncryption": OfBucket & {
		rules: {
			applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" | "aws:kms"; kmsMasterKeyId?: string };
			bucketKeyEnabled: boolean;
		}[];
	};
	"AWS::S3::Bucket.ObjectLockConfiguration": OfBucket & {
		rule: { defaultRetention: { mode: "GOVERNANCE" | "COMPLIANCE"; days: number } };
	};
	"AWS::S3::Bucket.LifecycleConfiguration": OfBucket & {
		rules: {
			id: string;
			status: "Enabled";
			filter: { tag: { key: string; value: string } };
			noncurrentVersionExpiration: { noncurrentDays: number };
		}[];
	};
	"AWS::S3::Bucket.LoggingConfiguration": OfBucket & { targetBucket: string; targetPrefix: string };
	"AWS::S3::BucketPolicy": OfBucket & { policy: PolicyReference };
}
