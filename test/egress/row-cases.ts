import type { JsonObject, JsonValue } from "../../src/json.js";
import type { Circumstances } from "../support/configuration.js";

/** Settings under which a row holds, or does not. */
export interface RowCase {
	readonly settings: JsonObject;
	readonly circumstances?: Circumstances;
}

/** How a row of the table is shown: where it holds, and where it does not. */
export interface RowProof {
	readonly holds: readonly RowCase[];
	/** As `host` or `host:port`. @default those of the table, which are the same for every deployment */
	readonly hosts?: readonly string[];
	/** None where nothing but version, platform or route can end the row. */
	readonly not: readonly RowCase[];
}

const on = (settings: JsonObject, circumstances: Circumstances = {}): RowCase => ({ settings, circumstances });
const gateway = { inferenceProvider: "gateway", inferenceGatewayBaseUrl: "https://llm.example.com" };
const anthropic = { inferenceProvider: "anthropic" };
const bedrock = { inferenceProvider: "bedrock", inferenceBedrockRegion: "eu-central-1" };
const profile = { ...bedrock, inferenceCredentialKind: "vendor-profile", inferenceBedrockProfile: "claude" };
const token = { ...bedrock, inferenceCredentialKind: "static" };
const identityCenter = {
	...bedrock,
	inferenceCredentialKind: "interactive",
	inferenceBedrockSsoRegion: "eu-west-1",
	inferenceBedrockSsoStartUrl: "https://example.awsapps.com/start",
};
const government = { ...token, inferenceBedrockRegion: "us-gov-west-1" };
const ownBedrock = { inferenceBedrockBaseUrl: "https://proxy.example.com:8443" };
const mantle = { inferenceProvider: "mantle", inferenceBedrockRegion: "us-east-1" };
const vertex = {
	inferenceProvider: "vertex",
	inferenceVertexRegion: "us-east5",
	inferenceCredentialKind: "interactive",
};
const workforce = {
	...vertex,
	inferenceCredentialKind: "workforce",
	inferenceVertexWorkforceOidc: { clientId: "c", issuer: "https://idp.example.com" },
};
const ownVertex = { inferenceVertexBaseUrl: "https://psc.example.com" };
const foundry = {
	inferenceProvider: "foundry",
	inferenceFoundryResource: "Contoso",
	inferenceCredentialKind: "static",
};
const entra = { ...foundry, inferenceCredentialKind: "interactive", inferenceFoundryTenantId: "t" };
const issuer = (host: string): JsonObject => ({ clientId: "c", issuer: `https://${host}` });
const endpoints = {
	clientId: "c",
	authorizationUrl: "https://login.example.com/a",
	tokenUrl: "https://token.example.com:8443/t",
};
const server = (entry: JsonObject): JsonObject => ({ managedMcpServers: [{ name: "s", ...entry }] });
const remote = (oauth?: JsonValue): JsonObject =>
	server({ transport: "http", url: "https://mcp.example.com/x", ...(oauth !== undefined && { oauth }) });
const marketplace = (entry: JsonObject): JsonObject => ({ allowedPluginMarketplaces: [entry] });
const bootstrap = { bootstrapUrl: "https://boot.example.com/configuration" };
const offline: Circumstances = { installer: "offline", platforms: ["macos", "windows"] };
const linux: Circumstances = { platforms: ["linux"] };

const essential: RowProof = {
	holds: [on({ disableEssentialTelemetry: false }), on({})],
	not: [on({ disableEssentialTelemetry: true })],
};
const nonessential: RowProof = {
	holds: [on({ disableNonessentialTelemetry: false }), on({})],
	not: [on({ disableNonessentialTelemetry: true })],
};
const services: RowProof = {
	holds: [on({ disableNonessentialServices: false }), on({})],
	not: [on({ disableNonessentialServices: true })],
};
const search = (provider: string): RowProof => ({
	holds: [on(server({ server: "websearch", provider }))],
	not: [
		on(server({ server: "websearch", provider: "other" })),
		on({ ...server({ server: "websearch", provider }), disabledBuiltinTools: ["WebSearch"] }),
		on(server({ server: "microsoft365" })),
	],
});
const microsoft = (azureCloud: string): RowProof => ({
	holds: [on(server({ server: "microsoft365", azureCloud }))],
	not: [on(server({ server: "microsoft365", azureCloud: "other" })), on(server({ server: "websearch" }))],
});

