import type { Tags } from "../../cloud/aws-tags.js";
import type { PolicyReference } from "../../cloud/planned-resource.js";

/** A permission set that stands, and the region of its Identity Center. */
export interface OfPermissionSet {
	instanceArn: string;
	permissionSetArn: string;
	region: string | undefined;
}

interface OfBucket {
	bucket: string;
	region: string;
}

/**
 * What each kind of resource takes, in the words of the Pulumi provider. The kinds are CloudFormation's; where it has a
 * property for what is a resource of its own here, that stands after a dot, and plain words for what it does not have.
 */
export interface AwsProperties {
	"AWS::SSO::PermissionSet": {
		name: string;
		instanceArn: string;
		/** ISO 8601, such as `PT8H`. */
		sessionDuration: string;
		tags: Tags;
		region: string | undefined;
	};
	"AWS::SSO::PermissionSet.InlinePolicy": OfPermissionSet & { inlinePolicy: PolicyReference };
	"AWS::SSO::PermissionSet.CustomerManagedPolicyReferences": OfPermissionSet & {
		customerManagedPolicyReference: { name: string; path: string };
	};
	"AWS::SSO::Assignment": OfPermissionSet & {
		principalType: "GROUP";
		principalId: string;
		targetType: "AWS_ACCOUNT";
		targetId: string;
	};
	"AWS::IAM::OIDCProvider": { url: string; clientIdLists: string[]; tags: Tags };
	"AWS::IAM::Role": {
		/** @default - one that Pulumi makes up */
		name?: string;
		assumeRolePolicy: PolicyReference;
		maxSessionDuration?: number;
		tags: Tags;
	};
	"AWS::IAM::Role.ManagedPolicyArns": { role: string; policyArn: string };
	"AWS::IAM::RolePolicy": { name?: string; role: string; policy: PolicyReference };
	"AWS::IAM::ManagedPolicy": { name: string; policy: PolicyReference; tags: Tags };
	"AWS::IAM::User": { name: string; tags: Tags };
	"AWS::IAM::User.ManagedPolicyArns": { user: string; policyArn: string };
	"AWS::IAM::ServiceSpecificCredential": {
		userName: string;
		serviceName: "bedrock.amazonaws.com";
		/** Absent: the key never expires. */
		credentialAgeDays: number | undefined;
	};
	"AWS::Bedrock::ApplicationInferenceProfile": {
		name: string;
		modelSource: { copyFrom: string };
		tags: Tags;
		region: string;
	};
	"AWS::Budgets::Budget": {
		name: string;
		budgetType: "COST";
		timeUnit: "MONTHLY";
		limitAmount: string;
		limitUnit: "USD";
		costFilters: { name: string; values: string[] }[];
		notifications: {
			comparisonOperator: string;
			notificationType: string;
			threshold: number;
			thresholdType: string;
			subscriberEmailAddresses: string[];
		}[];
		tags: Tags;
	};
	"cost allocation tag": { tagKey: string; status: "Active" };
	"AWS::EC2::SecurityGroup": { vpcId: string; description: string; tags: Tags; region: string };
	"AWS::EC2::SecurityGroupIngress": {
		securityGroupId: string;
		cidrIpv4: string;
		ipProtocol: "tcp";
		fromPort: number;
		toPort: number;
		tags: Tags;
		region: string;
	};
	"AWS::EC2::VPCEndpoint": {
		vpcId: string;
		serviceName: string;
		vpcEndpointType: "Interface";
		subnetIds: string[];
		securityGroupIds: string[];
		privateDnsEnabled: boolean;
		policy: PolicyReference;
		tags: Tags;
		region: string;
	};
	"AWS::CloudTrail::EventDataStore": {
		retentionPeriod: number;
		multiRegionEnabled: false;
		advancedEventSelectors: { name: string; fieldSelectors: { field: string; equals: string[] }[] }[];
		tags: Tags;
		region: string;
	};
	"use-case form": { formData: string };
	"model agreement": { modelId: string; offerToken: string; region: string };
	"model invocation logging": {
		loggingConfig: {
			cloudwatchConfig?: { logGroupName: string; roleArn: string };
			s3Config?: { bucketName: string; keyPrefix?: string };
			textDataDeliveryEnabled: boolean;
			imageDataDeliveryEnabled: boolean;
			embeddingDataDeliveryEnabled: boolean;
			videoDataDeliveryEnabled: boolean;
		};
		region: string;
	};
	"AWS::Logs::LogGroup": {
		namePrefix: string;
		retentionInDays: number;
		kmsKeyId: string | undefined;
		tags: Tags;
		region: string;
	};
	"AWS::S3::Bucket": { tags: Tags; region: string; forceDestroy: boolean };
	"AWS::S3::Bucket.PublicAccessBlockConfiguration": OfBucket & {
		blockPublicAcls: boolean;
		blockPublicPolicy: boolean;
		ignorePublicAcls: boolean;
		restrictPublicBuckets: boolean;
	};
	"AWS::S3::Bucket.BucketEncryption": OfBucket & {
		rules: {
			applyServerSideEncryptionByDefault: { sseAlgorithm: string; kmsMasterKeyId?: string };
			bucketKeyEnabled: boolean;
		}[];
	};
	"AWS::S3::Bucket.LifecycleConfiguration": OfBucket & {
		rules: { id: string; status: string; filter: { prefix: string }; expiration: { days: number } }[];
	};
	"AWS::S3::BucketPolicy": OfBucket & { policy: PolicyReference };
	"AWS::Organizations::Policy": { type: "SERVICE_CONTROL_POLICY"; content: PolicyReference; tags: Tags };
	"AWS::Organizations::Policy.TargetIds": { policyId: string; targetId: string };
}
