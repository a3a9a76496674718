// Rendered from the catalogue by test/configuration/managed-settings.test.ts; `npx vitest run -u` writes it anew.
import type { SecretReference } from "../reference/reference.js";
import type {
	Banner,
	ClaudeAiImport,
	InferenceModel,
	ManagedMcpServer,
	ModelPrice,
	OidcClient,
	OidcOptions,
	OrgPluginServer,
	PluginMarketplace,
	PluginMcpServer,
	WorkforceOidcOptions,
	WorkspaceFolder,
} from "./setting-structures.js";

/**
 * Managed keys of Claude Desktop in their native types; every key may be absent.
 * A secret is a reference; it may also stand for text inside an object.
 */
export interface ManagedSettings<Secret = SecretReference> {
	/**
	 * Inference provider; setting it is what puts the app in third-party mode.
	 *
	 * Since 1.2581.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferenceprovider
	 */
	readonly inferenceProvider?: "gateway" | "anthropic" | "bedrock" | "mantle" | "vertex" | "foundry";
	/**
	 * The one way to get a credential; the app falls back to no other.
	 *
	 * Since 1.8555.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencecredentialkind
	 */
	readonly inferenceCredentialKind?:
		| "static"
		| "helper-script"
		| "interactive"
		| "vendor-profile"
		| "workforce"
		| "external-idp";
	/**
	 * Headers added to every inference request, by name; not meant for credentials.
	 *
	 * Since 1.8089.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencecustomheaders
	 */
	readonly inferenceCustomHeaders?: Readonly<Record<string, string | Secret>>;
	/**
	 * How long a sign-in lasts, in seconds, before users are asked to sign in again.
	 *
	 * Since 1.14271.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencesessionlifetimesec
	 */
	readonly inferenceSessionLifetimeSec?: number;
	/**
	 * Absolute path of a program that prints the inference credential.
	 *
	 * Since 1.2581.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencecredentialhelper
	 */
	readonly inferenceCredentialHelper?: string;
	/**
	 * Absolute path of the credential helper on Windows, in place of inferenceCredentialHelper.
	 *
	 * Since 2.2553.0; read on windows.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencecredentialhelperwindows
	 */
	readonly inferenceCredentialHelperWindows?: string;
	/**
	 * Arguments of the credential helper, in order; other users of the device can read them.
	 *
	 * Since 2.110.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencecredentialhelperargs
	 */
	readonly inferenceCredentialHelperArgs?: readonly string[];
	/**
	 * How long the helper's credential is kept, in seconds; 120 or less is not checked on every turn.
	 *
	 * Since 1.2581.0.
	 * @default 3600
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencecredentialhelperttlsec
	 */
	readonly inferenceCredentialHelperTtlSec?: number;
	/**
	 * How long the helper may run, in seconds; within a session never more than 20.
	 *
	 * Since 1.8089.0; 1 to 600.
	 * @default 60
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencecredentialhelpertimeoutsec
	 */
	readonly inferenceCredentialHelperTimeoutSec?: number;
	/**
	 * Whether the app may run the helper again in the background once the credential has expired.
	 *
	 * Since 1.10628.0.
	 * @default true
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencecredentialhelpersilentrefreshenabled
	 */
	readonly inferenceCredentialHelperSilentRefreshEnabled?: boolean;
	/**
	 * HTTP proxy for the app's own traffic.
	 *
	 * Since 1.44121.1; from the device's own configuration alone, never from bootstrap.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#egressproxyurl
	 */
	readonly egressProxyUrl?: string;
	/**
	 * Address of a proxy auto-configuration file for the app's own traffic; goes before egressProxyUrl.
	 *
	 * Since 1.44121.1; from the device's own configuration alone, never from bootstrap.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#egressproxypacurl
	 */
	readonly egressProxyPacUrl?: string;
	/**
	 * Whether the network of the Cowork VM has IPv6.
	 *
	 * Since 1.52386.0; read on macos, windows.
	 * @default false
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#coworkvmipv6enabled
	 */
	readonly coworkVmIpv6Enabled?: boolean;
	/**
	 * Address that shows artifact previews in place of www.claudeusercontent.com.
	 *
	 * Since 1.24012.0.
	 * @default - https://www.claudeusercontent.com
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#usercontentrendererurl
	 */
	readonly userContentRendererUrl?: string;
	/**
	 * Key of the Claude API.
	 *
	 * Since 1.8089.0; read on anthropic.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferenceanthropicapikey
	 */
	readonly inferenceAnthropicApiKey?: Secret;
	/**
	 * AWS region of the endpoint.
	 *
	 * Since 1.2581.0; read on bedrock, mantle.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencebedrockregion
	 */
	readonly inferenceBedrockRegion?: string;
	/**
	 * Address in place of the public endpoint: an origin for Bedrock, the full address for Mantle.
	 *
	 * Since 1.2581.0; read on bedrock, mantle.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencebedrockbaseurl
	 */
	readonly inferenceBedrockBaseUrl?: string;
	/**
	 * Service tier asked for with each request; on demand where unset.
	 *
	 * Since 1.5186.0; read on bedrock.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencebedrockservicetier
	 */
	readonly inferenceBedrockServiceTier?: "flex" | "priority";
	/**
	 * Bedrock API key, sent as a bearer token.
	 *
	 * Since 1.2581.0; read on bedrock, mantle.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencebedrockbearertoken
	 */
	readonly inferenceBedrockBearerToken?: Secret;
	/**
	 * Start page of AWS IAM Identity Center for sign-in in the app.
	 *
	 * Since 1.6259.0; read on bedrock.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencebedrockssostarturl
	 */
	readonly inferenceBedrockSsoStartUrl?: string;
	/**
	 * Region of AWS IAM Identity Center.
	 *
	 * Since 1.6259.0; read on bedrock.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencebedrockssoregion
	 */
	readonly inferenceBedrockSsoRegion?: string;
	/**
	 * Account in which signed-in users take a role: 12 digits.
	 *
	 * Since 1.6259.0; read on bedrock.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencebedrockssoaccountid
	 */
	readonly inferenceBedrockSsoAccountId?: string;
	/**
	 * Permission set whose role signed-in users take.
	 *
	 * Since 1.6259.0; read on bedrock.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencebedrockssorolename
	 */
	readonly inferenceBedrockSsoRoleName?: string;
	/**
	 * Named profile of the user's AWS configuration.
	 *
	 * Since 1.2581.0; read on bedrock.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencebedrockprofile
	 */
	readonly inferenceBedrockProfile?: string;
	/**
	 * Absolute path of the folder with the AWS config and credentials files.
	 *
	 * Since 1.2581.0; read on bedrock.
	 * @default - the user's ~/.aws, where no bearer token is set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencebedrockawsdir
	 */
	readonly inferenceBedrockAwsDir?: string;
	/**
	 * Absolute path of the AWS command line that signs in to a profile.
	 *
	 * Since 1.13576.0; read on bedrock.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencebedrockawsclipath
	 */
	readonly inferenceBedrockAwsCliPath?: string;
	/**
	 * Azure AI Foundry resource, from which the endpoint's address is made; needed beside inferenceFoundryBaseUrl too.
	 *
	 * Since 1.2581.0; read on foundry.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencefoundryresource
	 */
	readonly inferenceFoundryResource?: string;
	/**
	 * Full address in place of the resource's endpoint; the app appends /v1/messages.
	 *
	 * Since 2.110.0; read on foundry.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencefoundrybaseurl
	 */
	readonly inferenceFoundryBaseUrl?: string;
	/**
	 * Key of the Foundry resource.
	 *
	 * Since 1.2581.0; read on foundry.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencefoundryapikey
	 */
	readonly inferenceFoundryApiKey?: Secret;
	/**
	 * Entra tenant that users sign in at.
	 *
	 * Since 1.9255.0; read on foundry.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencefoundrytenantid
	 */
	readonly inferenceFoundryTenantId?: string;
	/**
	 * Entra application that users sign in to.
	 *
	 * Since 1.9255.0; read on foundry.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencefoundryclientid
	 */
	readonly inferenceFoundryClientId?: string;
	/**
	 * How sign-in at Entra runs.
	 *
	 * Since 1.19367.0; read on foundry.
	 * @default device-code
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencefoundryauthflow
	 */
	readonly inferenceFoundryAuthFlow?: "device-code" | "browser" | "broker";
	/**
	 * Full address of the gateway; the app appends /v1/messages and /v1/models.
	 *
	 * Since 1.2581.0; read on gateway.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencegatewaybaseurl
	 */
	readonly inferenceGatewayBaseUrl?: string;
	/**
	 * How long a streamed answer may pause, in seconds, before the app gives it up.
	 *
	 * Since 1.44121.1; 300 to 1800; read on gateway.
	 * @default 300
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencestreamidletimeoutsec
	 */
	readonly inferenceStreamIdleTimeoutSec?: number;
	/**
	 * Fixed credential of the gateway.
	 *
	 * Since 1.2581.0; read on gateway.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencegatewayapikey
	 */
	readonly inferenceGatewayApiKey?: Secret;
	/**
	 * Header that carries the gateway's credential.
	 *
	 * Since 1.3036.0; read on gateway.
	 * @default bearer
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencegatewayauthscheme
	 */
	readonly inferenceGatewayAuthScheme?: "bearer" | "x-api-key";
	/**
	 * Identity provider for sign-in at the gateway, in the older spelling.
	 *
	 * Since 1.6889.0; read on gateway.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencegatewayoidc
	 * @deprecated use inferenceIdpOidc, which takes its place from 2.7032.0
	 */
	readonly inferenceGatewayOidc?: OidcOptions<Secret>;
	/**
	 * How sign-in with inferenceGatewayOidc runs, in the older spelling.
	 *
	 * Since 1.25927.0; read on gateway.
	 * @default browser
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencegatewayoidcauthflow
	 * @deprecated use inferenceIdpAuthFlow, which takes its place from 2.7032.0
	 */
	readonly inferenceGatewayOidcAuthFlow?: "browser" | "broker";
	/**
	 * Identity provider for sign-in at the gateway or at Bedrock.
	 *
	 * Since 2.7032.0; read on gateway, bedrock.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferenceidpoidc
	 */
	readonly inferenceIdpOidc?: OidcOptions<Secret>;
	/**
	 * How sign-in with inferenceIdpOidc runs.
	 *
	 * Since 2.7032.0; read on gateway, bedrock.
	 * @default - browser, as for inferenceGatewayOidcAuthFlow
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferenceidpauthflow
	 */
	readonly inferenceIdpAuthFlow?: "browser" | "broker";
	/**
	 * Whether the app asks the provider which models it has; when false, inferenceModels must hold full ids.
	 *
	 * Since 1.8089.0.
	 * @default - discovery where the provider supports it
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#modeldiscoveryenabled
	 */
	readonly modelDiscoveryEnabled?: boolean;
	/**
	 * Whether the variant with a context of one million tokens is preferred where a model has one.
	 *
	 * Since 1.28929.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#modelprefer1mcontext
	 */
	readonly modelPrefer1mContext?: boolean;
	/**
	 * Models of the picker, in order; the first is the default.
	 *
	 * Since 1.2581.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencemodels
	 */
	readonly inferenceModels?: readonly (string | Secret | InferenceModel<Secret>)[];
	/**
	 * Reasoning effort that sessions start with.
	 *
	 * Since 2.110.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#defaultmodeleffort
	 */
	readonly defaultModelEffort?: "low" | "medium" | "high" | "xhigh" | "max";
	/**
	 * Whether new sessions start with the default model rather than the one used last.
	 *
	 * Since 2.110.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#alwaysstartwithdefaultmodel
	 */
	readonly alwaysStartWithDefaultModel?: boolean;
	/**
	 * Whether cost estimates are shown; from 1.44121.1 the other pricing keys need it.
	 *
	 * Since 1.37937.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencemodelpricingenabled
	 */
	readonly inferenceModelPricingEnabled?: boolean;
	/**
	 * Factor on list prices: above 0, at most 1.
	 *
	 * Since 1.37937.0; at most 1.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencemodelpricingmultiplier
	 */
	readonly inferenceModelPricingMultiplier?: number;
	/**
	 * Prices of models per million tokens.
	 *
	 * Since 1.37937.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencemodelpricing
	 */
	readonly inferenceModelPricing?: readonly ModelPrice<Secret>[];
	/**
	 * Whether the app polls Anthropic's model catalog at downloads.claude.ai.
	 *
	 * Since 2.110.0.
	 * @default true
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#modelcatalogenabled
	 */
	readonly modelCatalogEnabled?: boolean;
	/**
	 * Address of the model catalog in place of Anthropic's; http to this machine alone.
	 *
	 * Since 2.110.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#modelcatalogurl
	 */
	readonly modelCatalogUrl?: string;
	/**
	 * Google Cloud project.
	 *
	 * Since 1.2581.0; read on vertex.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencevertexprojectid
	 */
	readonly inferenceVertexProjectId?: string;
	/**
	 * Region, multi-region `eu` or `us`, or `global`.
	 *
	 * Since 1.2581.0; read on vertex.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencevertexregion
	 */
	readonly inferenceVertexRegion?: string;
	/**
	 * Address in place of the public endpoint, such as that of Private Service Connect.
	 *
	 * Since 1.2581.0; read on vertex.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencevertexbaseurl
	 */
	readonly inferenceVertexBaseUrl?: string;
	/**
	 * OAuth client of the desktop kind for sign-in with Google.
	 *
	 * Since 1.2581.0; read on vertex.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencevertexoauthclientid
	 */
	readonly inferenceVertexOAuthClientId?: string;
	/**
	 * Secret of the OAuth client for sign-in with Google.
	 *
	 * Since 1.2581.0; read on vertex.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencevertexoauthclientsecret
	 */
	readonly inferenceVertexOAuthClientSecret?: Secret;
	/**
	 * Scopes of sign-in with Google, separated by spaces.
	 *
	 * Since 1.2581.0; read on vertex.
	 * @default openid email https://www.googleapis.com/auth/cloud-platform
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencevertexoauthscopes
	 */
	readonly inferenceVertexOAuthScopes?: string;
	/**
	 * Account proposed at sign-in with Google; {username} stands for the user's name on the device.
	 *
	 * Since 1.12603.0; read on vertex.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencevertexoauthloginhint
	 */
	readonly inferenceVertexOAuthLoginHint?: string;
	/**
	 * Audience of Workforce Identity Federation.
	 *
	 * Since 1.10628.0; read on vertex.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencevertexworkforceaudience
	 */
	readonly inferenceVertexWorkforceAudience?: string;
	/**
	 * Project that pays for requests with workforce credentials.
	 *
	 * Since 1.10628.0; read on vertex.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencevertexworkforceuserproject
	 */
	readonly inferenceVertexWorkforceUserProject?: string;
	/**
	 * How sign-in for workforce federation runs.
	 *
	 * Since 1.25927.0; read on vertex.
	 * @default - browser, as for inferenceGatewayOidcAuthFlow
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencevertexworkforceauthflow
	 */
	readonly inferenceVertexWorkforceAuthFlow?: "browser" | "broker";
	/**
	 * Identity provider behind the workforce pool.
	 *
	 * Since 1.10628.0; read on vertex.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencevertexworkforceoidc
	 */
	readonly inferenceVertexWorkforceOidc?: WorkforceOidcOptions<Secret>;
	/**
	 * Absolute path of a file with service-account or application-default credentials.
	 *
	 * Since 1.2581.0; read on vertex.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencevertexcredentialsfile
	 */
	readonly inferenceVertexCredentialsFile?: string;
	/**
	 * Takes away the choice of signing in to claude.ai: the app starts in third-party mode.
	 *
	 * Since 1.3834.0.
	 * @default false
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#disabledeploymentmodechooser
	 */
	readonly disableDeploymentModeChooser?: boolean;
	/**
	 * Keeps the app from registering claude:// links.
	 *
	 * Since 1.6889.0.
	 * @default false
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#disabledeeplinkregistration
	 */
	readonly disableDeepLinkRegistration?: boolean;
	/**
	 * Whether there is a Chat tab.
	 *
	 * Since 1.13576.0.
	 * @default false
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#chattabenabled
	 */
	readonly chatTabEnabled?: boolean;
	/**
	 * Whether Chat may run code on uploaded files.
	 *
	 * Since 1.14271.0.
	 * @default false
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#chatadvancedfileanalysisenabled
	 */
	readonly chatAdvancedFileAnalysisEnabled?: boolean;
	/**
	 * Whether there is a Code tab.
	 *
	 * Since 1.2581.0.
	 * @default true
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#isclaudecodefordesktopenabled
	 */
	readonly isClaudeCodeForDesktopEnabled?: boolean;
	/**
	 * Hosts that Code sessions may reach by SSH (beta); *.x covers x itself too, * every host.
	 *
	 * Since 1.40609.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#sshhostallowlist
	 */
	readonly sshHostAllowlist?: readonly string[];
	/**
	 * Absolute path of the SSH client of Code sessions (beta); on Windows a native .exe.
	 *
	 * Since 1.46388.1.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#sshclientpath
	 */
	readonly sshClientPath?: string;
	/**
	 * SSH implementation of Code sessions (beta).
	 *
	 * Since 1.52386.0.
	 * @default - auto, assumed
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#sshtransport
	 */
	readonly sshTransport?: "auto" | "system-openssh" | "builtin";
	/**
	 * Whether there is a Cowork tab; it comes back where all three tabs are off.
	 *
	 * Since 1.9659.0.
	 * @default true
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#coworktabenabled
	 */
	readonly coworkTabEnabled?: boolean;
	/**
	 * Whether there is a built-in browser.
	 *
	 * Since 2.2553.0.
	 * @default false
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#builtinbrowserenabled
	 */
	readonly builtinBrowserEnabled?: boolean;
	/**
	 * What happens to domains on neither list; the app reads a value it does not know as block.
	 *
	 * Since 2.2553.0.
	 * @default allow
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#builtinbrowserdefaultdomainpolicy
	 */
	readonly builtinBrowserDefaultDomainPolicy?: "allow" | "block";
	/**
	 * Domains the built-in browser may open; a plain host covers its www. form too.
	 *
	 * Since 2.2553.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#builtinbrowseralloweddomains
	 */
	readonly builtinBrowserAllowedDomains?: readonly string[];
	/**
	 * Domains the built-in browser may not open; * stands for every domain.
	 *
	 * Since 2.2553.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#builtinbrowserblockeddomains
	 */
	readonly builtinBrowserBlockedDomains?: readonly string[];
	/**
	 * Whether users may add plugin marketplaces of their own.
	 *
	 * Since 1.37937.0.
	 * @default true
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#userpluginmarketplacesenabled
	 */
	readonly userPluginMarketplacesEnabled?: boolean;
	/**
	 * Whether users may upload plugins.
	 *
	 * Since 1.37937.0.
	 * @default true
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#userpluginuploadsenabled
	 */
	readonly userPluginUploadsEnabled?: boolean;
	/**
	 * Built-in tools that are taken away, or scoped rules such as Bash(curl *).
	 *
	 * Since 1.2581.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#disabledbuiltintools
	 */
	readonly disabledBuiltinTools?: readonly string[];
	/**
	 * Takes away the skills that come with the app.
	 *
	 * Since 1.15962.0.
	 * @default - false, inferred
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#disablebundledskills
	 */
	readonly disableBundledSkills?: boolean;
	/**
	 * Whether users may create skills.
	 *
	 * Since 1.25927.0.
	 * @default true
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#skillcreationenabled
	 */
	readonly skillCreationEnabled?: boolean;
	/**
	 * Whether there are scheduled tasks.
	 *
	 * Since 2.110.0.
	 * @default true
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#scheduledtasksenabled
	 */
	readonly scheduledTasksEnabled?: boolean;
	/**
	 * Whether the app may keep the device awake.
	 *
	 * Since 2.7032.0.
	 * @default true
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#keepawakeenabled
	 */
	readonly keepAwakeEnabled?: boolean;
	/**
	 * Whether built-in tools run without asking, by tool name or scoped rule.
	 *
	 * Since 1.8089.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#builtintoolpolicy
	 */
	readonly builtinToolPolicy?: Readonly<Record<string, "allow" | "ask">>;
	/**
	 * Whether auto mode is offered.
	 *
	 * Since 1.10628.0.
	 * @default - from 2.9939.2 offered in Code alone, true adds Cowork; before, false
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#automodeenabled
	 */
	readonly autoModeEnabled?: boolean;
	/**
	 * Takes away the mode that skips permission prompts.
	 *
	 * Since 1.46388.1.
	 * @default - false, inferred
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#disablebypasspermissionsmode
	 */
	readonly disableBypassPermissionsMode?: boolean;
	/**
	 * Whether tools are loaded on demand through tool search.
	 *
	 * Since 1.21459.0.
	 * @default false
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#toolsearchenabled
	 */
	readonly toolSearchEnabled?: boolean;
	/**
	 * Skips the question to api.anthropic.com whether a domain is safe before Code fetches a page.
	 *
	 * Since 1.37937.0.
	 * @default false
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#skipwebfetchpreflight
	 */
	readonly skipWebFetchPreflight?: boolean;
	/**
	 * Folders that users may attach; unset allows every folder, an empty list none.
	 *
	 * Since 1.2581.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#allowedworkspacefolders
	 */
	readonly allowedWorkspaceFolders?: readonly (string | Secret | WorkspaceFolder<Secret>)[];
	/**
	 * Denies reading files outside the attached folders.
	 *
	 * Since 1.46388.1.
	 * @default - false, inferred
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#blockreadsoutsideworkingdirectories
	 */
	readonly blockReadsOutsideWorkingDirectories?: boolean;
	/**
	 * Hosts the agent's shell and web fetch may reach besides inference; *.x leaves x itself out, * ends filtering.
	 *
	 * Since 1.2581.0.
	 * @default - the inference endpoint alone
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#coworkegressallowedhosts
	 */
	readonly coworkEgressAllowedHosts?: readonly string[];
	/**
	 * Keeps the agent loop and its tools inside the VM.
	 *
	 * Since 1.2581.0.
	 * @default false
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#requirecoworkfullvmsandbox
	 * @deprecated the newest reference calls it deprecated
	 */
	readonly requireCoworkFullVmSandbox?: boolean;
	/**
	 * Guidance of the organisation, added to every session.
	 *
	 * Since 1.37937.0; at most 3000 characters.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#organizationinstructions
	 */
	readonly organizationInstructions?: string;
	/**
	 * Import of what a user has on claude.ai.
	 *
	 * Since 1.10628.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#claudeaiimport
	 */
	readonly claudeAiImport?: ClaudeAiImport;
	/**
	 * Whether sign-in with Microsoft goes through the system's broker; required from 1.49585.0, before that like disabled.
	 *
	 * Since 1.19367.0.
	 * @default auto
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#microsoftauthbroker
	 */
	readonly microsoftAuthBroker?: "auto" | "disabled" | "required";
	/**
	 * Whether users may install desktop extensions (.mcpb, .dxt).
	 *
	 * Since 1.2581.0.
	 * @default false; true before 1.19367.0
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#isdesktopextensionenabled
	 */
	readonly isDesktopExtensionEnabled?: boolean;
	/**
	 * Refuses desktop extensions without a trusted signature.
	 *
	 * Since 1.2581.0.
	 * @default false
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#isdesktopextensionsignaturerequired
	 */
	readonly isDesktopExtensionSignatureRequired?: boolean;
	/**
	 * MCP servers that every user gets.
	 *
	 * Since 1.2581.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#managedmcpservers
	 */
	readonly managedMcpServers?: readonly ManagedMcpServer<Secret>[];
	/**
	 * Whether a user's choice to always allow a tool outlasts the session.
	 *
	 * Since 1.24012.9.
	 * @default true
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#mcppersistentalwaysallowenabled
	 */
	readonly mcpPersistentAlwaysAllowEnabled?: boolean;
	/**
	 * How long approvals for scheduled tasks hold, in days; the app reads a bad value as 0.
	 *
	 * Since 2.7032.0; 0 to 3650.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#mcpscheduledtaskapprovallifetimedays
	 */
	readonly mcpScheduledTaskApprovalLifetimeDays?: number;
	/**
	 * Whether users may add local MCP servers of their own.
	 *
	 * Since 1.2581.0.
	 * @default true
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#islocaldevmcpenabled
	 */
	readonly isLocalDevMcpEnabled?: boolean;
	/**
	 * Remote MCP servers that plugins may bring; an empty list allows none.
	 *
	 * Since 2.2553.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#allowedpluginmcpservers
	 */
	readonly allowedPluginMcpServers?: readonly PluginMcpServer<Secret>[];
	/**
	 * Remote MCP servers that plugins may not bring.
	 *
	 * Since 2.16120.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#deniedpluginmcpservers
	 */
	readonly deniedPluginMcpServers?: readonly PluginMcpServer<Secret>[];
	/**
	 * How long a call of an MCP tool may take, in seconds.
	 *
	 * Since 1.37937.0; 60 to 3600.
	 * @default - 180 in effect
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#mcptooltimeoutsec
	 */
	readonly mcpToolTimeoutSec?: number;
	/**
	 * Lasting id of the organisation, which scopes local data and telemetry; a new one leaves old data behind.
	 *
	 * Since 1.2581.0.
	 * @default - 00000000-0000-4000-8000-000000000001, which every deployment without one shares
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#deploymentorganizationuuid
	 */
	readonly deploymentOrganizationUuid?: string;
	/**
	 * Stops crash and performance reports.
	 *
	 * Since 1.2581.0.
	 * @default false
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#disableessentialtelemetry
	 */
	readonly disableEssentialTelemetry?: boolean;
	/**
	 * Stops product analytics.
	 *
	 * Since 1.2581.0.
	 * @default false
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#disablenonessentialtelemetry
	 */
	readonly disableNonessentialTelemetry?: boolean;
	/**
	 * Stops fetching of site icons and artifact previews.
	 *
	 * Since 1.2581.0.
	 * @default false
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#disablenonessentialservices
	 */
	readonly disableNonessentialServices?: boolean;
	/**
	 * Stops looking for updates and downloading them.
	 *
	 * Since 1.2581.0.
	 * @default false
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#disableautoupdates
	 */
	readonly disableAutoUpdates?: boolean;
	/**
	 * Hours after which a waiting update is installed without asking.
	 *
	 * Since 1.2581.0; 1 to 72.
	 * @default - within 72 hours, once the user is idle
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#autoupdaterenforcementhours
	 */
	readonly autoUpdaterEnforcementHours?: number;
	/**
	 * Takes updates from releases.claude.com.
	 *
	 * Since 1.26832.0.
	 * @default false
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#updateviaupdateshost
	 */
	readonly updateViaUpdatesHost?: boolean;
	/**
	 * Hours after which a running app must restart to take a changed configuration.
	 *
	 * Since 1.40609.0; 0 to 336.
	 * @default 24
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#relaunchenforcementhours
	 */
	readonly relaunchEnforcementHours?: number;
	/**
	 * Minutes between two looks of a running app at its configuration.
	 *
	 * Since 1.46388.1; 2 to 30.
	 * @default 10
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#configrecheckintervalminutes
	 */
	readonly configRecheckIntervalMinutes?: number;
	/**
	 * Base address of the collector; the app appends /v1/logs, /v1/metrics and /v1/traces.
	 *
	 * Since 1.2581.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#otlpendpoint
	 */
	readonly otlpEndpoint?: string;
	/**
	 * Protocol of the export; grpc falls back to http on Windows and behind an HTTP proxy.
	 *
	 * Since 1.2581.0.
	 * @default http/protobuf
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#otlpprotocol
	 */
	readonly otlpProtocol?: "http/protobuf" | "http/json" | "grpc";
	/**
	 * Headers of every export request, by name.
	 *
	 * Since 1.2581.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#otlpheaders
	 */
	readonly otlpHeaders?: Readonly<Record<string, string | Secret>>;
	/**
	 * Whether the collector gets the inference credential too.
	 *
	 * Since 1.30096.1.
	 * @default - none, inferred
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#otlpauthmode
	 */
	readonly otlpAuthMode?: "none" | "inference-credential";
	/**
	 * Absolute path of a program that prints headers for the collector as JSON.
	 *
	 * Since 1.30096.1.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#otlpheadershelper
	 */
	readonly otlpHeadersHelper?: string;
	/**
	 * Resource attributes besides the app's own, by name; may identify people.
	 *
	 * Since 1.5354.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#otlpresourceattributes
	 */
	readonly otlpResourceAttributes?: Readonly<Record<string, string | Secret>>;
	/**
	 * Least severe level of the app's own log records in the export.
	 *
	 * Since 1.9255.0.
	 * @default error
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#otlpdesktoploglevel
	 */
	readonly otlpDesktopLogLevel?: "off" | "error" | "warn" | "info" | "debug";
	/**
	 * Kinds of content in the export.
	 *
	 * Since 1.15962.0.
	 * @default - no content
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#otlpcontentcapture
	 */
	readonly otlpContentCapture?: readonly (
		| "userPrompts"
		| "assistantResponses"
		| "toolDetails"
		| "toolContent"
		| "rawApiBodies"
	)[];
	/**
	 * Whether traces are exported (beta).
	 *
	 * Since 1.22209.0.
	 * @default - false, inferred
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#otlptracesenabled
	 */
	readonly otlpTracesEnabled?: boolean;
	/**
	 * Days that Chat sessions stay on the device.
	 *
	 * Since 1.52386.0; 1 to 3650.
	 * @default - kept without limit
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#chatsessionretentiondays
	 */
	readonly chatSessionRetentionDays?: number;
	/**
	 * Days that Cowork sessions stay on the device.
	 *
	 * Since 1.52386.0; 1 to 3650.
	 * @default - kept without limit
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#coworksessionretentiondays
	 */
	readonly coworkSessionRetentionDays?: number;
	/**
	 * Days that Code sessions stay on the device.
	 *
	 * Since 1.52386.0; 1 to 3650.
	 * @default - kept without limit
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#codesessionretentiondays
	 */
	readonly codeSessionRetentionDays?: number;
	/**
	 * Keeps sessions from being deleted, as for a legal hold.
	 *
	 * Since 1.52386.0.
	 * @default - false, inferred
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#sessionretentionhold
	 */
	readonly sessionRetentionHold?: boolean;
	/**
	 * Tokens a device may use in one window, input and output together; with inferenceTokenWindowHours.
	 *
	 * Since 1.2581.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencemaxtokensperwindow
	 */
	readonly inferenceMaxTokensPerWindow?: number;
	/**
	 * Hours that a token window lasts; with inferenceMaxTokensPerWindow.
	 *
	 * Since 1.2581.0; 1 to 720.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#inferencetokenwindowhours
	 */
	readonly inferenceTokenWindowHours?: number;
	/**
	 * Whether OpenTelemetry records name the user.
	 *
	 * Since 1.25927.0.
	 * @default true
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#enduserattribution
	 */
	readonly endUserAttribution?: boolean;
	/**
	 * Name of the organisation in the app.
	 *
	 * Since 1.24012.0; at most 60 characters.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#deploymentdisplayname
	 */
	readonly deploymentDisplayName?: string;
	/**
	 * Line below deploymentDisplayName.
	 *
	 * Since 1.24012.0; at most 60 characters.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#deploymentdisplaysubtitle
	 */
	readonly deploymentDisplaySubtitle?: string;
	/**
	 * Hides warnings about deprecated configuration.
	 *
	 * Since 1.40609.0.
	 * @default - false, inferred
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#disableconfigdeprecationwarnings
	 */
	readonly disableConfigDeprecationWarnings?: boolean;
	/**
	 * Hides announcements of features.
	 *
	 * Since 1.21459.0.
	 * @default false
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#disablefeaturediscovery
	 */
	readonly disableFeatureDiscovery?: boolean;
	/**
	 * Banner across the window.
	 *
	 * Since 1.7196.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#banner
	 */
	readonly banner?: Banner<Secret>;
	/**
	 * Permissions for the tools of MCP servers that organisation plugins bring; the app blocks all where it cannot read it.
	 *
	 * Since 1.8089.0.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#orgpluginsettings
	 */
	readonly orgPluginSettings?: readonly OrgPluginServer<Secret>[];
	/**
	 * Plugin marketplaces that users may use or that are installed for them.
	 *
	 * Since 1.17377.1.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#allowedpluginmarketplaces
	 */
	readonly allowedPluginMarketplaces?: readonly PluginMarketplace<Secret>[];
	/**
	 * Whether the app fetches bootstrapUrl.
	 *
	 * Since 1.10628.0; from the device's own configuration alone, never from bootstrap.
	 * @default true
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#bootstrapenabled
	 */
	readonly bootstrapEnabled?: boolean;
	/**
	 * Address that serves the configuration of the signed-in user.
	 *
	 * Since 1.10628.0; from the device's own configuration alone, never from bootstrap.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#bootstrapurl
	 */
	readonly bootstrapUrl?: string;
	/**
	 * Identity provider for sign-in before the configuration is fetched.
	 *
	 * Since 1.10628.0; from the device's own configuration alone, never from bootstrap.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#bootstrapoidc
	 */
	readonly bootstrapOidc?: OidcClient<Secret>;
	/**
	 * Headers of the request for the configuration, by name.
	 *
	 * Since 1.32885.1; from the device's own configuration alone, never from bootstrap.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#bootstrapheaders
	 */
	readonly bootstrapHeaders?: Readonly<Record<string, string | Secret>>;
	/**
	 * Absolute path of a program that prints headers for the request as JSON.
	 *
	 * Since 1.32885.1; from the device's own configuration alone, never from bootstrap.
	 * @default - not set
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#bootstrapheadershelper
	 */
	readonly bootstrapHeadersHelper?: string;
	/**
	 * Takes sensitive keys from the server without asking the user.
	 *
	 * Since 1.26832.0; from the device's own configuration alone, never from bootstrap.
	 * @default false
	 * @see https://claude.com/docs/third-party/claude-desktop/configuration#trustbootstrapdelivery
	 */
	readonly trustBootstrapDelivery?: boolean;
}
