import type { InferenceBlock } from "../../src/inference/block.js";
import type { CredentialKind } from "../../src/inference/route.js";

export interface BlockCase {
	readonly route: string;
	readonly signIn: string;
	readonly kind: CredentialKind;
	readonly block: InferenceBlock;
	/** What the block sets besides `inferenceProvider` and `inferenceCredentialKind`. */
	readonly settings: Readonly<Record<string, unknown>>;
}

const helper = {
	path: "/opt/example/token",
	windowsPath: "C:\\Example\\token.exe",
	args: ["--print"],
	ttlSeconds: 900,
	timeoutSeconds: 20,
	silentRefresh: false,
};
const helperSettings = {
	inferenceCredentialHelper: "/opt/example/token",
	inferenceCredentialHelperWindows: "C:\\Example\\token.exe",
	inferenceCredentialHelperArgs: ["--print"],
	inferenceCredentialHelperTtlSec: 900,
	inferenceCredentialHelperTimeoutSec: 20,
	inferenceCredentialHelperSilentRefreshEnabled: false,
};
const oidc = { clientId: "cowork", issuer: "https://login.example.com" };
const key = { fromEnv: "INFERENCE_KEY" };

const gateway = { baseUrl: "https://llm.example.com", models: ["claude-sonnet-5"] } as const;
const gatewaySettings = { inferenceGatewayBaseUrl: "https://llm.example.com", inferenceModels: ["claude-sonnet-5"] };
const bedrock = { region: "eu-central-1", models: ["eu.anthropic.claude-sonnet-5"] } as const;
const bedrockSettings = {
	inferenceBedrockRegion: "eu-central-1",
	inferenceModels: ["eu.anthropic.claude-sonnet-5"],
};
const mantle = { region: "us-east-1", models: ["anthropic.claude-sonnet-5"] } as const;
const mantleSettings = { inferenceBedrockRegion: "us-east-1", inferenceModels: ["anthropic.claude-sonnet-5"] };
const vertex = { projectId: "example-cowork", region: "eu", models: ["claude-sonnet-5"] } as const;
const vertexSettings = {
	inferenceVertexProjectId: "example-cowork",
	inferenceVertexRegion: "eu",
	inferenceModels: ["claude-sonnet-5"],
};
const foundry = { resource: "example-cowork", models: ["claude-sonnet-5"] } as const;
const foundrySettings = { inferenceFoundryResource: "example-cowork", inferenceModels: ["claude-sonnet-5"] };

