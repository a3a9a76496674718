import { resourcesOf } from "../../cloud/plan-resource.js";
import type { S3Properties } from "./properties.js";

export type S3Resource = keyof S3Properties;

/** What AWS meters of each kind. https://aws.amazon.com/s3/pricing/ */
const meters: Readonly<Record<S3Resource, string>> = {
	"AWS::S3::Bucket": "per gigabyte kept, and per request",
	"AWS::S3::Bucket.VersioningConfiguration": "per gigabyte of earlier versions",
	"AWS::S3::Bucket.OwnershipControls": "free",
	"AWS::S3::Bucket.PublicAccessBlockConfiguration": "free",
	"AWS::S3::Bucket.BucketEncryption": "free",
	"AWS::S3::Bucket.ObjectLockConfiguration": "free",
	"AWS::S3::Bucket.LifecycleConfiguration": "free",
	"AWS::S3::Bucket.LoggingConfiguration": "per gigabyte of records kept",
	"AWS::S3::BucketPolicy": "free",
};

/** A resource to be; its type says which properties it takes. */
export const s3Resource = resourcesOf<S3Properties>(meters);
