/** A name that `settings` does not take although some app or document knows it. */
export interface RefusedName {
	/** Why, and what to do. */
	readonly message: string;
	/** Whether it may stand in `extraSettings`, where nothing is checked. */
	readonly extra: boolean;
	/** The key that has the same values, where the name is an older spelling of one. */
	readonly newerName?: string;
}

function deprecated(newerName: string): RefusedName {
	return { message: `is a deprecated spelling; use ${newerName}`, extra: false, newerName };
}

function named(names: readonly string[], refused: RefusedName): Record<string, RefusedName> {
	return Object.fromEntries(names.map((name) => [name, refused]));
}

/** Names of no entry of the reference's current edition that a device's configuration may set. */
export const refusedNames: Readonly<Record<string, RefusedName>> = {
	inferenceGatewayHeaders: deprecated("inferenceCustomHeaders"),
	isDxtEnabled: deprecated("isDesktopExtensionEnabled"),
	isDxtSignatureRequired: deprecated("isDesktopExtensionSignatureRequired"),
	enduserAttribution: deprecated("endUserAttribution"),
	trustBootstrapLocalExec: deprecated("trustBootstrapDelivery"),
	isDxtDirectoryEnabled: {
		message: "is a deprecated spelling of a key that is no longer in the reference; remove it",
		extra: false,
	},
	betaFeaturesEnabled: { message: "was removed in 1.24012.0; remove it", extra: false },
	disableDefaultPlugins: { message: "was removed in 1.18286.0; remove it", extra: false },
	organizationPluginsUrl: {
		message: "is no longer in the reference; use allowedPluginMarketplaces, or move it to extraSettings for older apps",
		extra: true,
	},
	isDesktopExtensionDirectoryEnabled: {
		message: "is no longer in the reference; remove it, or move it to extraSettings for older apps",
		extra: true,
	},
	disableLocalConfigCache: {
		message: "is read from the admin console alone; a device's configuration cannot set it",
		extra: false,
	},
	...named(
		[
			"forceLoginOrgUUID",
			"loginSsoOrgDomain",
			"secureVmFeaturesEnabled",
			"disableMultiAccount",
			"hardwareBuddyEnabled",
			"relocateUncUserData",
		],
		{
			message: "has no effect on third-party inference; it is for deployments that sign in to claude.ai",
			extra: false,
		},
	),
	...named(
		[
			"allowOptionalClientAuth",
			"dictationEnabled",
			"claudeInChromeEnabled",
			"disableWslSessions",
			"otlpAttrMaxChars",
			"usageMetricsEnabled",
			"skillBundles",
			"inferenceBedrockWebIdentityRoleArn",
			"entraClientId",
			"entraAzureCloud",
			"entraScope",
			"officeDisabledHosts",
			"officeDisabledFeatures",
			"officeAccessPolicies",
			"dangerousMaxVersion",
			"desktopHome",
			"importThirdPartyHistoryIntoOrgUUID",
			"selfHostedUrl",
			"selfHostedToken",
			"selfHostedCredentialKind",
			"selfHostedCredentialHelper",
			"selfHostedCredentialHelperTtlSec",
			"selfHostedCredentialHelperTimeoutSec",
			"selfHostedCredentialHelperSilentRefreshEnabled",
			"selfHostedOidc",
			"selfHostedOidcAuthFlow",
			"selfHostedOidcTokenStorage",
		],
		{
			message: "is hidden in the app and not in the reference; if you must set it, move it to extraSettings",
			extra: true,
		},
	),
	...named(["inferenceGatewayManagedClaudeCode", "coworkWebSearchEnabled"], {
		message: "is in no documentation; if you must set it, move it to extraSettings",
		extra: true,
	}),
};

/** Names that stand in other files of Claude Desktop and Claude Code, and are no managed settings at all. */
export const namesOfOtherFiles: Readonly<Record<string, RefusedName>> = {
	disableMobileSimulatorTools: { message: "is retired, and the app reads it without effect; remove it", extra: true },
	mcpServers: {
		message:
			"is a key of claude_desktop_config.json, which users keep; servers for everybody go into managedMcpServers",
		extra: false,
	},
	...named(["globalShortcut", "preferences", "deploymentMode", "enterpriseConfig", "configLibrary"], {
		message: "is a key of the app's own files, which no device management sets; remove it",
		extra: false,
	}),
	...named(
		[
			"permissions",
			"hooks",
			"env",
			"model",
			"apiKeyHelper",
			"enabledPlugins",
			"extraKnownMarketplaces",
			"strictKnownMarketplaces",
			"allowManagedHooksOnly",
			"allowManagedPermissionRulesOnly",
			"allowedMcpServers",
			"deniedMcpServers",
			"cleanupPeriodDays",
			"sandbox",
		],
		{
			message: "is a setting of Claude Code, which has managed settings of its own; Claude Desktop does not read it",
			extra: false,
		},
	),
};