/** By the row's id. */
export const rowCases: Readonly<Record<string, RowProof>> = {
	"vm-bundle": {
		holds: [on({}), on({}, { installer: "offline", platforms: ["macos", "linux"] })],
		not: [on({}, offline)],
	},
	"model-catalog": {
		holds: [on({ modelCatalogEnabled: true }), on({})],
		not: [on({ modelCatalogEnabled: false }), on({ modelCatalogUrl: "https://models.example.com/c.json" })],
	},
	"model-catalog-mirror": {
		holds: [on({ modelCatalogUrl: "https://models.example.com:8443/c.json" })],
		hosts: ["models.example.com:8443"],
		not: [on({}), on({ modelCatalogUrl: "https://models.example.com/c.json", modelCatalogEnabled: false })],
	},
	"updates-feed": {
		holds: [on({ disableAutoUpdates: false }), on({})],
		not: [on({ disableAutoUpdates: true }), on({ updateViaUpdatesHost: true })],
	},
	"updates-binaries": {
		holds: [on({}), on({ updateViaUpdatesHost: true })],
		not: [on({ disableAutoUpdates: true })],
	},
	"updates-host": {
		holds: [on({ updateViaUpdatesHost: true })],
		not: [on({}), on({ updateViaUpdatesHost: true, disableAutoUpdates: true })],
	},
	"updates-apt": { holds: [on({}, linux), on({ disableAutoUpdates: true }, linux)], not: [] },
	"web-fetch-preflight": {
		holds: [on({}), on({ skipWebFetchPreflight: false, disabledBuiltinTools: ["Bash"] })],
		not: [
			on({ skipWebFetchPreflight: true }),
			// Apps of the fleet that do not know the switch count as those that do.
			on({ skipWebFetchPreflight: true }, { oldest: "1.26832.0", newest: "1.37936.0" }),
			on({ disabledBuiltinTools: ["WebFetch"] }),
			on({ isClaudeCodeForDesktopEnabled: false }),
		],
	},
	"claude-ai-import": {
		holds: [on({ claudeAiImport: { enabled: true } })],
		not: [on({ claudeAiImport: { enabled: false } }), on({})],
	},
	"claude-ai-import-download": {
		holds: [on({ claudeAiImport: { enabled: true } })],
		not: [on({ claudeAiImport: { enabled: false } }), on({})],
	},
	"browser-safety-check": {
		holds: [on({ builtinBrowserEnabled: true })],
		not: [on({ builtinBrowserEnabled: false }), on({}), on({ updateViaUpdatesHost: true })],
	},
	sentry: essential,
	"datadog-us5": essential,
	"datadog-regions": essential,
	"performance-timings-claude-ai": essential,
	"analytics-events": nonessential,
	"analytics-segment": {
		...nonessential,
		not: nonessential.not.map(({ settings }) => on(settings, { oldest: "1.2581.0" })),
	},
	"code-usage-telemetry": {
		holds: [on(gateway), on({ ...gateway, inferenceGatewayAuthScheme: "bearer" }), on(token)],
		not: [
			on({ ...gateway, disableNonessentialTelemetry: true }),
			on({ ...gateway, inferenceGatewayAuthScheme: "x-api-key" }),
		],
	},
	"code-usage-telemetry-gateway-key": {
		holds: [on({ ...gateway, inferenceGatewayAuthScheme: "x-api-key" })],
		not: [
			on(
				{ ...gateway, inferenceGatewayAuthScheme: "x-api-key", disableNonessentialTelemetry: true },
				{ oldest: "1.26832.0" },
			),
			on(gateway, { oldest: "1.26832.0" }),
		],
	},
	"open-telemetry": {
		holds: [on({ otlpEndpoint: "https://otel.example.com:4318" })],
		hosts: ["otel.example.com:4318"],
		not: [on({}), on({ otlpEndpoint: "http://localhost:4318" })],
	},
	"connector-directory": { ...services, not: services.not.map(({ settings }) => on(settings, { oldest: "1.2581.0" })) },
	"connector-icons": services,
	"artifact-frame": {
		holds: [on({})],
		not: [...services.not, on({ userContentRendererUrl: "https://frame.example.com" })],
	},
	"artifact-frame-own": {
		holds: [on({ userContentRendererUrl: "https://frame.example.com/any/path" })],
		hosts: ["frame.example.com"],
		not: [on({}), on({ userContentRendererUrl: "https://frame.example.com", disableNonessentialServices: true })],
	},
	"artifact-assets": services,
	"mcp-apps": services,
	"mcp-apps-fonts": services,
	"spell-check-always": { holds: [on({}, linux), on({ disableNonessentialServices: true }, linux)], not: [] },
	"spell-check": {
		holds: [on({}, linux)],
		not: [on({ disableNonessentialServices: true }, linux)],
	},
	gateway: {
		holds: [on({ ...gateway, inferenceGatewayBaseUrl: "https://llm.example.com:8443/v1" })],
		hosts: ["llm.example.com:8443"],
		not: [on(token), on({ ...gateway, inferenceGatewayBaseUrl: "http://127.0.0.1:4000" })],
	},
	"claude-api": { holds: [on(anthropic)], not: [on(gateway)] },
	"claude-api-sign-in": {
		holds: [on({ ...anthropic, inferenceCredentialKind: "interactive" }), on(anthropic)],
		not: [
			on({ ...anthropic, inferenceCredentialKind: "static" }),
			on({ ...anthropic, inferenceCredentialKind: "helper-script" }),
			on(gateway),
		],
	},
	"claude-api-sign-in-listed": {
		holds: [
			on({ ...anthropic, inferenceCredentialKind: "static" }),
			on({ ...anthropic, inferenceCredentialKind: "helper-script" }),
		],
		not: [on({ ...anthropic, inferenceCredentialKind: "interactive" })],
	},
	bedrock: {
		holds: [on(token)],
		hosts: ["bedrock-runtime.eu-central-1.amazonaws.com"],
		not: [on({ ...token, ...ownBedrock }), on(government)],
	},
	"bedrock-fips": {
		holds: [on(government)],
		hosts: ["bedrock-runtime-fips.us-gov-west-1.amazonaws.com"],
		not: [on({ ...government, ...ownBedrock }), on(token)],
	},
	"bedrock-gov-older": {
		holds: [on(government)],
		hosts: ["bedrock-runtime.us-gov-west-1.amazonaws.com"],
		not: [
			on({ ...government, ...ownBedrock }, { oldest: "1.2581.0" }),
			on(token, { oldest: "1.2581.0", newest: "1.26831.0" }),
		],
	},
	"bedrock-base-url": {
		holds: [on({ ...token, ...ownBedrock }), on({ ...mantle, ...ownBedrock })],
		hosts: ["proxy.example.com:8443"],
		not: [on(token), on(mantle)],
	},
	"bedrock-control": {
		holds: [on(token), on({ ...token, ...ownBedrock }), on(profile)],
		hosts: ["bedrock.eu-central-1.amazonaws.com"],
		not: [on(government), on(mantle)],
	},
	"bedrock-control-fips": {
		holds: [on(government), on({ ...government, ...ownBedrock })],
		hosts: ["bedrock-fips.us-gov-west-1.amazonaws.com"],
		not: [on(token)],
	},
	"bedrock-control-gov-older": {
		holds: [on(government)],
		hosts: ["bedrock.us-gov-west-1.amazonaws.com"],
		not: [on(token, { oldest: "1.2581.0", newest: "1.26831.0" })],
	},
	"bedrock-sts-profile": {
		holds: [on(profile)],
		hosts: ["sts.amazonaws.com", "sts.eu-central-1.amazonaws.com"],
		not: [on(token), on(identityCenter), on({ ...bedrock, inferenceCredentialKind: "helper-script" })],
	},
	"bedrock-sts-other": {
		holds: [
			on(identityCenter),
			on({ ...bedrock, inferenceCredentialKind: "helper-script" }),
			on({ ...bedrock, ...ownBedrock, inferenceCredentialKind: "external-idp" }),
		],
		hosts: ["sts.amazonaws.com", "sts.eu-central-1.amazonaws.com"],
		not: [on(token), on(profile)],
	},
	"bedrock-sso-profile": {
		holds: [
			on(profile),
			on({ ...profile, inferenceBedrockRegion: "us-east-1" }, { hints: { awsSsoRegion: "eu-central-1" } }),
		],
		hosts: ["portal.sso.eu-central-1.amazonaws.com", "oidc.eu-central-1.amazonaws.com"],
		not: [on(token), on(identityCenter)],
	},
	"bedrock-sso": {
		holds: [on(identityCenter)],
		hosts: ["portal.sso.eu-west-1.amazonaws.com", "oidc.eu-west-1.amazonaws.com"],
		not: [on(profile), on({ ...identityCenter, inferenceCredentialKind: "static" })],
	},
	"bedrock-sso-inference-region": {
		holds: [on(identityCenter), on({ ...bedrock, inferenceCredentialKind: "helper-script" })],
		hosts: ["portal.sso.eu-central-1.amazonaws.com", "oidc.eu-central-1.amazonaws.com"],
		not: [on(token), on(profile)],
	},
	"bedrock-start-page": {
		holds: [on(identityCenter)],
		hosts: ["*.awsapps.com"],
		not: [on({ ...identityCenter, inferenceCredentialKind: "static" }), on(profile)],
	},
	"bedrock-start-page-own": {
		holds: [on({ ...identityCenter, inferenceBedrockSsoStartUrl: "https://sso.example.com/start" })],
		hosts: ["sso.example.com"],
		not: [on({ ...identityCenter, inferenceCredentialKind: "static" }), on(profile)],
	},
	mantle: {
		holds: [on({ ...mantle, inferenceCredentialKind: "helper-script" })],
		hosts: ["bedrock-mantle.us-east-1.api.aws"],
		not: [on({ ...mantle, ...ownBedrock })],
	},
	"vertex-global": {
		holds: [on({ ...vertex, inferenceVertexRegion: "global" })],
		not: [on({ ...vertex, inferenceVertexRegion: "global", ...ownVertex })],
	},
	"vertex-eu": {
		holds: [on({ ...vertex, inferenceVertexRegion: "eu" })],
		not: [on({ ...vertex, inferenceVertexRegion: "eu", ...ownVertex })],
	},
	"vertex-us": {
		holds: [on({ ...vertex, inferenceVertexRegion: "us" })],
		not: [on({ ...vertex, inferenceVertexRegion: "us", ...ownVertex })],
	},
	"vertex-region": {
		holds: [on(vertex)],
		hosts: ["us-east5-aiplatform.googleapis.com"],
		not: [on({ ...vertex, ...ownVertex })],
	},
	"vertex-base-url": {
		holds: [on({ ...vertex, ...ownVertex })],
		hosts: ["psc.example.com"],
		not: [on(vertex)],
	},
	"vertex-auth": {
		holds: [on(vertex), on({ ...vertex, inferenceCredentialKind: "vendor-profile" })],
		not: [on(workforce), on({ ...vertex, inferenceCredentialKind: "helper-script" })],
	},
	"vertex-workforce-sts": { holds: [on(workforce)], not: [on(vertex)] },
	"vertex-auth-workforce": { holds: [on(workforce)], not: [on(vertex)] },
	"vertex-auth-helper": {
		holds: [on({ ...vertex, inferenceCredentialKind: "helper-script" })],
		not: [on(vertex), on(workforce)],
	},
	foundry: {
		holds: [on(foundry)],
		hosts: ["contoso.services.ai.azure.com"],
		not: [on({ ...foundry, inferenceFoundryBaseUrl: "https://ai.example.com/anthropic" })],
	},
	"foundry-base-url": {
		holds: [on({ ...foundry, inferenceFoundryBaseUrl: "https://ai.example.com/anthropic" })],
		hosts: ["ai.example.com"],
		not: [on(foundry)],
	},
	"foundry-entra": { holds: [on(entra)], not: [on(foundry)] },
	"foundry-entra-listed": {
		holds: [on({ ...foundry, inferenceFoundryTenantId: "t" })],
		not: [on(entra), on(foundry)],
	},
	"oidc-gateway": {
		holds: [on({ ...gateway, inferenceGatewayOidc: { ...issuer("idp.example.com"), ...endpoints } })],
		hosts: ["idp.example.com", "login.example.com", "token.example.com:8443"],
		not: [on(gateway)],
	},
	"oidc-idp": {
		holds: [
			on({ ...gateway, inferenceIdpOidc: issuer("idp.example.com") }),
			on({ ...bedrock, ...ownBedrock, inferenceIdpOidc: issuer("idp.example.com") }),
		],
		hosts: ["idp.example.com"],
		not: [on(gateway)],
	},
	"oidc-workforce": {
		holds: [on(workforce)],
		hosts: ["idp.example.com"],
		not: [on({ ...workforce, inferenceCredentialKind: "interactive" })],
	},
	"oidc-google-token": {
		holds: [on(remote({ clientId: "c", authorizationServer: ["accounts.google.com"] }))],
		not: [on({ ...gateway, inferenceGatewayOidc: issuer("idp.example.com") }), on(remote(true))],
	},
	"desktop-extensions": {
		holds: [on({ isDesktopExtensionEnabled: true })],
		not: [on({ isDesktopExtensionEnabled: false }), on({}, { oldest: "1.19367.0" })],
	},
	"user-mcp-python": {
		holds: [on({ isLocalDevMcpEnabled: true }), on({})],
		not: [on({ isLocalDevMcpEnabled: false })],
	},
	"mcp-remote": {
		holds: [on(server({ transport: "sse", url: "https://mcp.example.com:8443/x" }))],
		hosts: ["mcp.example.com:8443"],
		not: [
			on(server({ transport: "stdio", command: "/usr/bin/server" })),
			on(server({ transport: "http", url: "http://127.0.0.1:3845/sse" })),
		],
	},
	"mcp-entra": {
		holds: [on(remote({ tenantId: "t", scope: "s" }))],
		not: [on(remote({ clientId: "c" })), on(remote(true))],
	},
	"mcp-authorization-server": {
		holds: [on(remote({ clientId: "c", authorizationServer: ["https://as.example.com:8443", "other.example.com"] }))],
		hosts: ["as.example.com:8443", "other.example.com"],
		not: [on(remote({ clientId: "c", tenantId: "t", authorizationServer: ["as.example.com"] })), on(remote(true))],
	},
	"mcp-authorization-server-listed": {
		holds: [on(remote({ clientId: "c", tenantId: "t", authorizationServer: ["as.example.com"] }))],
		hosts: ["as.example.com"],
		not: [on(remote({ clientId: "c", authorizationServer: ["as.example.com"] }))],
	},
	"mcp-explicit-endpoints": {
		holds: [on(remote(endpoints))],
		hosts: ["login.example.com", "token.example.com:8443"],
		not: [
			on(remote({ ...endpoints, tenantId: "t" })),
			on(remote({ ...endpoints, authorizationServer: ["as.example.com"] })),
		],
	},
	m365: {
		...microsoft("global"),
		holds: [on(server({ server: "microsoft365" })), on(server({ server: "microsoft365", azureCloud: "global" }))],
	},
	"m365-gov-high": microsoft("us-gov-high"),
	"m365-gov-dod": microsoft("us-gov-dod"),
	"websearch-brave": search("brave"),
	"websearch-tavily": search("tavily"),
	"websearch-exa": search("exa"),
	"websearch-custom": {
		holds: [on(server({ server: "websearch", provider: "custom", customUrl: "https://search.example.com:8443/q" }))],
		hosts: ["search.example.com:8443"],
		not: [
			on({
				...server({ server: "websearch", provider: "custom", customUrl: "https://search.example.com/q" }),
				disabledBuiltinTools: ["WebSearch"],
			}),
			on(server({ server: "websearch", provider: "brave", customUrl: "https://search.example.com/q" })),
		],
	},
	"github-built-in": {
		holds: [on(server({ server: "github" })), on(server({ server: "github", host: "https://github.com" }))],
		not: [on(server({ server: "github", host: "https://ghe.example.com" }))],
	},
	"github-enterprise": {
		holds: [on(server({ server: "github", host: "https://ghe.example.com" }))],
		hosts: ["ghe.example.com"],
		not: [on(server({ server: "github" })), on(server({ server: "github", host: "https://github.com" }))],
	},
	"marketplace-github": {
		holds: [on(marketplace({ source: "github", repo: "example/plugins" }))],
		not: [on(marketplace({ source: "git", url: "https://git.example.com/p.git" }))],
	},
	"marketplace-own": {
		holds: [
			on(marketplace({ source: "git", url: "https://git.example.com:8443/p.git" })),
			on(marketplace({ source: "url", url: "https://git.example.com:8443/m.json" })),
		],
		hosts: ["git.example.com:8443"],
		not: [on(marketplace({ source: "github", repo: "example/plugins" }))],
	},
	"organization-plugins": {
		holds: [on({ organizationPluginsUrl: "https://plugins.example.com/v1" })],
		hosts: ["plugins.example.com"],
		not: [on({ organizationPluginsUrl: "https://plugins.example.com/v1", bootstrapEnabled: false })],
	},
	"agent-sandbox": {
		holds: [on({ coworkEgressAllowedHosts: ["*.example.corp", "pypi.org", "git.example.com:8443", "10.1.2.3"] })],
		hosts: ["*.example.corp", "10.1.2.3", "git.example.com:8443", "pypi.org"],
		not: [on({}), on({ coworkEgressAllowedHosts: ["*", "pypi.org"] }), on({ coworkEgressAllowedHosts: [] })],
	},
	"agent-sandbox-packages": {
		holds: [on({ coworkEgressAllowedHosts: ["*"] })],
		not: [on({}), on({ coworkEgressAllowedHosts: ["pypi.org"] })],
	},
	"ssh-hosts": {
		holds: [on({ sshHostAllowlist: ["build.example.com", "*.dev.example.com", "jump.example.com:2222"] })],
		hosts: ["build.example.com:22", "*.dev.example.com:22", "dev.example.com:22", "jump.example.com:2222"],
		not: [on({}), on({ sshHostAllowlist: [] }), on({ sshHostAllowlist: ["*"] })],
	},
	"ssh-component": {
		holds: [on({ sshHostAllowlist: ["build.example.com"] }), on({ sshHostAllowlist: ["*"] })],
		not: [on({}), on({ sshHostAllowlist: [] }), on({ sshHostAllowlist: ["build.example.com"] }, offline)],
	},
	"ssh-component-offline": {
		holds: [on({ sshHostAllowlist: ["build.example.com"] }, offline)],
		not: [on({ sshHostAllowlist: ["build.example.com"] }), on({ sshHostAllowlist: [] }, offline)],
	},
	bootstrap: {
		holds: [on(bootstrap)],
		hosts: ["boot.example.com"],
		not: [on({ ...bootstrap, bootstrapEnabled: false }), on({})],
	},
	"bootstrap-oidc": {
		holds: [on({ ...bootstrap, bootstrapOidc: issuer("idp.example.com") })],
		hosts: ["idp.example.com"],
		not: [
			on({ ...bootstrap, bootstrapOidc: issuer("idp.example.com"), bootstrapEnabled: false }),
			on({ bootstrapOidc: issuer("idp.example.com") }),
		],
	},
	"egress-proxy": {
		holds: [on({ egressProxyUrl: "http://proxy.example.com:3128" })],
		hosts: ["proxy.example.com:3128"],
		not: [
			on({}),
			on({ egressProxyUrl: "http://proxy.example.com:3128", egressProxyPacUrl: "https://pac.example.com/p" }),
		],
	},
	"egress-proxy-pac": {
		holds: [on({ egressProxyUrl: "http://proxy.example.com:3128", egressProxyPacUrl: "http://pac.example.com/p.pac" })],
		hosts: ["pac.example.com:80"],
		not: [on({ egressProxyUrl: "http://proxy.example.com:3128" })],
	},
};
