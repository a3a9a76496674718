import * as pulumi from "@pulumi/pulumi";
import type { AwsProperties } from "../../inference/aws/properties.js";
import type { AwsResourceType } from "../../inference/aws/resource.js";
import { alone, type Placer, withArn, withArnAndName, withId } from "../placer.js";
import type { Filled } from "./filled.js";
import { regionalName } from "./regional-name.js";
import { awsSdk } from "./sdk.js";

/** How each kind of resource is created, and what of it others refer to. */
export const awsResources: { readonly [Type in AwsResourceType]: Placer<Filled<AwsProperties[Type]>> } = {
	"AWS::SSO::PermissionSet": (name, properties, opts) =>
		withArn(new (awsSdk.module("ssoadmin/index.js").PermissionSet)(name, properties, opts)),
	"AWS::SSO::PermissionSet.InlinePolicy": (name, properties, opts) =>
		alone(new (awsSdk.module("ssoadmin/index.js").PermissionSetInlinePolicy)(name, properties, opts)),
	"AWS::SSO::PermissionSet.CustomerManagedPolicyReferences": (name, properties, opts) =>
		alone(new (awsSdk.module("ssoadmin/index.js").CustomerManagedPolicyAttachment)(name, properties, opts)),
	"AWS::SSO::Assignment": (name, properties, opts) =>
		alone(new (awsSdk.module("ssoadmin/index.js").AccountAssignment)(name, properties, opts)),

	"AWS::IAM::OIDCProvider": (name, properties, opts) =>
		withArn(new (awsSdk.module("iam/index.js").OpenIdConnectProvider)(name, properties, opts)),
	"AWS::IAM::Role": (name, properties, opts) =>
		withArnAndName(new (awsSdk.module("iam/index.js").Role)(name, properties, opts)),
	"AWS::IAM::Role.ManagedPolicyArns": (name, properties, opts) =>
		alone(new (awsSdk.module("iam/index.js").RolePolicyAttachment)(name, properties, opts)),
	"AWS::IAM::RolePolicy": (name, properties, opts) =>
		alone(new (awsSdk.module("iam/index.js").RolePolicy)(name, properties, opts)),
	"AWS::IAM::ManagedPolicy": (name, properties, opts) =>
		withArn(new (awsSdk.module("iam/index.js").Policy)(name, properties, opts)),
	"AWS::IAM::User": (name, properties, opts) =>
		withArnAndName(new (awsSdk.module("iam/index.js").User)(name, properties, opts)),
	"AWS::IAM::User.ManagedPolicyArns": (name, properties, opts) =>
		alone(new (awsSdk.module("iam/index.js").UserPolicyAttachment)(name, properties, opts)),
	"AWS::IAM::ServiceSpecificCredential": (name, properties, opts) => {
		const key = new (awsSdk.module("iam/index.js").ServiceSpecificCredential)(name, properties, opts);
		// AWS tells no date of a key that lives on.
		const expiry = key.expirationDate.apply((date) => (date ? date : "never"));
		const age = key.credentialAgeDays.apply((days) => (days ? String(days) : "never"));
		return { resource: key, outputs: { secret: pulumi.secret(key.serviceCredentialSecret), expiry, age } };
	},

	"AWS::Bedrock::ApplicationInferenceProfile": (name, properties, opts) =>
		withArn(new (awsSdk.module("bedrock/index.js").InferenceProfile)(name, properties, opts)),
	"AWS::Budgets::Budget": (name, properties, opts) =>
		alone(new (awsSdk.module("budgets/index.js").Budget)(name, properties, opts)),
	"cost allocation tag": (name, properties, opts) =>
		alone(new (awsSdk.module("costexplorer/index.js").CostAllocationTag)(name, properties, opts)),

	"AWS::EC2::SecurityGroup": (name, properties, opts) =>
		withId(new (awsSdk.module("ec2/index.js").SecurityGroup)(name, properties, opts)),
	"AWS::EC2::SecurityGroupIngress": (name, properties, opts) =>
		alone(new (awsSdk.module("vpc/index.js").SecurityGroupIngressRule)(name, properties, opts)),
	"AWS::EC2::VPCEndpoint": (name, properties, opts) => {
		const endpoint = new (awsSdk.module("ec2/index.js").VpcEndpoint)(name, properties, opts);
		return { resource: endpoint, outputs: { id: endpoint.id, regionalName: endpoint.dnsEntries.apply(regionalName) } };
	},

	"AWS::CloudTrail::EventDataStore": (name, properties, opts) =>
		alone(new (awsSdk.module("cloudtrail/index.js").EventDataStore)(name, properties, opts)),
	"use-case form": (name, properties, opts) =>
		alone(new (awsSdk.module("bedrock/index.js").UseCaseForModelAccess)(name, properties, opts)),
	"model agreement": (name, properties, opts) =>
		alone(new (awsSdk.module("bedrockfoundation/index.js").ModelAgreement)(name, properties, opts)),
	"model invocation logging": (name, properties, opts) =>
		alone(new (awsSdk.module("bedrockmodel/index.js").InvocationLoggingConfiguration)(name, properties, opts)),
	"AWS::Logs::LogGroup": (name, properties, opts) => {
		const group = new (awsSdk.module("cloudwatch/index.js").LogGroup)(name, properties, opts);
		return { resource: group, outputs: logGroupParts(group.arn) };
	},
	"AWS::S3::Bucket": (name, properties, opts) => {
		const bucket = new (awsSdk.module("s3/index.js").Bucket)(name, properties, opts);
		return { resource: bucket, outputs: { bucket: bucket.bucket } };
	},
	"AWS::S3::Bucket.PublicAccessBlockConfiguration": (name, properties, opts) =>
		alone(new (awsSdk.module("s3/index.js").BucketPublicAccessBlock)(name, properties, opts)),
	"AWS::S3::Bucket.BucketEncryption": (name, properties, opts) =>
		alone(new (awsSdk.module("s3/index.js").BucketServerSideEncryptionConfiguration)(name, properties, opts)),
	"AWS::S3::Bucket.LifecycleConfiguration": (name, properties, opts) =>
		alone(new (awsSdk.module("s3/index.js").BucketLifecycleConfiguration)(name, properties, opts)),
	"AWS::S3::BucketPolicy": (name, properties, opts) =>
		alone(new (awsSdk.module("s3/index.js").BucketPolicy)(name, properties, opts)),
	"AWS::Organizations::Policy": (name, properties, opts) =>
		withId(new (awsSdk.module("organizations/index.js").Policy)(name, properties, opts)),
	"AWS::Organizations::Policy.TargetIds": (name, properties, opts) =>
		alone(new (awsSdk.module("organizations/index.js").PolicyAttachment)(name, properties, opts)),
};

/** ARN and name of a log group; some write the ARN with `:*` at its end. */
export function logGroupParts(arn: pulumi.Input<string>) {
	const exact = pulumi.output(arn).apply((text) => text.replace(/:\*$/, ""));
	return { arn: exact, name: exact.apply((text) => text.replace(/^.*:log-group:/, "")) };
}
