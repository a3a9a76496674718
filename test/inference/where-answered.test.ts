import { expect, test } from "vitest";
import { inferenceRoutes } from "../../src/inference/routes/index.js";
import { whereAnswered } from "../../src/inference/where-answered.js";
import type { JsonValue } from "../../src/json.js";

function answers(
	route: keyof typeof inferenceRoutes,
	settings: Record<string, JsonValue>,
	privateHosts: string[] = [],
) {
	const entries = Object.entries(settings).map(([key, value]) => [key, { value }] as const);
	return whereAnswered(inferenceRoutes[route], { settings: new Map(entries), privateHosts });
}

const frankfurt = { inferenceBedrockRegion: "eu-central-1" };
const profile = (account: string, kind: string, id: string) => `arn:aws:bedrock:eu-central-1:${account}:${kind}/${id}`;

/** https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html, as of the table's date. */
const european = ["eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3"];

test.each<[string, unknown]>([
	["eu.anthropic.claude-sonnet-5", { regions: european, saidBy: "a table of 2026-07" }],
	["eu.anthropic.claude-sonnet-5[1m]", { regions: european, saidBy: "a table of 2026-07" }],
	[
		profile("123456789012", "inference-profile", "eu.anthropic.claude-sonnet-5"),
		{ regions: european, saidBy: "a table of 2026-07" },
	],
	["global.anthropic.claude-sonnet-9", { regions: "anywhere", saidBy: "the profile, which is global" }],
	["eu.anthropic.claude-sonnet-9", { saidBy: "AWS, of profiles that begin with eu." }],
	["anthropic.claude-sonnet-5", { regions: ["eu-central-1"], saidBy: "the region of the calls" }],
	[
		profile("123456789012", "provisioned-model", "abc"),
		{ regions: ["eu-central-1"], saidBy: "the region of the calls" },
	],
	[
		profile("123456789012", "application-inference-profile", "abc"),
		{ saidBy: "what the application inference profile copies, in AWS" },
	],
	["sonnet", { saidBy: "the inference profiles that the app finds in the account" }],
])("of %s on Bedrock, its profile or the region tells", (listed, told) => {
	const [answer] = answers("bedrock", { ...frankfurt, inferenceModels: [{ name: listed }] });
	const { model, ...rest } = answer ?? {};
	expect(model).toBe(listed.replace("[1m]", ""));
	expect(rest).toEqual(told);
});

test("of a list that is not there, only what the app finds tells", () => {
	const saidBy = "the inference profiles that the app finds in the account";
	expect(answers("bedrock", frankfurt)).toEqual([{ saidBy }]);
});

test("a proxy in the place of the provider decides, a private endpoint does not", () => {
	const models = { ...frankfurt, inferenceModels: ["anthropic.claude-sonnet-5"] };
	const url = (host: string) => ({ ...models, inferenceBedrockBaseUrl: `https://${host}` });
	const model = "anthropic.claude-sonnet-5";
	const regional = { model, regions: ["eu-central-1"], saidBy: "the region of the calls" };
	expect(answers("bedrock", url("proxy.example.com"))).toEqual([
		{ model, saidBy: "whoever runs the proxy of inferenceBedrockBaseUrl" },
	]);
	expect(answers("bedrock", url("bedrock-runtime.eu-central-1.amazonaws.com"))).toEqual([regional]);
	expect(answers("bedrock", url("private.example.com"), ["private.example.com"])).toEqual([regional]);
});

test("Vertex AI answers where it is called, and globally anywhere", () => {
	const at = (inferenceVertexRegion: string) => answers("vertex", { inferenceVertexRegion, inferenceModels: ["m"] });
	const saidBy = "the location of the calls";
	expect(at("europe-west1")).toEqual([{ model: "m", regions: ["europe-west1"], saidBy }]);
	expect(at("global")).toEqual([{ model: "m", regions: "anywhere", saidBy }]);
});

test("every route tells a place, or who knows", () => {
	for (const route of Object.values(inferenceRoutes)) {
		for (const id of [undefined, "claude-sonnet-5"]) {
			const told = route.answering(id, "eu-west-1");
			expect(told.saidBy).not.toBe("");
		}
	}
});
