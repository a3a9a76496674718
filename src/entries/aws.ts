/**
 * Amazon Bedrock for programs: routes that create what they need, and the components behind them. Needs `@pulumi/aws`
 * where anything is created.
 *
 * @packageDocumentation
 */

export type { InferenceAdapter, PlacedInference } from "../components/adapters.js";
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
export { BedrockFoundation, type BedrockFoundationArgs } from "../components/aws/bedrock-foundation.js";
export {
	BedrockInference,
	type BedrockInferenceArgs,
	type BedrockPlacement,
} from "../components/aws/bedrock-inference.js";
export type { PlacedLogging } from "../components/aws/invocation-logging.js";
export type { LateValue } from "../components/aws/late-values.js";
export type {
	AgreementOptions,
	FoundationOptions,
	LoggingOptions,
	ServiceControlOptions,
	UseCaseForm,
} from "../inference/aws/foundation/foundation-options.js";
export { loggingKeyPolicy } from "../inference/aws/foundation/log-policy.js";
export type { CreatedResource, Governance, ResourceCost } from "../inference/aws/governance.js";
export type { AwsPlace } from "../inference/aws/models/arns.js";
export type * from "../inference/aws/plan.js";
export type { PolicyCondition, PolicyDocument, PolicyStatement } from "../inference/aws/policy/policy-document.js";
export type {
	ApplicationProfileProvision,
	AwsProvision,
	BearerKeyProvision,
	BedrockProvision,
	EndpointService,
	ExistingEndpoint,
	MantleProvision,
	OidcRoleProvision,
	PermissionSetProvision,
	PrivateEndpointsProvision,
	ProxyRoleProvision,
} from "../inference/aws/provision.js";
