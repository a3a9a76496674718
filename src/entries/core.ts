/**
 * The pure core: one description of a deployment in, every artifact out. Imports no cloud SDK and no Pulumi.
 *
 * @packageDocumentation
 */
export type { LocalStoreOptions } from "../artifact-store/local.js";
export type { ArtifactStore, PlannedPlace, StorePlan, StoreRequest } from "../artifact-store/store.js";
export type { Bundle, BundleFile, Omission } from "../bundle/bundle.js";
export type { CloudPart } from "../bundle/cloud-files.js";
export { compileBundle } from "../bundle/compile.js";
export type { Compilation, CompileOptions } from "../bundle/compile-with.js";
export type {
	DescribedApp,
	DescribedDeployment,
	DescribedGroup,
	DescribedOrganization,
	DescribedPublication,
} from "../bundle/described-deployment.js";
export type { DescribedObservability } from "../bundle/described-observability.js";
export type { DescribedRules } from "../bundle/described-rules.js";
export type { ListedFile } from "../bundle/manifest.js";
export type {
	AgentHook,
	AutoMode,
	ClaudeCode,
	CodeLocalMcpServer,
	CodeMcp,
	CodePermissions,
	CodeRemoteMcpServer,
	CodeSettings,
	CommandHook,
	HookMatcher,
	HttpHook,
	McpServerMatch,
	McpToolHook,
	PromptHook,
} from "../claude-code/claude-code.js";
export type { CodeConfiguration, Followed, NotCarried } from "../claude-code/code-configuration.js";
export type {
	Metered,
	PlannedLookUp,
	PlannedResource,
	PolicyReference,
	ResourcePlan,
} from "../cloud/planned-resource.js";
export { findKey, keyNames, type ManagedKeyName } from "../configuration/catalogue.js";
export type {
	Layer,
	LayeredValue,
	ManagedConfiguration,
	ResolvedSetting,
} from "../configuration/managed-configuration.js";
export type { KeyFacts, KeyType, ManagedKey, Restriction } from "../configuration/managed-key.js";
export type { ManagedSettings } from "../configuration/managed-settings.js";
export { type Preset, type PresetName, presets } from "../configuration/presets.js";
export type { RuledRoute, RuledSignIn } from "../configuration/rules/ruled-route.js";
export type {
	Banner,
	ClaudeAiImport,
	GithubMarketplace,
	GithubMcpServer,
	GitMarketplace,
	InferenceModel,
	LocalMcpServer,
	ManagedMcpServer,
	McpOAuth,
	Microsoft365McpServer,
	ModelPrice,
	OidcClient,
	OidcOptions,
	OrgPluginServer,
	OrgPluginTool,
	PluginMarketplace,
	PluginMcpServer,
	PolicyOnlyMcpServer,
	RemoteMcpServer,
	UrlMarketplace,
	WebSearchMcpServer,
	WorkforceOidcOptions,
	WorkspaceFolder,
} from "../configuration/setting-structures.js";
export type { TimeBound } from "../configuration/time-bound.js";
export type { ConfiguredDeployment } from "../deployment/configured.js";
export type {
	App,
	Deployment,
	Group,
	GroupMembers,
	Organization,
	ParsedDeployment,
	ParsedGroup,
	PublishBlock,
} from "../deployment/deployment.js";
export { type LoadedDeployment, loadDeployment, type ReadText } from "../deployment/load.js";
export { parseDeployment } from "../deployment/parse.js";
export type { ParseOptions, ParseResult } from "../deployment/parse-with.js";
export { planDeployment } from "../deployment/plan.js";
export type { DeploymentPlan, GroupPlan, PlannableDeployment } from "../deployment/plan-with.js";
export type { EgressContext } from "../egress/context.js";
export { deriveEgress } from "../egress/derive.js";
export type { Destination, Spoken } from "../egress/destination.js";
export type { EgressNote } from "../egress/note.js";
export {
	type Closing,
	type ContentRecipient,
	type EgressHost,
	type EgressPlan,
	type EgressSummary,
	formatAddress,
	formatHost,
	type HostOrLate,
	type Operator,
	type Reason,
	type Sandbox,
} from "../egress/plan.js";
export type { EgressRoute, EgressRoutes, RouteEgress } from "../egress/route-egress.js";
export type { EgressRow } from "../egress/row.js";
export type { Windows } from "../egress/windows.js";
export type { Evidence, Limit } from "../evidence.js";
export type { Claim, Effect, FirewallBackend, Quic, RuleFile, RuleRequest, RuleSet } from "../firewall/backend.js";
export type { BlockRules } from "../firewall/block-rules.js";
export type { DeniedHost, DenyReason } from "../firewall/denied-host.js";
export type { DenyList } from "../firewall/deny-list.js";
export type { RulePlan } from "../firewall/rule-plan.js";
export type { RuleSetOptions, Scope } from "../firewall/rule-set-options.js";
export type { AgentName } from "../firewall/telemetry-hosts.js";
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
export type { AwsService } from "../inference/aws-hosts.js";
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
export type {
	AnthropicOptions,
	AnthropicSignIns,
	BedrockOptions,
	BedrockSignIns,
	CredentialHelper,
	FoundryOptions,
	FoundrySignIns,
	GatewayOptions,
	GatewaySignIns,
	GroupInference,
	InferenceBlock,
	InferenceBlocks,
	MantleOptions,
	MantleSignIns,
	VertexOptions,
	VertexSignIns,
} from "../inference/block.js";
export type { AnsweredModel, Answering, CloudPlan, PlannedIdentity, RequestedPlan } from "../inference/cloud-plan.js";
export type { ExactlyOne } from "../inference/exactly-one.js";
export type {
	VertexPrivateEndpoint,
	VertexProvision,
	VertexRole,
	VertexServiceAccountKey,
	VertexWorkforce,
} from "../inference/google/provision.js";
export type { OwnStatement, StatingGroup } from "../inference/principals.js";
export type { Retire } from "../inference/retire.js";
export type {
	CredentialKind,
	InferenceRoute,
	ModelContext,
	Prerequisite,
	ProvisionedGroup,
	ProvisionRequest,
	RouteMember,
	RouteProvisioning,
	SettingOf,
	SignIn,
} from "../inference/route.js";
export type { InferenceRouteName } from "../inference/routes/index.js";
export type { JsonObject, JsonValue } from "../json.js";
export type { OtherAgentName } from "../observability/agents/index.js";
export type { CollectorPlan } from "../observability/collector-host.js";
export type { CollectorAddress, EcsProvision } from "../observability/ecs/options.js";
export type {
	Approved,
	Collector,
	CollectorAuth,
	CollectorLimits,
	CollectorProvision,
	CollectorTls,
	GroupObservability,
	Observability,
	Owners,
	People,
	Retention,
	SinkOptions,
	Sinks,
} from "../observability/observability.js";
export type { ObservedDeployment } from "../observability/observed-group.js";
export type { ObservedCode, ObservedPart, ObservedPartGroup, Variable } from "../observability/observed-part.js";
export type { Phase } from "../observability/phase.js";
export type { RequestedCollector } from "../observability/requested-collector.js";
export type { Tier } from "../observability/tier.js";
export type { Made, Outcome, Refused } from "../outcome.js";
export type { Path } from "../path.js";
export {
	checkPolicies,
	type ExemptedViolation,
	type PolicyResult,
	type Violation,
} from "../policy/check-policies.js";
export { type PolicyOptions, parsePolicies } from "../policy/parse-policies.js";
export type { ChosenRule, Exemption, Policies } from "../policy/policies.js";
export {
	type CloudResource,
	definePolicyRule,
	type PolicyDate,
	type PolicyFinding,
	type PolicyRule,
	type PolicySeverity,
} from "../policy/policy-rule.js";
export { policySchema } from "../policy/policy-schema.js";
export { type PolicyRuleName, policyRules } from "../policy/rules/index.js";
export { DeploymentError, formatProblem, type Locate, type Location, type Problem } from "../problem.js";
export type { CarriedSettings, ProfileEnvelope, UnreadValue } from "../profiles/carried.js";
export type { CodeFormat, CodeProfile } from "../profiles/claude-code/code-format.js";
export type {
	Decoding,
	Delivery,
	DeploymentIdentity,
	Handling,
	HandlingStep,
	Platform,
	Profile,
	ProfileFile,
	ProfileFormat,
	ProfileIdentity,
	ProfileTemplate,
	ReadableProfileFormat,
	Rendering,
	TemplateRequest,
} from "../profiles/format.js";
export type { EncodedSetting } from "../profiles/settings.js";
export type { PublishedScope } from "../publication/layout.js";
export type { StorePlans } from "../publication/plan-stores.js";
export type { RingPointer } from "../publication/pointer.js";
export type {
	IndexedFile,
	IndexedGroup,
	IndexedPart,
	IndexedRevision,
	IndexedRing,
	PublicationIndex,
} from "../publication/publication-index.js";
export type { HeldRings, PublishOptions, RevisionSigning, RingHold } from "../publication/publish-options.js";
export type {
	PublishedDeployment,
	PublishedPointer,
	PublishedRevision,
	PublishedRings,
} from "../publication/published.js";
export type { RevisionApp, RevisionFile, RevisionManifest } from "../publication/revision.js";
export type { PlannedRing } from "../publication/rings.js";
export { verifyRevision } from "../publication/sign.js";
export type { SecretLookup, SecretReference } from "../reference/reference.js";
export { type Registries, registries } from "../registries.js";
export type { ReviewSide } from "../review/compare.js";
export { reviewParsed } from "../review/review-parsed.js";
export type {
	ReviewedCode,
	ReviewedDeployment,
	ReviewedEgress,
	ReviewedFiles,
	ReviewedGroup,
	ReviewedHost,
	ReviewedPlace,
	ReviewedRules,
	ReviewedSetting,
} from "../review/reviewed-deployment.js";
export * as shapes from "../shape/build.js";
export type {
	AnyShape,
	EitherShape,
	ListShape,
	MapShape,
	Member,
	Members,
	NumberShape,
	ObjectShape,
	Remarks,
	Rule,
	Shape,
	SwitchShape,
	TextShape,
	VariantsShape,
	VersionRule,
} from "../shape/shape.js";
export type { AppVersion, FleetVersions, VersionWindow } from "../version.js";
