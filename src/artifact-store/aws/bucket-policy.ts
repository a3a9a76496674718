import { allow, type PolicyDocument, type PolicyStatement, policy } from "../../cloud/iam-policy.js";

/** Whom a bucket lets read, and what. */
export interface BucketReaders {
	/** ARNs. */
	readonly principals: readonly string[];
	/** The deployment's own, with a slash at its end. */
	readonly folder: string;
}

/**
 * What a bucket lets whom do besides what IAM says: read what is published, and nobody anything over a connection that
 * others can read. https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 */
export function bucketPolicy(bucketArn: string, readers: BucketReaders): PolicyDocument {
	return policy([
		{
			Sid: "EncryptedConnectionsOnly",
			Effect: "Deny",
			Principal: "*",
			Action: ["s3:*"],
			Resource: [bucketArn, `${bucketArn}/*`],
			Condition: { Bool: { "aws:SecureTransport": "false" } },
		},
		...readBy(bucketArn, readers),
	]);
}

function readBy(bucketArn: string, { principals, folder }: BucketReaders): PolicyStatement[] {
	if (principals.length === 0) return [];
	const by = { Principal: { AWS: principals } };
	// To those who may not list, S3 says of what is not there that it is forbidden.
	const below = { StringLike: { "s3:prefix": [folder, `${folder}*`] } };
	return [
		{ ...allow("ReadPublished", ["s3:GetObject"], [`${bucketArn}/${folder}*`]), ...by },
		{ ...allow("ListPublished", ["s3:ListBucket"], [bucketArn], below), ...by },
	];
}
