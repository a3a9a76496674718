import { describe, expect, test } from "vitest";
import { opened } from "../support/configuration.js";

// https://claude.com/docs/third-party/claude-desktop/telemetry
const googleSignIn = [
	"accounts.google.com",
	"iamcredentials.googleapis.com",
	"oauth2.googleapis.com",
	"sts.googleapis.com",
];
const bedrock = { inferenceProvider: "bedrock", inferenceBedrockRegion: "eu-central-1" };
const vertex = { inferenceProvider: "vertex", inferenceVertexProjectId: "p" };
const foundry = { inferenceProvider: "foundry", inferenceFoundryResource: "Contoso" };
const sorted = (...hosts: string[]) => [...hosts].sort();

describe("hosts of each inference route", () => {
	test.each([
		[
			"gateway",
			{ inferenceProvider: "gateway", inferenceGatewayBaseUrl: "https://llm.example.com/v1" },
			["llm.example.com"],
		],
		[
			"gateway on a port",
			{ inferenceProvider: "gateway", inferenceGatewayBaseUrl: "https://llm.example.com:8443" },
			["llm.example.com:8443"],
		],
		["gateway on the device", { inferenceProvider: "gateway", inferenceGatewayBaseUrl: "http://127.0.0.1:4000" }, []],
		[
			"gateway with an identity provider by issuer",
			{
				inferenceProvider: "gateway",
				inferenceGatewayBaseUrl: "https://llm.example.com",
				inferenceIdpOidc: { clientId: "c", issuer: "https://idp.example.com/realm" },
			},
			["idp.example.com", "llm.example.com"],
		],
		[
			"gateway with an identity provider by its endpoints",
			{
				inferenceProvider: "gateway",
				inferenceGatewayBaseUrl: "https://llm.example.com",
				inferenceGatewayOidc: {
					clientId: "c",
					authorizationUrl: "https://login.example.com/a",
					tokenUrl: "https://token.example.com/t",
				},
			},
			["llm.example.com", "login.example.com", "token.example.com"],
		],
		["anthropic", { inferenceProvider: "anthropic" }, ["api.anthropic.com", "platform.claude.com"]],
		[
			"bedrock with a bearer token",
			{ ...bedrock, inferenceCredentialKind: "static" },
			["bedrock-runtime.eu-central-1.amazonaws.com", "bedrock.eu-central-1.amazonaws.com"],
		],
		[
			"bedrock behind a private endpoint",
			{
				...bedrock,
				inferenceCredentialKind: "static",
				inferenceBedrockBaseUrl: "https://vpce-1.bedrock-runtime.eu-central-1.vpce.amazonaws.com",
			},
			["bedrock.eu-central-1.amazonaws.com", "vpce-1.bedrock-runtime.eu-central-1.vpce.amazonaws.com"],
		],
		[
			"bedrock in GovCloud",
			{ ...bedrock, inferenceBedrockRegion: "us-gov-west-1", inferenceCredentialKind: "static" },
			["bedrock-fips.us-gov-west-1.amazonaws.com", "bedrock-runtime-fips.us-gov-west-1.amazonaws.com"],
		],
		[
			"bedrock with a named profile",
			{ ...bedrock, inferenceCredentialKind: "vendor-profile", inferenceBedrockProfile: "claude" },
			[
				"bedrock-runtime.eu-central-1.amazonaws.com",
				"bedrock.eu-central-1.amazonaws.com",
				"oidc.eu-central-1.amazonaws.com",
				"portal.sso.eu-central-1.amazonaws.com",
				"sts.amazonaws.com",
				"sts.eu-central-1.amazonaws.com",
			],
		],
		[
			"bedrock with in-app sign-in in another region",
			{
				...bedrock,
				inferenceCredentialKind: "interactive",
				inferenceBedrockSsoRegion: "eu-west-1",
				inferenceBedrockSsoStartUrl: "https://example.awsapps.com/start",
			},
			[
				"*.awsapps.com",
				"bedrock-runtime.eu-central-1.amazonaws.com",
				"bedrock.eu-central-1.amazonaws.com",
				"oidc.eu-central-1.amazonaws.com",
				"oidc.eu-west-1.amazonaws.com",
				"portal.sso.eu-central-1.amazonaws.com",
				"portal.sso.eu-west-1.amazonaws.com",
				"sts.amazonaws.com",
				"sts.eu-central-1.amazonaws.com",
			],
		],
		[
			"mantle",
			{ inferenceProvider: "mantle", inferenceBedrockRegion: "us-east-1" },
			["bedrock-mantle.us-east-1.api.aws"],
		],
		[
			"mantle at a base address",
			{
				inferenceProvider: "mantle",
				inferenceBedrockRegion: "us-east-1",
				inferenceBedrockBaseUrl: "https://mantle.example.com/anthropic",
			},
			["mantle.example.com"],
		],
		[
			"vertex in a region",
			{ ...vertex, inferenceVertexRegion: "us-east5" },
			sorted("us-east5-aiplatform.googleapis.com", ...googleSignIn),
		],
		[
			"vertex, global",
			{ ...vertex, inferenceVertexRegion: "global" },
			sorted("aiplatform.googleapis.com", ...googleSignIn),
		],
		[
			"vertex, eu",
			{ ...vertex, inferenceVertexRegion: "eu" },
			sorted("aiplatform.eu.rep.googleapis.com", ...googleSignIn),
		],
		[
			"vertex, us",
			{ ...vertex, inferenceVertexRegion: "us" },
			sorted("aiplatform.us.rep.googleapis.com", ...googleSignIn),
		],
		[
			"vertex behind Private Service Connect",
			{ ...vertex, inferenceVertexRegion: "us-east5", inferenceVertexBaseUrl: "https://psc.example.com" },
			sorted("psc.example.com", ...googleSignIn),
		],
		[
			"vertex with workforce federation",
			{
				...vertex,
				inferenceVertexRegion: "us-east5",
				inferenceCredentialKind: "workforce",
				inferenceVertexWorkforceOidc: { clientId: "c", issuer: "https://idp.example.com" },
			},
			sorted("us-east5-aiplatform.googleapis.com", "idp.example.com", ...googleSignIn),
		],
		["foundry with a key", { ...foundry, inferenceCredentialKind: "static" }, ["contoso.services.ai.azure.com"]],
		[
			"foundry, interactive",
			{ ...foundry, inferenceCredentialKind: "interactive" },
			["contoso.services.ai.azure.com", "login.microsoftonline.com"],
		],
		[
			"foundry at a base address",
			{ ...foundry, inferenceCredentialKind: "static", inferenceFoundryBaseUrl: "https://ai.example.com/anthropic" },
			["ai.example.com"],
		],
	])("%s", (_, settings, hosts) => {
		expect(opened(settings, { oldest: "2.110.0" })).toEqual(hosts);
	});

	test("a profile's IAM Identity Center may be in another region than inference", () => {
		const profile = { ...bedrock, inferenceCredentialKind: "vendor-profile", inferenceBedrockProfile: "claude" };
		expect(opened(profile, { hints: { awsSsoRegion: "eu-west-1" } })).toEqual([
			"bedrock-runtime.eu-central-1.amazonaws.com",
			"bedrock.eu-central-1.amazonaws.com",
			"oidc.eu-west-1.amazonaws.com",
			"portal.sso.eu-west-1.amazonaws.com",
			"sts.amazonaws.com",
			"sts.eu-central-1.amazonaws.com",
		]);
	});
});
