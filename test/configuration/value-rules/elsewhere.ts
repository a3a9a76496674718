interface Held {
	readonly key: string;
	readonly member?: string;
	readonly words: string;
	/** What holds the rule, or why the compiler's word differs from the facts'. */
	readonly by: string;
}

const everywhere = "tests of profiles: what is written is of a form that every app reads";
const byRoute = "tests of routes: a block sets the kind, and its members are required or unknown";

/** Rules that no value of a key can break or use by itself. */
export const elsewhere: readonly Held[] = [
	{ key: "*", words: "absent when null", by: everywhere },
	{ key: "*", words: "boolean key", by: everywhere },
	{ key: "*", words: "key that is neither text nor enum", by: everywhere },
	{ key: "*", words: "integer keys", by: everywhere },
	{ key: "*", words: "date, map and set", by: "test/deployment: plain data alone is read" },
	{ key: "*", words: "value failing its schema", by: "the checks of each key" },
	{ key: "*", words: "unknown top-level key", by: "test/deployment/check-settings.test.ts" },
	{ key: "*", words: "unknown member", by: "test/shape/check-shape.test.ts" },
	{ key: "*", words: "user name or password", by: "test/configuration/values.test.ts" },
	{ key: "*", words: "credential fields of the provider", by: byRoute },
	{ key: "*", words: "keys of other providers", by: "test/deployment/check-settings.test.ts" },
	{ key: "*", words: "another mode only", by: "test/configuration/rules/lifecycle.test.ts" },
	{ key: "inferenceCredentialKind", words: "", by: byRoute },
	{ key: "inferenceIdpOidc", words: "apps before 2.7032.0", by: "test/configuration/rules/sign-in.test.ts" },
	{ key: "inferenceCredentialHelperWindows", words: "Windows only", by: "test/configuration/rules/lifecycle.test.ts" },
	{ key: "inferenceCredentialHelperArgs", words: "without inferenceCredentialHelper", by: byRoute },
	{ key: "egressProxyPacUrl", words: "wins over", by: "test/configuration/rules/network.test.ts, at egressProxyUrl" },
	{ key: "inferenceBedrockServiceTier", words: "bedrock only", by: "test/deployment/check-settings.test.ts" },
	{ key: "inferenceStreamIdleTimeoutSec", words: "gateway only", by: "test/deployment/check-settings.test.ts" },
	{ key: "inferenceVertexOAuthClientSecret", words: "not required", by: "required by the deployment file" },
	{ key: "managedMcpServers", member: "[].source", words: "", by: "test/shape/without-surplus.test.ts" },
	{ key: "managedMcpServers", words: "orgPluginSettings", by: "test/configuration/rules/plugins.test.ts" },
	{ key: "disableMobileSimulatorTools", words: "", by: "refused in settings, warned about in extraSettings" },
	{ key: "inferenceModels", words: "required when", by: "test/inference/models.test.ts" },
	{ key: "inferenceBedrockBaseUrl", words: "origin alone", by: "test/inference/check-inference.test.ts" },
	{ key: "modelDiscoveryEnabled", words: "tier word", by: "test/deployment/check-discovery.test.ts" },
	{
		key: "inferenceModels",
		member: "[].name",
		words: "",
		by: "test/inference/models.test.ts and test/configuration/rules/models.test.ts",
	},
];
