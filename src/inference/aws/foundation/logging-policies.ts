import {
	allow,
	type PolicyCondition,
	type PolicyDocument,
	type PolicyStatement,
	policy,
} from "../../../cloud/iam-policy.js";
import type { AwsScope } from "../scope.js";

/** The principal that writes model-invocation logs. */
const bedrock = { Service: ["bedrock.amazonaws.com"] } as const;

/** Trust of the role with which Bedrock writes to a log group. */
export function loggingTrust(scope: AwsScope): PolicyDocument {
	return policy([
		{
			Sid: "WriteLogs",
			Effect: "Allow",
			Principal: bedrock,
			Action: ["sts:AssumeRole"],
			Condition: ofThisAccount(scope),
		},
	]);
}

/**
 * What that role may do: the one stream to which Bedrock writes. The ARN is that of the group, without `:*` at its end.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
 */
export function loggingPolicy(logGroupArn: string): PolicyDocument {
	const stream = `${logGroupArn}:log-stream:aws/bedrock/modelinvocations`;
	return policy([allow("WriteStream", ["logs:CreateLogStream", "logs:PutLogEvents"], [stream])]);
}

/** Policy of the bucket to which Bedrock writes; `prefix` without a slash at its end. */
export function loggingBucketPolicy(scope: AwsScope, bucketArn: string, prefix?: string): PolicyDocument {
	const below = prefix === undefined ? bucketArn : `${bucketArn}/${prefix}`;
	const logs = `${below}/AWSLogs/${scope.accountId}/BedrockModelInvocationLogs/*`;
	return policy([
		{ ...allow("WriteLogs", ["s3:PutObject"], [logs], ofThisAccount(scope)), Principal: bedrock },
		{
			Sid: "EncryptedOnly",
			Effect: "Deny",
			Principal: "*",
			Action: ["s3:*"],
			Resource: [bucketArn, `${bucketArn}/*`],
			Condition: { Bool: { "aws:SecureTransport": "false" } },
		},
	]);
}

/**
 * Policy of a key for what keeps the records; the account's own policies say who else may use it.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function loggingKeyPolicy(scope: AwsScope, destination: "logGroup" | "bucket"): PolicyDocument {
	// In a key's policy the resource is the key itself.
	const account: PolicyStatement = {
		...allow("Administer", ["kms:*"], ["*"]),
		Principal: { AWS: [`arn:${scope.partition}:iam::${scope.accountId}:root`] },
	};
	return policy([account, destination === "bucket" ? writesUnderKey(scope) : storesUnderKey(scope)]);
}

function writesUnderKey(scope: AwsScope): PolicyStatement {
	return { ...allow("WriteLogs", ["kms:GenerateDataKey"], ["*"], ofThisAccount(scope)), Principal: bedrock };
}

/** CloudWatch encrypts what Bedrock writes to it. */
function storesUnderKey({ partition, region, accountId }: AwsScope): PolicyStatement {
	const actions = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];
	const ofAccount = `arn:${partition}:logs:${region}:${accountId}:log-group:*`;
	return {
		...allow("StoreLogs", actions, ["*"], { ArnLike: { "kms:EncryptionContext:aws:logs:arn": ofAccount } }),
		Principal: { Service: [`logs.${region}.amazonaws.com`] },
	};
}

/** Bedrock on behalf of this account and region, and of no other. */
function ofThisAccount({ partition, region, accountId }: AwsScope): PolicyCondition {
	return {
		StringEquals: { "aws:SourceAccount": accountId },
		ArnLike: { "aws:SourceArn": `arn:${partition}:bedrock:${region}:${accountId}:*` },
	};
}
