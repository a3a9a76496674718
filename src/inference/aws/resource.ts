import { resourcesOf } from "../../cloud/plan-resource.js";
import type { AwsProperties } from "./properties.js";

export type AwsResourceType = keyof AwsProperties;

/** What AWS meters of each kind. https://aws.amazon.com/pricing/ */
const meters: Readonly<Record<AwsResourceType, string>> = {
	"AWS::SSO::PermissionSet": "free",
	"AWS::SSO::PermissionSet.InlinePolicy": "free",
	"AWS::SSO::PermissionSet.CustomerManagedPolicyReferences": "free",
	"AWS::SSO::Assignment": "free",
	"AWS::IAM::OIDCProvider": "free",
	"AWS::IAM::Role": "free",
	"AWS::IAM::Role.ManagedPolicyArns": "free",
	"AWS::IAM::RolePolicy": "free",
	"AWS::IAM::ManagedPolicy": "free",
	"AWS::IAM::User": "free",
	"AWS::IAM::User.ManagedPolicyArns": "free",
	"AWS::IAM::ServiceSpecificCredential": "free",
	"AWS::Bedrock::ApplicationInferenceProfile": "free",
	"AWS::Budgets::Budget": "free",
	"cost allocation tag": "free",
	"AWS::EC2::SecurityGroup": "free",
	"AWS::EC2::SecurityGroupIngress": "free",
	"AWS::EC2::VPCEndpoint": "per hour and zone, and per gigabyte",
	"AWS::CloudTrail::EventDataStore": "per gigabyte taken in and kept, and per gigabyte searched",
	"use-case form": "free",
	"model agreement": "free",
	"model invocation logging": "free",
	"AWS::Logs::LogGroup": "per gigabyte taken in and kept, and per gigabyte searched",
	"AWS::S3::Bucket": "per gigabyte kept, and per request",
	"AWS::S3::Bucket.PublicAccessBlockConfiguration": "free",
	"AWS::S3::Bucket.BucketEncryption": "free",
	"AWS::S3::Bucket.LifecycleConfiguration": "free",
	"AWS::S3::BucketPolicy": "free",
	"AWS::Organizations::Policy": "free",
	"AWS::Organizations::Policy.TargetIds": "free",
};

/** A resource to be; its type says which properties it takes. */
export const resource = resourcesOf<AwsProperties>(meters);

/** What is paid for of what is used, and not created here. */
export function meterOf(type: AwsResourceType): string {
	return meters[type];
}
