import { describe, expect, test } from "vitest";
import { checkInference } from "../../src/inference/check-inference.js";
import { inferenceRoutes } from "../../src/inference/routes/index.js";
import { formatProblem } from "../../src/problem.js";

const check = (block: unknown) => checkInference(block, ["inference"], inferenceRoutes).map(formatProblem);
const key = { fromEnv: "KEY" };
const gateway = { baseUrl: "https://llm.example.com", signIn: { apiKey: key } };
const bedrock = {
	region: "eu-central-1",
	models: ["eu.anthropic.claude-sonnet-5"],
	signIn: { bearerToken: key },
};
const vertex = {
	projectId: "example",
	region: "europe-west1",
	models: ["claude-sonnet-4-6"],
	signIn: { applicationDefault: {} },
};

describe("the route", () => {
	test.each([
		[
			undefined,
			"inference: is missing; needs exactly one route of gateway, anthropic, bedrock, mantle, vertex, foundry",
		],
		[null, "inference: is empty; expected an object"],
		[["gateway"], "inference: is a list; expected an object"],
		[3, "inference: is 3; expected an object"],
		["gateway", "inference: is text; expected an object"],
		[{}, "inference: needs exactly one route of gateway, anthropic, bedrock, mantle, vertex, foundry; has none"],
		[{ gatway: gateway }, 'inference.gatway: unknown member; did you mean "gateway"?'],
		[{ bedrock, gateway }, "inference: needs exactly one route; has gateway and bedrock"],
		[{ vertex, bedrock, gateway }, "inference: needs exactly one route; has gateway, bedrock and vertex"],
		[{ gateway: null }, "inference.gateway: is empty; expected an object"],
		[{ gateway: [] }, "inference.gateway: is a list; expected an object"],
		[{ gateway: 0 }, "inference.gateway: is 0; expected an object"],
	])("%j", (block, problem) => {
		expect(check(block)).toEqual([problem]);
	});

	test("a second member that is no route is a problem of its own", () => {
		expect(check({ gateway, region: "eu" })).toEqual([
			"inference.region: unknown member; expected one of anthropic, bedrock, foundry, gateway, mantle, vertex",
		]);
	});

	test("a name that every object inherits is no route", () => {
		expect(check({ constructor: gateway })).toEqual([
			"inference.constructor: unknown member; expected one of anthropic, bedrock, foundry, gateway, mantle, vertex",
		]);
	});
});

describe("members of a route", () => {
	test.each([
		[{ gateway: { signIn: { apiKey: key } } }, "inference.gateway.baseUrl: is missing; gateway needs it"],
		[{ bedrock: { ...bedrock, region: undefined } }, "inference.bedrock.region: is missing; bedrock needs it"],
		[{ vertex: { ...vertex, projectId: undefined } }, "inference.vertex.projectId: is missing; vertex needs it"],
		[{ vertex: { ...vertex, region: undefined } }, "inference.vertex.region: is missing; vertex needs it"],
		[
			{ foundry: { baseUrl: "https://foundry.example.com", models: ["claude-sonnet-5"], signIn: { apiKey: key } } },
			"inference.foundry.resource: is missing; foundry needs it",
		],
		[
			{
				mantle: {
					region: "us-east-1",
					models: ["anthropic.claude-sonnet-5"],
					signIn: { bearerToken: key },
					serviceTier: "flex",
				},
			},
			"inference.mantle.serviceTier: unknown member; expected one of baseUrl, models, provision, region, signIn",
		],
		[
			{ gateway: { ...gateway, baseURL: "https://llm.example.com" } },
			'inference.gateway.baseURL: unknown member; did you mean "baseUrl"?',
		],
		[
			{ anthropic: { signIn: { apiKey: key }, region: "eu" } },
			"inference.anthropic.region: unknown member; expected one of models, signIn",
		],
	])("%j", (block, problem) => {
		expect(check(block)).toEqual([problem]);
	});

	test.each([[null], [[]], [7], [true]])("a value of the kind of %j gets one problem, at its own path", (baseUrl) => {
		const problems = checkInference({ gateway: { ...gateway, baseUrl } }, ["inference"], inferenceRoutes);
		expect(problems.map(({ severity, path }) => [severity, path.join(".")])).toEqual([
			["error", "inference.gateway.baseUrl"],
		]);
	});
});

