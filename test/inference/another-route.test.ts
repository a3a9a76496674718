import { expect, test } from "vitest";
import { checkInference } from "../../src/inference/check-inference.js";
import { planInference } from "../../src/inference/plan-inference.js";
import type { InferenceRoute } from "../../src/inference/route.js";
import { inferenceRoutes } from "../../src/inference/routes/index.js";
import { error, formatProblem } from "../../src/problem.js";

const mainframe: InferenceRoute = {
	title: "A route that nothing else knows",
	docs: "https://example.com/mainframe",
	options: {
		endpoint: {
			key: "inferenceGatewayBaseUrl",
			required: true,
			rule: (text) =>
				text.endsWith(".example.com") ? [] : [error("elsewhere", [], "is elsewhere; expected a host of example.com")],
		},
		site: { hint: "awsSsoRegion", summary: "Where it stands.", defaultNote: "in the cellar" },
	},
	modelIds: "Ids that begin with mf-.",
	signIn: {
		card: { kind: "static", summary: "A card.", key: "inferenceGatewayApiKey", needs: ["site"] },
		badge: { kind: "interactive", summary: "A badge.", members: {}, modelsRequired: false },
	},
	modelsRequired: true,
	first: {},
	keepsConversationContent: false,
	egress: { rows: [] },
	checkModel: (id, { discovery }) =>
		discovery || id.startsWith("mf-") ? [] : [error("model-id", [], "is no id; expected mf-<id>")],
};
const routes = { ...inferenceRoutes, mainframe };
const at = ["inference"];

test("a route added to the registry is checked and planned as the others are", () => {
	const block = {
		mainframe: {
			endpoint: "https://mf.example.com",
			site: "cellar",
			models: ["mf-sonnet"],
			signIn: { card: { fromEnv: "CARD" } },
		},
	};
	expect(checkInference(block, at, routes)).toEqual([]);
	const plan = planInference(block, at, routes);
	expect(plan?.route).toBe(mainframe);
	expect(plan?.hints).toEqual({ awsSsoRegion: "cellar" });
	expect(Object.fromEntries([...(plan?.settings ?? [])].map(([key, { value }]) => [key, value]))).toEqual({
		inferenceProvider: "mainframe",
		inferenceCredentialKind: "static",
		inferenceGatewayBaseUrl: "https://mf.example.com",
		inferenceGatewayApiKey: { fromEnv: "CARD" },
		inferenceModels: ["mf-sonnet"],
	});
});

test("its rules are heard", () => {
	const block = {
		mainframe: { endpoint: "https://mf.example.org", models: ["sonnet-5"], signIn: { card: { fromEnv: "CARD" } } },
	};
	expect(checkInference(block, at, routes).map(formatProblem)).toEqual([
		"inference.mainframe.endpoint: is elsewhere; expected a host of example.com",
		"inference.mainframe.site: is missing; signIn.card needs it",
		"inference.mainframe.models[0]: is no id; expected mf-<id>",
	]);
	const badge = { mainframe: { endpoint: "https://mf.example.com", signIn: { badge: {} } } };
	expect(checkInference(badge, at, routes)).toEqual([]);
});

test("without it the word is unknown", () => {
	expect(checkInference({ mainframe: {} }, at, inferenceRoutes).map(formatProblem)).toEqual([
		"inference.mainframe: unknown member; expected one of anthropic, bedrock, foundry, gateway, mantle, vertex",
	]);
});