/** Every route with every way to sign in; each optional member appears at least once. */
export const blockCases: readonly BlockCase[] = [
	{
		route: "gateway",
		signIn: "apiKey",
		kind: "static",
		block: {
			gateway: { ...gateway, authScheme: "x-api-key", headers: { "X-Team": "cowork" }, signIn: { apiKey: key } },
		},
		settings: {
			...gatewaySettings,
			inferenceGatewayAuthScheme: "x-api-key",
			inferenceCustomHeaders: { "X-Team": "cowork" },
			inferenceGatewayApiKey: key,
		},
	},
	{
		route: "gateway",
		signIn: "helper",
		kind: "helper-script",
		block: { gateway: { ...gateway, signIn: { helper } } },
		settings: { ...gatewaySettings, ...helperSettings },
	},
	{
		route: "gateway",
		signIn: "interactive",
		kind: "interactive",
		block: { gateway: { ...gateway, signIn: { interactive: { oidc, flow: "browser" } } } },
		settings: { ...gatewaySettings, inferenceGatewayOidc: oidc, inferenceGatewayOidcAuthFlow: "browser" },
	},
	{
		route: "gateway",
		signIn: "idp",
		kind: "external-idp",
		block: { gateway: { ...gateway, signIn: { idp: { oidc, flow: "browser" } } } },
		settings: { ...gatewaySettings, inferenceIdpOidc: oidc, inferenceIdpAuthFlow: "browser" },
	},
	{
		route: "anthropic",
		signIn: "apiKey",
		kind: "static",
		block: { anthropic: { models: ["claude-sonnet-5"], signIn: { apiKey: key } } },
		settings: { inferenceModels: ["claude-sonnet-5"], inferenceAnthropicApiKey: key },
	},
	{
		route: "anthropic",
		signIn: "helper",
		kind: "helper-script",
		block: { anthropic: { signIn: { helper: { path: "/opt/example/token" } } } },
		settings: { inferenceCredentialHelper: "/opt/example/token" },
	},
	{
		route: "anthropic",
		signIn: "interactive",
		kind: "interactive",
		block: { anthropic: { signIn: { interactive: {} } } },
		settings: {},
	},
	{
		route: "bedrock",
		signIn: "identityCenter",
		kind: "interactive",
		block: {
			bedrock: {
				...bedrock,
				serviceTier: "priority",
				signIn: {
					identityCenter: {
						startUrl: "https://example.awsapps.com/start",
						region: "eu-west-1",
						accountId: "012345678901",
						roleName: "ClaudeCowork",
					},
				},
			},
		},
		settings: {
			...bedrockSettings,
			inferenceBedrockServiceTier: "priority",
			inferenceBedrockSsoStartUrl: "https://example.awsapps.com/start",
			inferenceBedrockSsoRegion: "eu-west-1",
			inferenceBedrockSsoAccountId: "012345678901",
			inferenceBedrockSsoRoleName: "ClaudeCowork",
		},
	},
	{
		route: "bedrock",
		signIn: "profile",
		kind: "vendor-profile",
		block: {
			bedrock: {
				...bedrock,
				signIn: {
					profile: { name: "cowork", awsDir: "/etc/aws", awsCliPath: "/usr/local/bin/aws", ssoRegion: "eu-west-1" },
				},
			},
		},
		settings: {
			...bedrockSettings,
			inferenceBedrockProfile: "cowork",
			inferenceBedrockAwsDir: "/etc/aws",
			inferenceBedrockAwsCliPath: "/usr/local/bin/aws",
		},
	},
	{
		route: "bedrock",
		signIn: "bearerToken",
		kind: "static",
		block: { bedrock: { ...bedrock, signIn: { bearerToken: key } } },
		settings: { ...bedrockSettings, inferenceBedrockBearerToken: key },
	},
	{
		route: "bedrock",
		signIn: "helper",
		kind: "helper-script",
		block: { bedrock: { ...bedrock, signIn: { helper } } },
		settings: { ...bedrockSettings, ...helperSettings },
	},
	{
		route: "bedrock",
		signIn: "idp",
		kind: "external-idp",
		block: {
			bedrock: { ...bedrock, baseUrl: "https://bedrock.example.com", signIn: { idp: { oidc, flow: "browser" } } },
		},
		settings: {
			...bedrockSettings,
			inferenceBedrockBaseUrl: "https://bedrock.example.com",
			inferenceIdpOidc: oidc,
			inferenceIdpAuthFlow: "browser",
		},
	},
	{
		route: "mantle",
		signIn: "bearerToken",
		kind: "static",
		block: {
			mantle: { ...mantle, baseUrl: "https://mantle.example.com/anthropic", signIn: { bearerToken: key } },
		},
		settings: {
			...mantleSettings,
			inferenceBedrockBaseUrl: "https://mantle.example.com/anthropic",
			inferenceBedrockBearerToken: key,
		},
	},
	{
		route: "mantle",
		signIn: "helper",
		kind: "helper-script",
		block: { mantle: { ...mantle, signIn: { helper } } },
		settings: { ...mantleSettings, ...helperSettings },
	},
	{
		route: "vertex",
		signIn: "workforce",
		kind: "workforce",
		block: {
			vertex: {
				...vertex,
				baseUrl: "https://vertex.example.com",
				signIn: {
					workforce: {
						audience: "//iam.googleapis.com/locations/global/workforcePools/example/providers/idp",
						userProject: "example-billing",
						oidc,
						flow: "browser",
					},
				},
			},
		},
		settings: {
			...vertexSettings,
			inferenceVertexBaseUrl: "https://vertex.example.com",
			inferenceVertexWorkforceAudience: "//iam.googleapis.com/locations/global/workforcePools/example/providers/idp",
			inferenceVertexWorkforceUserProject: "example-billing",
			inferenceVertexWorkforceOidc: oidc,
			inferenceVertexWorkforceAuthFlow: "browser",
		},
	},
	{
		route: "vertex",
		signIn: "google",
		kind: "interactive",
		block: {
			vertex: {
				...vertex,
				signIn: {
					google: {
						clientId: "1234.apps.googleusercontent.com",
						clientSecret: key,
						scopes: "openid email",
						loginHint: "{username}@example.com",
					},
				},
			},
		},
		settings: {
			...vertexSettings,
			inferenceVertexOAuthClientId: "1234.apps.googleusercontent.com",
			inferenceVertexOAuthClientSecret: key,
			inferenceVertexOAuthScopes: "openid email",
			inferenceVertexOAuthLoginHint: "{username}@example.com",
		},
	},
	{
		route: "vertex",
		signIn: "credentialsFile",
		kind: "vendor-profile",
		block: { vertex: { ...vertex, signIn: { credentialsFile: { path: "/etc/cowork/vertex.json" } } } },
		settings: { ...vertexSettings, inferenceVertexCredentialsFile: "/etc/cowork/vertex.json" },
	},
	{
		route: "vertex",
		signIn: "applicationDefault",
		kind: "vendor-profile",
		block: { vertex: { ...vertex, signIn: { applicationDefault: {} } } },
		settings: vertexSettings,
	},
	{
		route: "vertex",
		signIn: "helper",
		kind: "helper-script",
		block: { vertex: { ...vertex, signIn: { helper } } },
		settings: { ...vertexSettings, ...helperSettings },
	},
	{
		route: "foundry",
		signIn: "entra",
		kind: "interactive",
		block: {
			foundry: {
				...foundry,
				baseUrl: "https://foundry.example.com/anthropic",
				signIn: {
					entra: {
						tenantId: "0f9e2f2b-63c3-4f5e-8e55-0b7b5b8b1a11",
						clientId: "5f0d7f77-3c3c-4a39-9d53-1d2f3b7a2c22",
						flow: "browser",
					},
				},
			},
		},
		settings: {
			...foundrySettings,
			inferenceFoundryBaseUrl: "https://foundry.example.com/anthropic",
			inferenceFoundryTenantId: "0f9e2f2b-63c3-4f5e-8e55-0b7b5b8b1a11",
			inferenceFoundryClientId: "5f0d7f77-3c3c-4a39-9d53-1d2f3b7a2c22",
			inferenceFoundryAuthFlow: "browser",
		},
	},
	{
		route: "foundry",
		signIn: "apiKey",
		kind: "static",
		block: { foundry: { ...foundry, signIn: { apiKey: key } } },
		settings: { ...foundrySettings, inferenceFoundryApiKey: key },
	},
	{
		route: "foundry",
		signIn: "helper",
		kind: "helper-script",
		block: { foundry: { ...foundry, signIn: { helper } } },
		settings: { ...foundrySettings, ...helperSettings },
	},
];
