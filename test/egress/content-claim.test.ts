import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { type Circumstances, planOf, quiet } from "../support/configuration.js";

const bedrock = {
	inferenceProvider: "bedrock",
	inferenceBedrockRegion: "eu-central-1",
	inferenceCredentialKind: "static",
	inferenceModels: ["eu.anthropic.claude-sonnet-5"],
};
const vertex = {
	inferenceProvider: "vertex",
	inferenceVertexRegion: "eu",
	inferenceCredentialKind: "vendor-profile",
	inferenceModels: ["claude-sonnet-5"],
};
const mantle = { inferenceProvider: "mantle", inferenceBedrockRegion: "us-east-1" };
const foundry = { inferenceProvider: "foundry", inferenceFoundryResource: "contoso" };
const gateway = { inferenceProvider: "gateway", inferenceGatewayBaseUrl: "https://llm.example.com" };
const opaque = "arn:aws:bedrock:eu-central-1:012345678901:application-inference-profile/a1b2c3d4e5f6";

function summaryOf(settings: JsonObject, circumstances: Circumstances = {}) {
	return planOf({ ...quiet, ...settings }, circumstances).summary;
}

describe("conversation content stays with the provider", () => {
	test.each<[string, JsonObject, boolean]>([
		["on Bedrock", bedrock, true],
		["on Vertex AI", vertex, true],
		["not on a gateway", gateway, false],
		["not on the Claude API", { inferenceProvider: "anthropic" }, false],
		["not on Mantle", mantle, false],
		["not on Foundry", foundry, false],
		[
			"not with a model that needs data sharing",
			{ ...bedrock, inferenceModels: ["eu.anthropic.claude-fable-5"] },
			false,
		],
		["nor with one on Vertex AI", { ...vertex, inferenceModels: ["claude-fable-5"] }, false],
		[
			"nor with one by its family",
			{ ...bedrock, inferenceModels: [{ name: "arn:x", anthropicFamilyTier: "fable" }] },
			false,
		],
		["not with a model of which nobody knows", { ...bedrock, inferenceModels: [opaque] }, false],
		[
			"but with such a one whose family is stated",
			{ ...bedrock, inferenceModels: [{ name: opaque, anthropicFamilyTier: "sonnet" }] },
			true,
		],
	])("%s", (_, settings, stays) => {
		expect(summaryOf(settings).conversationContentStaysWithProvider).toBe(stays);
		expect(summaryOf(settings).contentAlsoReaches).toEqual([]);
	});
});

