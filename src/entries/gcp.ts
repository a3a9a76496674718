/**
 * Google Cloud for programs: inference on Vertex AI that creates what it needs, the components behind it, and firewalls
 * whose rules are placed there. Needs `@pulumi/gcp` where anything is created.
 *
 * @packageDocumentation
 */

export type { GcsRetention } from "../artifact-store/gcp/retention.js";
export type { GcsSensitiveBucket, GcsStoreOptions } from "../artifact-store/gcs.js";
export type {
	Metered,
	PlannedLookUp,
	PlannedResource,
	PolicyReference,
	ResourcePlan,
} from "../cloud/planned-resource.js";
export type {
	FirewallAdapter,
	InferenceAdapter,
	PlacedInference,
	PlacingRequest,
	ProvisionedOutputs,
	RulesToPlace,
} from "../components/adapters.js";
export { type VertexAdapterOptions, vertex } from "../components/gcp/adapters.js";
export {
	type GcpFirewallPolicyBlock,
	type GcpSecureWebProxyBlock,
	gcpFirewallPolicy,
	gcpSecureWebProxy,
} from "../components/gcp/firewall-adapters.js";
export { type GcsAdapterOptions, gcs } from "../components/gcp/store-adapters.js";
export { VertexFoundation, type VertexFoundationArgs } from "../components/gcp/vertex-foundation.js";
export { VertexInference, type VertexInferenceArgs } from "../components/gcp/vertex-inference.js";
export type { LateInput } from "../components/token-values.js";
export type { DenyList } from "../firewall/deny-list.js";
export type { DeviceOptions } from "../firewall/gcp/devices.js";
export type { GcpFirewallPolicyOptions } from "../firewall/gcp/firewall-policy.js";
export type { GcpSecureWebProxyOptions, SecureWebProxyGateway } from "../firewall/gcp/secure-web-proxy.js";
export type { RuleSetOptions, Scope } from "../firewall/rule-set-options.js";
export type { AnsweredModel, CloudPlan, PlannedIdentity, RequestedPlan } from "../inference/cloud-plan.js";
export type {
	AllowedModelsOptions,
	AuditBucketOptions,
	AuditOptions,
	PerimeterOptions,
	QuotaOptions,
	VertexFoundationOptions,
	WorkforceOptions,
	WorkforceProviderOptions,
} from "../inference/google/foundation/options.js";
export type {
	VertexPrivateEndpoint,
	VertexProvision,
	VertexRole,
	VertexServiceAccountKey,
	VertexWorkforce,
} from "../inference/google/provision.js";
export type { CreatedResource, Governance } from "../inference/governance.js";
export type { Retire } from "../inference/retire.js";
