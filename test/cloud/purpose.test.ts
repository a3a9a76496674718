import { expect, test } from "vitest";
import { type Purpose, purposeOf } from "../../src/cloud/purpose.js";

test.each<[string, Purpose]>([
	["AWS::IAM::Role", "access"],
	["AWS::EC2::VPCEndpoint", "network"],
	["AWS::Logs::LogGroup", "records"],
	["AWS::S3::BucketPolicy", "access"],
	["AWS::Bedrock::ApplicationInferenceProfile", "models"],
	["model invocation logging", "records"],
	["model agreement", "models"],
	["AWS::ECS::Service", "telemetry"],
	["AWS::ElasticLoadBalancingV2::LoadBalancer", "network"],
	["AWS::Route53::RecordSet", "network"],
	["AWS::Budgets::Budget", "bounds"],
	["cloudresourcemanager.googleapis.com/Project.IamMember", "access"],
	["cloudresourcemanager.googleapis.com/Project.AuditConfig", "records"],
	["storage.googleapis.com/Bucket.IamMember", "access"],
	["storage.googleapis.com/Bucket", "records"],
	["dns.googleapis.com/ManagedZone", "network"],
	["Microsoft.CognitiveServices/accounts", "models"],
	["Microsoft.Authorization/roleAssignments", "access"],
	["Microsoft.Network/privateEndpoints", "network"],
	["Microsoft.OperationalInsights/workspaces", "records"],
])("%s is there for %s", (type, purpose) => {
	expect(purposeOf(type)).toBe(purpose);
});
