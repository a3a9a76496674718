/** What decides which key a name of the inference cluster stands for. */
export interface NestedRoute {
	readonly provider: string;
	/** Of the credential. */
	readonly kind: string;
}

/** Names that stand for one key whatever the route, by where they stand. */
const plain: Readonly<Record<string, string>> = {
	"inference.provider": "inferenceProvider",
	"inference.customHeaders": "inferenceCustomHeaders",
	"inference.sessionLifetimeSec": "inferenceSessionLifetimeSec",
	"inference.projectId": "inferenceVertexProjectId",
	"inference.resource": "inferenceFoundryResource",
	"inference.serviceTier": "inferenceBedrockServiceTier",
	"inference.credential.kind": "inferenceCredentialKind",
	"inference.credential.bearerToken": "inferenceBedrockBearerToken",
	"inference.credential.authScheme": "inferenceGatewayAuthScheme",
	"inference.credential.command": "inferenceCredentialHelper",
	"inference.credential.ttlSec": "inferenceCredentialHelperTtlSec",
	"inference.credential.timeoutSec": "inferenceCredentialHelperTimeoutSec",
	"inference.credential.silentRefreshEnabled": "inferenceCredentialHelperSilentRefreshEnabled",
	"inference.credential.profile": "inferenceBedrockProfile",
	"inference.credential.awsDir": "inferenceBedrockAwsDir",
	"inference.credential.awsCliPath": "inferenceBedrockAwsCliPath",
	"inference.credential.awsEnv.profile": "inferenceBedrockProfile",
	"inference.credential.awsEnv.awsDir": "inferenceBedrockAwsDir",
	"inference.credential.awsEnv.awsCliPath": "inferenceBedrockAwsCliPath",
	"inference.credential.ssoStartUrl": "inferenceBedrockSsoStartUrl",
	"inference.credential.ssoRegion": "inferenceBedrockSsoRegion",
	"inference.credential.ssoAccountId": "inferenceBedrockSsoAccountId",
	"inference.credential.ssoRoleName": "inferenceBedrockSsoRoleName",
	"inference.credential.clientSecret": "inferenceVertexOAuthClientSecret",
	"inference.credential.scopes": "inferenceVertexOAuthScopes",
	"inference.credential.loginHint": "inferenceVertexOAuthLoginHint",
	"inference.credential.audience": "inferenceVertexWorkforceAudience",
	"inference.credential.userProject": "inferenceVertexWorkforceUserProject",
	"inference.credential.credentialsFile": "inferenceVertexCredentialsFile",
	"inference.credential.tenantId": "inferenceFoundryTenantId",
	"models.discoveryEnabled": "modelDiscoveryEnabled",
	"models.list": "inferenceModels",
	"otlp.endpoint": "otlpEndpoint",
	"otlp.protocol": "otlpProtocol",
	"otlp.headers": "otlpHeaders",
	"otlp.resourceAttributes": "otlpResourceAttributes",
	"otlp.desktopLogLevel": "otlpDesktopLogLevel",
	"otlp.contentCapture": "otlpContentCapture",
	"otlp.tracesEnabled": "otlpTracesEnabled",
	"telemetry.orgUuid": "deploymentOrganizationUuid",
	"telemetry.disableEssential": "disableEssentialTelemetry",
	"telemetry.disableNonessential": "disableNonessentialTelemetry",
	"telemetry.disableNonessentialServices": "disableNonessentialServices",
	"tokenLimits.maxPerWindow": "inferenceMaxTokensPerWindow",
	"tokenLimits.windowHours": "inferenceTokenWindowHours",
	"coworkSurface.enabled": "coworkTabEnabled",
	"codeSurface.enabled": "isClaudeCodeForDesktopEnabled",
	"chatSurface.enabled": "chatTabEnabled",
	"chatSurface.advancedFileAnalysis": "chatAdvancedFileAnalysisEnabled",
	"extensions.enabled": "isDesktopExtensionEnabled",
	"extensions.signatureRequired": "isDesktopExtensionSignatureRequired",
	"autoUpdate.disabled": "disableAutoUpdates",
	"autoUpdate.enforcementHours": "autoUpdaterEnforcementHours",
	"autoUpdate.viaUpdatesHost": "updateViaUpdatesHost",
	"featureDiscovery.disabled": "disableFeatureDiscovery",
	"bootstrap.enabled": "bootstrapEnabled",
	"bootstrap.url": "bootstrapUrl",
	"bootstrap.oidc": "bootstrapOidc",
	"bootstrap.trustBootstrapDelivery": "trustBootstrapDelivery",
	"plugins.settings": "orgPluginSettings",
	"plugins.marketplaces": "allowedPluginMarketplaces",
	"plugins.remoteUrl": "organizationPluginsUrl",
	"mcp.managedServers": "managedMcpServers",
	"mcp.persistentAlwaysAllowEnabled": "mcpPersistentAlwaysAllowEnabled",
	"mcp.localStdioEnabled": "isLocalDevMcpEnabled",
	"workspace.disabledBuiltinTools": "disabledBuiltinTools",
	"workspace.disableBundledSkills": "disableBundledSkills",
	"workspace.skillCreationEnabled": "skillCreationEnabled",
	"workspace.builtinToolPolicy": "builtinToolPolicy",
	"workspace.autoModeEnabled": "autoModeEnabled",
	"workspace.toolSearchEnabled": "toolSearchEnabled",
	"workspace.allowedFolders": "allowedWorkspaceFolders",
	"workspace.allowedEgressHosts": "coworkEgressAllowedHosts",
	"workspace.requireFullVmSandbox": "requireCoworkFullVmSandbox",
	"workspace.endUserAttribution": "endUserAttribution",
	"workspace.userContentRendererUrl": "userContentRendererUrl",
	"authentication.disableDeepLinks": "disableDeepLinkRegistration",
	"authentication.disableClaudeAiSignIn": "disableDeploymentModeChooser",
	"authentication.microsoftAuthBroker": "microsoftAuthBroker",
	"appearance.deploymentDisplayName": "deploymentDisplayName",
	"appearance.deploymentDisplaySubtitle": "deploymentDisplaySubtitle",
	claudeAiImport: "claudeAiImport",
	banner: "banner",
};