describe("a proxy before the provider", () => {
	const reached = (settings: JsonObject, circumstances: Circumstances = {}) => {
		const { conversationContentStaysWithProvider: stays, contentAlsoReaches } = summaryOf(settings, circumstances);
		return [stays, ...contentAlsoReaches.map(({ host, key }) => [host, key])];
	};

	test.each<[string, JsonObject, unknown[]]>([
		[
			"sees conversations on Bedrock",
			{ ...bedrock, inferenceBedrockBaseUrl: "https://proxy.example.com" },
			[false, ["proxy.example.com", "inferenceBedrockBaseUrl"]],
		],
		[
			"sees them on Vertex AI",
			{ ...vertex, inferenceVertexBaseUrl: "https://proxy.example.com:8443/v1" },
			[false, ["proxy.example.com", "inferenceVertexBaseUrl"]],
		],
		[
			"sees them on a device",
			{ ...bedrock, inferenceBedrockBaseUrl: "https://localhost:4000" },
			[false, ["localhost", "inferenceBedrockBaseUrl"]],
		],
		[
			"is told of where there is no claim anyway",
			{ ...mantle, inferenceBedrockBaseUrl: "https://proxy.example.com/anthropic" },
			[false, ["proxy.example.com", "inferenceBedrockBaseUrl"]],
		],
		[
			"is told of on Foundry too",
			{ ...foundry, inferenceFoundryBaseUrl: "https://proxy.example.com/anthropic" },
			[false, ["proxy.example.com", "inferenceFoundryBaseUrl"]],
		],
		[
			"may stand behind a service of the provider's cloud",
			{ ...bedrock, inferenceBedrockBaseUrl: "https://a1b2.execute-api.eu-central-1.amazonaws.com" },
			[false, ["a1b2.execute-api.eu-central-1.amazonaws.com", "inferenceBedrockBaseUrl"]],
		],
		[
			"may bear the provider's name",
			{ ...bedrock, inferenceBedrockBaseUrl: "https://bedrock-runtime.eu-central-1.amazonaws.com.example.com" },
			[false, ["bedrock-runtime.eu-central-1.amazonaws.com.example.com", "inferenceBedrockBaseUrl"]],
		],
	])("%s", (_, settings, expected) => {
		expect(reached(settings)).toEqual(expected);
	});

	test.each<[string, JsonObject]>([
		[
			"another region's endpoint",
			{ ...bedrock, inferenceBedrockBaseUrl: "https://bedrock-runtime.us-east-1.amazonaws.com" },
		],
		[
			"a FIPS endpoint",
			{ ...bedrock, inferenceBedrockBaseUrl: "https://bedrock-runtime-fips.us-gov-west-1.amazonaws.com" },
		],
		[
			"an endpoint in a VPC",
			{
				...bedrock,
				inferenceBedrockBaseUrl: "https://vpce-0a1-b2c3.bedrock-runtime.eu-central-1.vpce.amazonaws.com",
			},
		],
		[
			"an endpoint that the deployment creates",
			{ ...bedrock, inferenceBedrockBaseUrl: { fromCloud: { name: "bedrock.endpoint", words: "the endpoint" } } },
		],
		["a region of Vertex AI", { ...vertex, inferenceVertexBaseUrl: "https://us-east5-aiplatform.googleapis.com" }],
		["a multi-region of it", { ...vertex, inferenceVertexBaseUrl: "https://aiplatform.us.rep.googleapis.com" }],
		["Private Service Connect", { ...vertex, inferenceVertexBaseUrl: "https://aiplatform-claude.p.googleapis.com" }],
	])("is not %s", (_, settings) => {
		expect(reached(settings)).toEqual([true]);
	});

	test("is not a private endpoint of the deployment, nor what no app of the fleet reads", () => {
		const privately = { ...vertex, inferenceVertexBaseUrl: "https://vertex.corp.example.com" };
		expect(reached(privately, { privateHosts: ["vertex.corp.example.com"] })).toEqual([true]);
		const foundryProxy = { ...foundry, inferenceFoundryBaseUrl: "https://proxy.example.com/anthropic" };
		expect(reached(foundryProxy, { newest: "2.109.9" })).toEqual([false]);
	});
});

describe("a collector", () => {
	const collector = { otlpEndpoint: "https://otel.example.com:4318" };

	test("sees what is captured for it, and ends the claim", () => {
		const settings = { ...bedrock, ...collector, otlpContentCapture: ["userPrompts", "toolContent"] };
		expect(summaryOf(settings)).toMatchObject({
			conversationContentStaysWithProvider: false,
			contentAlsoReaches: [
				{
					host: "otel.example.com",
					key: "otlpContentCapture",
					because: "the collector at otlpEndpoint is sent userPrompts, toolContent",
				},
			],
		});
	});

	test("on a route without a claim is told of too, beside a proxy", () => {
		const settings = {
			...mantle,
			...collector,
			inferenceBedrockBaseUrl: "https://proxy.example.com/anthropic",
			otlpContentCapture: ["rawApiBodies"],
		};
		expect(summaryOf(settings).contentAlsoReaches.map(({ host }) => host)).toEqual([
			"proxy.example.com",
			"otel.example.com",
		]);
	});

	test.each<[string, JsonObject, Circumstances]>([
		["that is sent no content", { ...bedrock, ...collector }, {}],
		["whose list of content is empty", { ...bedrock, ...collector, otlpContentCapture: [] }, {}],
		["that does not exist", { ...bedrock, otlpContentCapture: ["userPrompts"] }, {}],
		[
			"of a fleet that does not know the key",
			{ ...bedrock, ...collector, otlpContentCapture: ["userPrompts"] },
			{ newest: "1.15961.9" },
		],
	])("%s sees none", (_, settings, circumstances) => {
		expect(summaryOf(settings, circumstances)).toMatchObject({
			conversationContentStaysWithProvider: true,
			contentAlsoReaches: [],
		});
	});
});
