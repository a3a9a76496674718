import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { type Circumstances, hostsOf, quiet } from "../support/configuration.js";

// The tables of https://claude.com/docs/third-party/claude-desktop/telemetry before app 1.26832.0.
const older: Circumstances = { oldest: "1.20000.0", newest: "1.26831.0", platforms: ["macos", "windows"] };
const gateway = { inferenceProvider: "gateway", inferenceGatewayBaseUrl: "https://llm.example.com" };
const always = ["downloads.claude.ai"];
const google = ["oauth2.googleapis.com", "sts.googleapis.com", "accounts.google.com", "iamcredentials.googleapis.com"];
const bedrock = { inferenceProvider: "bedrock", inferenceBedrockRegion: "eu-central-1" };
const runtime = ["bedrock-runtime.eu-central-1.amazonaws.com", "bedrock.eu-central-1.amazonaws.com"];
const profile = [
	"sts.amazonaws.com",
	"sts.eu-central-1.amazonaws.com",
	"portal.sso.eu-central-1.amazonaws.com",
	"oidc.eu-central-1.amazonaws.com",
];

describe("a fleet below 1.26832.0 has exactly the tables of its edition", () => {
	test.each<[string, JsonObject, string[]]>([
		["nothing but inference", gateway, ["llm.example.com"]],
		["auto-updates", { ...gateway, disableAutoUpdates: false }, ["llm.example.com", "claude.ai", "api.anthropic.com"]],
		[
			"essential telemetry",
			{ ...gateway, disableEssentialTelemetry: false },
			["llm.example.com", "sentry.io", "*.sentry.io", "*.ingest.us.sentry.io", "browser-intake-us5-datadoghq.com"],
		],
		[
			"non-essential telemetry",
			{ ...gateway, disableNonessentialTelemetry: false },
			["llm.example.com", "a-cdn.anthropic.com", "a-api.anthropic.com", "claude.ai"],
		],
		[
			"non-essential services",
			{ ...gateway, disableNonessentialServices: false },
			[
				"llm.example.com",
				"api.anthropic.com",
				"www.claudeusercontent.com",
				"cdnjs.cloudflare.com",
				"cdn.jsdelivr.net",
				"fonts.googleapis.com",
				"www.google.com",
				"*.gstatic.com",
			],
		],
		[
			"desktop extensions",
			{ ...gateway, isDesktopExtensionEnabled: true },
			["llm.example.com", "github.com", "objects.githubusercontent.com", "pypi.org", "files.pythonhosted.org"],
		],
		[
			"Vertex AI",
			{ inferenceProvider: "vertex", inferenceVertexRegion: "us-east5" },
			["us-east5-aiplatform.googleapis.com", ...google],
		],
		[
			"Vertex AI, global",
			{ inferenceProvider: "vertex", inferenceVertexRegion: "global" },
			["aiplatform.googleapis.com", ...google],
		],
		["Bedrock with a token", { ...bedrock, inferenceCredentialKind: "static" }, runtime],
		["Bedrock with a profile", { ...bedrock, inferenceCredentialKind: "vendor-profile" }, [...runtime, ...profile]],
		[
			"Bedrock in GovCloud",
			{ ...bedrock, inferenceBedrockRegion: "us-gov-west-1", inferenceCredentialKind: "static" },
			["bedrock-runtime.us-gov-west-1.amazonaws.com", "bedrock.us-gov-west-1.amazonaws.com"],
		],
		[
			"Foundry",
			{ inferenceProvider: "foundry", inferenceFoundryResource: "contoso", inferenceCredentialKind: "interactive" },
			["contoso.services.ai.azure.com", "login.microsoftonline.com"],
		],
		[
			"optional features",
			{
				...gateway,
				otlpEndpoint: "https://otel.example.com",
				coworkEgressAllowedHosts: ["*.example.corp"],
				managedMcpServers: [
					{
						name: "s",
						transport: "http",
						url: "https://mcp.example.com",
						oauth: { tenantId: "t", authorizationServer: ["as.example.com"] },
					},
				],
			},
			[
				"llm.example.com",
				"otel.example.com",
				"*.example.corp",
				"mcp.example.com",
				"as.example.com",
				"login.microsoftonline.com",
			],
		],
	])("%s", (_, settings, hosts) => {
		expect(hostsOf({ ...quiet, ...settings }, older)).toEqual([...always, ...hosts].sort());
	});
});
