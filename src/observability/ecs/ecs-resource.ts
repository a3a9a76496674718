import { resourcesOf } from "../../cloud/plan-resource.js";
import type { EcsProperties } from "./properties.js";

export type EcsResource = keyof EcsProperties;

/** What AWS meters of each kind. https://aws.amazon.com/pricing/ */
const meters: Readonly<Record<EcsResource, string>> = {
	"AWS::S3::Bucket": "per gigabyte kept, and per request",
	"AWS::S3::Bucket.PublicAccessBlockConfiguration": "free",
	"AWS::S3::BucketPolicy": "free",
	"object of S3": "free",
	"AWS::Logs::LogGroup": "per gigabyte taken in and kept, and per gigabyte searched",
	"AWS::IAM::Role": "free",
	"AWS::IAM::RolePolicy": "free",
	"AWS::EC2::SecurityGroup": "free",
	"AWS::EC2::SecurityGroupIngress": "free",
	"AWS::EC2::SecurityGroupEgress": "free",
	"AWS::ElasticLoadBalancingV2::LoadBalancer": "per hour, and per unit of capacity",
	"AWS::ElasticLoadBalancingV2::TargetGroup": "free",
	"AWS::ElasticLoadBalancingV2::Listener": "free",
	"AWS::ElasticLoadBalancingV2::ListenerRule": "free",
	"AWS::ECS::Cluster": "free",
	"AWS::ECS::TaskDefinition": "free",
	"AWS::ECS::Service": "per second, CPU and gigabyte of memory of each task",
	"AWS::Route53::RecordSet": "free",
};

/** A resource to be; its type says which properties it takes. */
export const ecsResource = resourcesOf<EcsProperties>(meters);
