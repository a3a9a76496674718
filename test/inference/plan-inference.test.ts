import { describe, expect, test } from "vitest";
import { checkInference } from "../../src/inference/check-inference.js";
import { planInference } from "../../src/inference/plan-inference.js";
import { inferenceRoutes } from "../../src/inference/routes/index.js";
import { isError } from "../../src/problem.js";
import { blockCases } from "./block-cases.js";

const at = ["inference"];

describe.each(blockCases)("$route with $signIn", ({ route, signIn, kind, block, settings }) => {
	test("is valid", () => {
		expect(checkInference(block, at, inferenceRoutes).filter(isError)).toEqual([]);
	});

	test("sets exactly these keys", () => {
		const plan = planInference(block, at, inferenceRoutes);
		expect(plan && [plan.name, plan.signIn]).toEqual([route, signIn]);
		const planned = [...(plan?.settings ?? [])].map(([key, { value }]) => [key, value]);
		const expected = { inferenceProvider: route, inferenceCredentialKind: kind, ...settings };
		expect(Object.fromEntries(planned)).toEqual(expected);
	});
});

test("the table names every route with every way to sign in once", () => {
	const all = Object.entries(inferenceRoutes).flatMap(([route, { signIn }]) =>
		Object.keys(signIn).map((name) => `${route} ${name}`),
	);
	expect(blockCases.map(({ route, signIn }) => `${route} ${signIn}`).sort()).toEqual(all.sort());
});

test("each value has the path of the member that gave it", () => {
	const signIn = { google: { clientId: "id", clientSecret: { fromEnv: "SECRET" } } };
	const block = { vertex: { projectId: "example", region: "eu", models: ["claude-sonnet-5"], signIn } };
	const paths = [...(planInference(block, at, inferenceRoutes)?.settings ?? [])].map(([key, { path }]) => [
		key,
		path.join("."),
	]);
	expect(Object.fromEntries(paths)).toEqual({
		inferenceProvider: "inference.vertex",
		inferenceCredentialKind: "inference.vertex.signIn.google",
		inferenceVertexProjectId: "inference.vertex.projectId",
		inferenceVertexRegion: "inference.vertex.region",
		inferenceVertexOAuthClientId: "inference.vertex.signIn.google.clientId",
		inferenceVertexOAuthClientSecret: "inference.vertex.signIn.google.clientSecret",
		inferenceModels: "inference.vertex.models",
	});
});

test("a secret block that is no object of members has the path of the block", () => {
	const block = { anthropic: { signIn: { apiKey: { fromConfig: "key" } } } };
	expect(planInference(block, at, inferenceRoutes)?.settings.get("inferenceAnthropicApiKey")).toEqual({
		value: { fromConfig: "key" },
		path: ["inference", "anthropic", "signIn", "apiKey"],
	});
});

describe("models", () => {
	test.each([
		[
			["claude-sonnet-5", "claude-haiku-5[1m]"],
			["claude-sonnet-5", "claude-haiku-5[1m]"],
		],
		[[{ name: "claude-sonnet-5" }], [{ name: "claude-sonnet-5" }]],
		[
			["claude-sonnet-5", { name: "claude-haiku-5", labelOverride: "Quick" }],
			[{ name: "claude-sonnet-5" }, { name: "claude-haiku-5", labelOverride: "Quick" }],
		],
	])("%j is written as %j", (models, expected) => {
		const block = { anthropic: { models, signIn: { interactive: {} } } };
		expect(checkInference(block, at, inferenceRoutes)).toEqual([]);
		expect(planInference(block, at, inferenceRoutes)?.settings.get("inferenceModels")?.value).toEqual(expected);
	});
});

describe("hints", () => {
	test("the region behind a named profile is no setting", () => {
		const signIn = { profile: { name: "cowork", ssoRegion: "us-east-1" } };
		const block = { bedrock: { region: "eu-central-1", models: ["eu.anthropic.claude-sonnet-5"], signIn } };
		const plan = planInference(block, at, inferenceRoutes);
		expect(plan?.hints).toEqual({ awsSsoRegion: "us-east-1" });
		expect([...(plan?.settings.keys() ?? [])]).not.toContain("inferenceBedrockSsoRegion");
	});

	test("there are none where the block gives none", () => {
		expect(planInference({ anthropic: { signIn: { interactive: {} } } }, at, inferenceRoutes)?.hints).toEqual({});
	});
});

test.each([
	[null],
	[{}],
	[{ gateway: null }],
	[{ gateway: { baseUrl: "https://llm.example.com" } }],
	[{ gateway: { signIn: { apiKey: { fromEnv: "A" }, helper: { path: "/a" } } } }],
	[{ gateway: { signIn: { apiKey: { fromEnv: "A" } } }, anthropic: { signIn: { apiKey: { fromEnv: "A" } } } }],
])("%j has no plan", (block) => {
	expect(planInference(block, at, inferenceRoutes)).toBeUndefined();
});
