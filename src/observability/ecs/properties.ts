import type { Tags } from "../../cloud/aws-tags.js";
import type { PolicyReference } from "../../cloud/planned-resource.js";

interface InRegion {
	region: string;
}

interface Tagged extends InRegion {
	tags: Tags;
}

interface SecurityGroupRule extends Tagged {
	securityGroupId: string;
	description: string;
	ipProtocol: "tcp";
	fromPort: number;
	toPort: number;
	cidrIpv4?: string;
	referencedSecurityGroupId?: string;
}

/** A container as ECS takes it, in the words of its API. */
export interface Container {
	name: string;
	image: string;
	essential: true;
	command: string[];
	portMappings: { containerPort: number; protocol: "tcp" }[];
	secrets: { name: string; valueFrom: string }[];
	readonlyRootFilesystem: true;
	stopTimeout: number;
	linuxParameters: { capabilities: { drop: string[] } };
	logConfiguration: { logDriver: "awslogs"; options: Record<string, string> };
}

/**
 * What each kind of resource takes, in the words of the Pulumi provider. The kinds are CloudFormation's; where it has a
 * property for what is a resource of its own here, that stands after a dot, and plain words for what it does not have.
 */
export interface EcsProperties {
	"AWS::S3::Bucket": Tagged & { bucketPrefix: string; forceDestroy: boolean };
	"AWS::S3::Bucket.PublicAccessBlockConfiguration": InRegion & {
		bucket: string;
		blockPublicAcls: true;
		blockPublicPolicy: true;
		ignorePublicAcls: true;
		restrictPublicBuckets: true;
	};
	"AWS::S3::BucketPolicy": InRegion & { bucket: string; policy: PolicyReference };
	"object of S3": InRegion & { bucket: string; key: string; content: string; contentType: string };
	"AWS::Logs::LogGroup": Tagged & { namePrefix: string; retentionInDays: number };
	"AWS::IAM::Role": {
		name: string;
		assumeRolePolicy: PolicyReference;
		permissionsBoundary: string | undefined;
		tags: Tags;
	};
	"AWS::IAM::RolePolicy": { name: string; role: string; policy: PolicyReference };
	"AWS::EC2::SecurityGroup": Tagged & { vpcId: string; description: string };
	"AWS::EC2::SecurityGroupIngress": SecurityGroupRule;
	"AWS::EC2::SecurityGroupEgress": SecurityGroupRule;
	"AWS::ElasticLoadBalancingV2::LoadBalancer": Tagged & {
		namePrefix: string;
		loadBalancerType: "application";
		internal: boolean;
		subnets: string[];
		securityGroups: string[];
		dropInvalidHeaderFields: true;
	};
	"AWS::ElasticLoadBalancingV2::TargetGroup": Tagged & {
		namePrefix: string;
		vpcId: string;
		targetType: "ip";
		protocol: "HTTP";
		port: number;
		healthCheck: { protocol: "HTTP"; port: string; path: string; matcher: string };
	};
	"AWS::ElasticLoadBalancingV2::Listener": Tagged & {
		loadBalancerArn: string;
		port: number;
		protocol: "HTTPS" | "HTTP";
		sslPolicy: string | undefined;
		certificateArn: string | undefined;
		defaultActions: { type: "fixed-response"; fixedResponse: { contentType: string; statusCode: string } }[];
	};
	"AWS::ElasticLoadBalancingV2::ListenerRule": Tagged & {
		listenerArn: string;
		priority: number;
		conditions: { pathPattern?: { values: string[] }; httpRequestMethod?: { values: string[] } }[];
		actions: { type: "forward"; targetGroupArn: string }[];
	};
	"AWS::ECS::Cluster": Tagged & { name: string };
	"AWS::ECS::TaskDefinition": Tagged & {
		family: string;
		requiresCompatibilities: string[];
		networkMode: "awsvpc";
		/** In CPU units. */
		cpu: string;
		/** In MiB. */
		memory: string;
		executionRoleArn: string;
		taskRoleArn: string;
		containerDefinitions: Container[];
	};
	"AWS::ECS::Service": Tagged & {
		name: string;
		cluster: string;
		taskDefinition: string;
		desiredCount: number;
		launchType: "FARGATE";
		networkConfiguration: { subnets: string[]; securityGroups: string[]; assignPublicIp: boolean };
		loadBalancers: { targetGroupArn: string; containerName: string; containerPort: number }[];
		deploymentCircuitBreaker: { enable: true; rollback: true };
		deploymentMinimumHealthyPercent: number;
		deploymentMaximumPercent: number;
		healthCheckGracePeriodSeconds: number;
		enableEcsManagedTags: true;
		propagateTags: "SERVICE";
		waitForSteadyState: true;
	};
	"AWS::Route53::RecordSet": {
		zoneId: string;
		name: string;
		type: "A";
		aliases: { name: string; zoneId: string; evaluateTargetHealth: boolean }[];
	};
}