describe("the way to sign in", () => {
	const withSignIn = (signIn: unknown) => ({ bedrock: { ...bedrock, signIn } });
	test.each([
		[
			undefined,
			"inference.bedrock.signIn: is missing; needs exactly one way to sign in of identityCenter, profile, bearerToken, helper, idp",
		],
		[null, "inference.bedrock.signIn: is empty; expected an object"],
		["profile", "inference.bedrock.signIn: is text; expected an object"],
		[
			{},
			"inference.bedrock.signIn: needs exactly one way to sign in of identityCenter, profile, bearerToken, helper, idp; has none",
		],
		[
			{ bearerToken: key, profile: { name: "cowork" } },
			"inference.bedrock.signIn: needs exactly one way to sign in; has profile and bearerToken",
		],
		[{ bearertoken: key }, 'inference.bedrock.signIn.bearertoken: unknown member; did you mean "bearerToken"?'],
		[{ profile: [] }, "inference.bedrock.signIn.profile: is a list; expected an object"],
		[{ profile: {} }, "inference.bedrock.signIn.profile.name: is missing; profile needs it"],
		[{ helper: {} }, "inference.bedrock.signIn.helper.path: is missing; helper needs it"],
		[
			{ helper: { path: "/opt/token", ttl: 5 } },
			"inference.bedrock.signIn.helper.ttl: unknown member; expected one of args, path, silentRefresh, timeoutSeconds, ttlSeconds, windowsPath",
		],
		[
			{ profile: { name: "cowork", ssoRegion: [] } },
			"inference.bedrock.signIn.profile.ssoRegion: is a list; expected text",
		],
		[
			{ profile: { name: "cowork", ssoRegion: "Ireland" } },
			"inference.bedrock.signIn.profile.ssoRegion: is no AWS region; expected one such as us-east-1",
		],
		[
			{ idp: { oidc: { clientId: "cowork", issuer: "https://login.example.com" } } },
			"inference.bedrock.baseUrl: is missing; signIn.idp needs it",
		],
	])("%j", (signIn, problem) => {
		expect(check(withSignIn(signIn))).toEqual([problem]);
	});

	test("Identity Center takes all four members or none", () => {
		expect(check(withSignIn({ identityCenter: { startUrl: "https://example.awsapps.com/start" } }))).toEqual([
			"inference.bedrock.signIn.identityCenter.region: is missing; identityCenter needs it",
			"inference.bedrock.signIn.identityCenter.accountId: is missing; identityCenter needs it, or provision: {} in the route's block, which decides it",
			"inference.bedrock.signIn.identityCenter.roleName: is missing; identityCenter needs it, or provision: {} in the route's block, which decides it",
		]);
	});

	test("Google sign-in takes the client's id and secret together", () => {
		expect(check({ vertex: { ...vertex, signIn: { google: { clientId: "id" } } } })).toEqual([
			"inference.vertex.signIn.google.clientSecret: is missing; google needs it",
		]);
	});

	test("a block that takes no members says so", () => {
		expect(check({ vertex: { ...vertex, signIn: { applicationDefault: { path: "/a" } } } })).toEqual([
			"inference.vertex.signIn.applicationDefault.path: unknown member; no member is expected here",
		]);
	});

	test("a plain secret is an error that does not repeat it", () => {
		const problems = checkInference(
			{ gateway: { ...gateway, signIn: { apiKey: "sk-plain" } } },
			["inference"],
			inferenceRoutes,
		);
		expect(problems.map(({ severity, path }) => [severity, path.join(".")])).toEqual([
			["error", "inference.gateway.signIn.apiKey"],
		]);
		expect(problems.map(formatProblem).join()).not.toContain("sk-plain");
	});
});

describe("regions and addresses", () => {
	const notAws = "is no AWS region; expected one such as us-east-1";
	const otherPartition =
		"is in an AWS partition whose hosts are not documented; expected a commercial or us-gov region";
	const notVertex = "is no Vertex AI region; expected one such as us-east5, or eu, us or global";
	const noModels = { ...bedrock, models: undefined };
	test.each([
		[{ bedrock: { ...noModels, region: "eu" } }, `inference.bedrock.region: ${notAws}`],
		[{ bedrock: { ...noModels, region: "us-east5" } }, `inference.bedrock.region: ${notAws}`],
		[{ bedrock: { ...noModels, region: "EU-central-1" } }, `inference.bedrock.region: ${notAws}`],
		[{ bedrock: { ...noModels, region: "cn-north-1" } }, `inference.bedrock.region: ${otherPartition}`],
		[{ bedrock: { ...noModels, region: "us-iso-east-1" } }, `inference.bedrock.region: ${otherPartition}`],
		[{ bedrock: { ...noModels, region: "eusc-de-east-1" } }, `inference.bedrock.region: ${otherPartition}`],
		[{ vertex: { ...vertex, region: "eu-central-1" } }, `inference.vertex.region: ${notVertex}`],
		[{ vertex: { ...vertex, region: "europe" } }, `inference.vertex.region: ${notVertex}`],
		[
			{ bedrock: { ...bedrock, baseUrl: "https://bedrock.example.com/v1" } },
			"warning: inference.bedrock.baseUrl: has a path, while Bedrock is called at an origin; expected https://<host>",
		],
		[
			{ bedrock: { ...bedrock, baseUrl: "https://bedrock.example.com?x=1" } },
			"inference.bedrock.baseUrl: has a query; expected an address without one",
		],
		[
			{
				mantle: {
					region: "us-east-1",
					baseUrl: "https://mantle.example.com",
					models: ["anthropic.claude-sonnet-5"],
					signIn: { bearerToken: key },
				},
			},
			"warning: inference.mantle.baseUrl: does not end in /anthropic, where Mantle answers; expected the full address, https://<host>/anthropic",
		],
	])("%j", (block, problem) => {
		expect(check(block)).toEqual([problem]);
	});

	test.each(["us-east-1", "ap-southeast-2", "us-gov-west-1", "mx-central-1"])("%s is an AWS region", (region) => {
		expect(check({ bedrock: { ...noModels, region } })).toEqual([]);
	});

	test.each(["us-east5", "europe-west1", "asia-southeast1", "eu", "us", "global"])(
		"%s is a Vertex AI location",
		(region) => {
			expect(check({ vertex: { ...vertex, region } })).toEqual([]);
		},
	);

	test("an origin may end in a slash and name a port", () => {
		expect(check({ bedrock: { ...bedrock, baseUrl: "https://vpce.example.com:8443/" } })).toEqual([]);
	});

	test("a region that is wrong is held against no model", () => {
		expect(check({ bedrock: { ...bedrock, region: "nowhere" } })).toEqual([`inference.bedrock.region: ${notAws}`]);
	});
});
