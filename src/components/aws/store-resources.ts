import type { S3Properties } from "../../artifact-store/aws/properties.js";
import type { S3Resource } from "../../artifact-store/aws/s3-resource.js";
import { alone, type Placer } from "../placer.js";
import type { Filled } from "./filled.js";
import { awsSdk } from "./sdk.js";

/** How each kind of resource that makes a bucket is created, and what of it others refer to. */
export const s3Resources: { readonly [Type in S3Resource]: Placer<Filled<S3Properties[Type]>> } = {
	"AWS::S3::Bucket": (name, properties, opts) => {
		const resource = new (awsSdk.module("s3/index.js").Bucket)(name, properties, opts);
		return { resource, outputs: { bucket: resource.bucket, arn: resource.arn } };
	},
	"AWS::S3::Bucket.VersioningConfiguration": (name, properties, opts) =>
		alone(new (awsSdk.module("s3/index.js").BucketVersioning)(name, properties, opts)),
	"AWS::S3::Bucket.OwnershipControls": (name, properties, opts) =>
		alone(new (awsSdk.module("s3/index.js").BucketOwnershipControls)(name, properties, opts)),
	"AWS::S3::Bucket.PublicAccessBlockConfiguration": (name, properties, opts) =>
		alone(new (awsSdk.module("s3/index.js").BucketPublicAccessBlock)(name, properties, opts)),
	"AWS::S3::Bucket.BucketEncryption": (name, properties, opts) =>
		alone(new (awsSdk.module("s3/index.js").BucketServerSideEncryptionConfiguration)(name, properties, opts)),
	"AWS::S3::Bucket.ObjectLockConfiguration": (name, properties, opts) =>
		alone(new (awsSdk.module("s3/index.js").BucketObjectLockConfiguration)(name, properties, opts)),
	"AWS::S3::Bucket.LifecycleConfiguration": (name, properties, opts) =>
		alone(new (awsSdk.module("s3/index.js").BucketLifecycleConfiguration)(name, properties, opts)),
	"AWS::S3::Bucket.LoggingConfiguration": (name, properties, opts) =>
		alone(new (awsSdk.module("s3/index.js").BucketLogging)(name, properties, opts)),
	"AWS::S3::BucketPolicy": (name, properties, opts) =>
		alone(new (awsSdk.module("s3/index.js").BucketPolicy)(name, properties, opts)),
};
