import * as pulumi from "@pulumi/pulumi";
import type { EcsResource } from "../../observability/ecs/ecs-resource.js";
import type { EcsProperties } from "../../observability/ecs/properties.js";
import { alone, type Placer, withArn, withArnAndName, withId } from "../placer.js";
import type { Filled } from "./filled.js";
import { logGroupParts } from "./resources.js";
import { awsSdk } from "./sdk.js";

/** How each kind of resource of a collector is created, and what of it others refer to. */
export const collectorResources: { readonly [Type in EcsResource]: Placer<Filled<EcsProperties[Type]>> } = {
	"AWS::S3::Bucket": (name, properties, opts) => {
		const resource = new (awsSdk.module("s3/index.js").Bucket)(name, properties, opts);
		return { resource, outputs: { bucket: resource.bucket, arn: resource.arn } };
	},
	"AWS::S3::Bucket.PublicAccessBlockConfiguration": (name, properties, opts) =>
		alone(new (awsSdk.module("s3/index.js").BucketPublicAccessBlock)(name, properties, opts)),
	"AWS::S3::BucketPolicy": (name, properties, opts) =>
		alone(new (awsSdk.module("s3/index.js").BucketPolicy)(name, properties, opts)),
	"object of S3": (name, properties, opts) => {
		// An object has ten tags at most, and a provider may have more for everything.
		const overrideProvider = { defaultTags: { tags: {} } };
		return alone(new (awsSdk.module("s3/index.js").BucketObjectv2)(name, { ...properties, overrideProvider }, opts));
	},
	"AWS::Logs::LogGroup": (name, properties, opts) => {
		const group = new (awsSdk.module("cloudwatch/index.js").LogGroup)(name, properties, opts);
		return { resource: group, outputs: logGroupParts(group.arn) };
	},
	"AWS::IAM::Role": (name, properties, opts) =>
		withArnAndName(new (awsSdk.module("iam/index.js").Role)(name, properties, opts)),
	"AWS::IAM::RolePolicy": (name, properties, opts) =>
		alone(new (awsSdk.module("iam/index.js").RolePolicy)(name, properties, opts)),
	"AWS::EC2::SecurityGroup": (name, properties, opts) =>
		withId(new (awsSdk.module("ec2/index.js").SecurityGroup)(name, properties, opts)),
	"AWS::EC2::SecurityGroupIngress": (name, properties, opts) =>
		alone(new (awsSdk.module("vpc/index.js").SecurityGroupIngressRule)(name, properties, opts)),
	"AWS::EC2::SecurityGroupEgress": (name, properties, opts) =>
		alone(new (awsSdk.module("vpc/index.js").SecurityGroupEgressRule)(name, properties, opts)),
	"AWS::ElasticLoadBalancingV2::LoadBalancer": (name, properties, opts) => {
		const balancer = new (awsSdk.module("lb/index.js").LoadBalancer)(name, properties, opts);
		const { arn, dnsName, zoneId } = balancer;
		return { resource: balancer, outputs: { arn, dnsName, zoneId } };
	},
	"AWS::ElasticLoadBalancingV2::TargetGroup": (name, properties, opts) =>
		withArn(new (awsSdk.module("lb/index.js").TargetGroup)(name, properties, opts)),
	"AWS::ElasticLoadBalancingV2::Listener": (name, properties, opts) =>
		withArn(new (awsSdk.module("lb/index.js").Listener)(name, properties, opts)),
	"AWS::ElasticLoadBalancingV2::ListenerRule": (name, properties, opts) =>
		alone(new (awsSdk.module("lb/index.js").ListenerRule)(name, properties, opts)),
	"AWS::ECS::Cluster": (name, properties, opts) =>
		withArn(new (awsSdk.module("ecs/index.js").Cluster)(name, properties, opts)),
	"AWS::ECS::TaskDefinition": (name, { containerDefinitions, ...properties }, opts) => {
		const written = { ...properties, containerDefinitions: pulumi.jsonStringify(containerDefinitions) };
		return withArn(new (awsSdk.module("ecs/index.js").TaskDefinition)(name, written, opts));
	},
	"AWS::ECS::Service": (name, properties, opts) =>
		alone(new (awsSdk.module("ecs/index.js").Service)(name, properties, opts)),
	"AWS::Route53::RecordSet": (name, properties, opts) =>
		alone(new (awsSdk.module("route53/index.js").Record)(name, properties, opts)),
};
