/**
 * Azure for programs: inference by Azure AI Foundry, which creates what it needs, rules of Azure Firewall, and what is
 * published in Azure Blob Storage. Needs
 * `@pulumi/azure-native` where anything is created, and `@pulumi/azuread` where an app is registered.
 *
 * @packageDocumentation
 */

export type {
	AzureBlobAccount,
	AzureBlobContainer,
	AzureBlobEncryption,
	AzureBlobNetwork,
	AzureBlobPrincipal,
	AzureBlobSensitive,
	AzureBlobSku,
	AzureBlobStoreOptions,
} from "../artifact-store/azure-blob/options.js";
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
export { type FoundryAdapterOptions, foundry } from "../components/azure/adapters.js";
export { type AzureFirewallBlock, azureFirewall } from "../components/azure/firewall-adapters.js";
export { FoundryInference, type FoundryInferenceArgs } from "../components/azure/foundry-inference.js";
export { type AzureBlobBlock, azureBlob } from "../components/azure/store-adapters.js";
export type { LateInput } from "../components/token-values.js";
export type { AzureFirewallOptions } from "../firewall/azure/options.js";
export type {
	FoundryAccount,
	FoundryApp,
	FoundryDeployment,
	FoundryDiagnostics,
	FoundryEncryption,
	FoundryNetwork,
	FoundryPrivateEndpoint,
	FoundryProviderData,
	FoundryProvision,
} from "../inference/azure/provision.js";
export type { AnsweredModel, CloudPlan, PlannedIdentity, RequestedPlan } from "../inference/cloud-plan.js";
export type { CreatedResource, Governance } from "../inference/governance.js";
export type { Retire } from "../inference/retire.js";