/** Names that stand for a key of the route, by where they stand and the provider. */
const ofProvider: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	"inference.region": {
		bedrock: "inferenceBedrockRegion",
		mantle: "inferenceBedrockRegion",
		vertex: "inferenceVertexRegion",
	},
	"inference.baseUrl": {
		gateway: "inferenceGatewayBaseUrl",
		bedrock: "inferenceBedrockBaseUrl",
		mantle: "inferenceBedrockBaseUrl",
		vertex: "inferenceVertexBaseUrl",
		foundry: "inferenceFoundryBaseUrl",
	},
	"inference.credential.apiKey": {
		gateway: "inferenceGatewayApiKey",
		anthropic: "inferenceAnthropicApiKey",
		foundry: "inferenceFoundryApiKey",
	},
	"inference.credential.clientId": { vertex: "inferenceVertexOAuthClientId", foundry: "inferenceFoundryClientId" },
	"inference.credential.awsEnv.region": { bedrock: "inferenceBedrockRegion", mantle: "inferenceBedrockRegion" },
};

/** Names that stand for a key of the way to sign in, by where they stand and then the kind of credential, or the provider. */
const ofKind: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	"inference.credential.oidc": {
		"external-idp": "inferenceIdpOidc",
		workforce: "inferenceVertexWorkforceOidc",
		gateway: "inferenceGatewayOidc",
	},
	"inference.credential.authFlow": {
		"external-idp": "inferenceIdpAuthFlow",
		workforce: "inferenceVertexWorkforceAuthFlow",
		gateway: "inferenceGatewayOidcAuthFlow",
		foundry: "inferenceFoundryAuthFlow",
	},
};

/** The managed key that a name of the nested form stands for; undefined where none is known. */
export function flatName(path: readonly string[], { provider, kind }: NestedRoute): string | undefined {
	const name = path.join(".");
	return (
		member(plain, name) ??
		member(ofProvider[name], provider) ??
		member(ofKind[name], kind) ??
		member(ofKind[name], provider)
	);
}

function member(names: Readonly<Record<string, string>> | undefined, name: string): string | undefined {
	return names && Object.hasOwn(names, name) ? names[name] : undefined;
}
