/**
 * AWS for programs: routes of Amazon Bedrock that create what they need, the components behind them, rules of its firewalls
 * and stores in its buckets. Needs `@pulumi/aws` where anything is created.
 *
 * @packageDocumentation
 */

export type { S3AccessLogs, S3ObjectLock, S3SensitiveBucket, S3StoreOptions } from "../artifact-store/s3.js";
export type { PolicyCondition, PolicyDocument, PolicyStatement } from "../cloud/iam-policy.js";
export type {
	Metered,
	PlannedLookUp,
	PlannedResource,
	PolicyReference,
	ResourcePlan,
} from "../cloud/planned-resource.js";
export type {
	CollectorAdapter,
	CollectorToPlace,
	InferenceAdapter,
	PlacedCollector,
	PlacedInference,
	PlacingRequest,
	ProvisionedOutputs,
} from "../components/adapters.js";
export {
	type BedrockAdapterOptions,
	type BedrockProgramProvision,
	bedrock,
	type MantleAdapterOptions,
	type MantleProgramProvision,
	mantle,
	type ProgramEndpoints,
} from "../components/aws/adapters.js";
export { type BedrockFacts, type BedrockFactsRequest, bedrockFacts } from "../components/aws/bedrock-facts.js";
export {
	BedrockFoundation,
	type BedrockFoundationArgs,
	type PlacedLogging,
} from "../components/aws/bedrock-foundation.js";
export {
	BedrockInference,
	type BedrockInferenceArgs,
	type BedrockPlacement,
} from "../components/aws/bedrock-inference.js";
export { type EcsAdapterOptions, ecs } from "../components/aws/collector-adapters.js";
export { EcsCollector, type EcsCollectorArgs } from "../components/aws/ecs-collector.js";
export {
	type AwsDnsFirewallBlock,
	type AwsNetworkFirewallBlock,
	type AwsNetworkFirewallDomainListBlock,
	awsDnsFirewall,
	awsNetworkFirewall,
	awsNetworkFirewallDomainList,
} from "../components/aws/firewall-adapters.js";
export { type S3StoreBlock, s3 } from "../components/aws/store-adapters.js";
export type { LateInput } from "../components/token-values.js";
export type { AwsDnsFirewallAssociation } from "../firewall/aws/dns-firewall.js";
export type { BlockResponse } from "../firewall/aws/properties.js";
export type { AwsNetworkFirewallLogging } from "../firewall/aws/rule-group-options.js";
export { loggingKeyPolicy } from "../inference/aws/foundation/logging-policies.js";
export type {
	AgreementOptions,
	FoundationOptions,
	LoggingOptions,
	ServiceControlOptions,
	UseCaseForm,
} from "../inference/aws/foundation/options.js";
export type {
	ApplicationProfileProvision,
	AwsProvision,
	BearerKeyProvision,
	BedrockProvision,
	ExistingEndpoint,
	MantleProvision,
	OidcRoleProvision,
	PermissionSetProvision,
	PrivateEndpointsProvision,
	ProxyRoleProvision,
} from "../inference/aws/provision.js";
export type { AwsScope } from "../inference/aws/scope.js";
export type { AwsService } from "../inference/aws-hosts.js";
export type { AnsweredModel, CloudPlan, PlannedIdentity, RequestedPlan } from "../inference/cloud-plan.js";
export type { CreatedResource, Governance } from "../inference/governance.js";
export type { Retire } from "../inference/retire.js";
export type { CollectorPlan } from "../observability/collector-host.js";
export type { CollectorAddress, EcsProvision } from "../observability/ecs/options.js";
