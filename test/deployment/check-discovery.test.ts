import { describe, expect, test } from "vitest";
import { problemsOf, sound, soundWith } from "../support/deployment.js";

const settings = { modelDiscoveryEnabled: false };
const alias = "is an alias, which resolves only where the app asks the provider for its models; give the full model id";
const gateway = (models?: unknown) => ({ gateway: { ...sound.inference.gateway, models } });
const key = { fromEnv: "KEY" };

describe("without discovery", () => {
	test.each([
		[gateway(["claude-sonnet-5"]), []],
		[
			gateway(),
			[
				"settings.modelDiscoveryEnabled: without discovery the app needs a list of models; give the inference block's models",
			],
		],
		[gateway(["claude-sonnet-5", "opus"]), [`warning: inference.gateway.models[1]: ${alias}`]],
		[gateway(["opus[1m]"]), [`warning: inference.gateway.models[0]: ${alias}`]],
		[gateway([{ name: "haiku" }]), [`warning: inference.gateway.models[0].name: ${alias}`]],
		[
			{ anthropic: { models: ["sonnet"], signIn: { apiKey: key } } },
			[`warning: inference.anthropic.models[0]: ${alias}`],
		],
		[
			{ bedrock: { region: "eu-central-1", models: ["sonnet"], signIn: { bearerToken: key } } },
			[`warning: inference.bedrock.models[0]: ${alias}`],
		],
		[
			{ vertex: { projectId: "example", region: "global", models: ["sonnet"], signIn: { applicationDefault: {} } } },
			[`warning: inference.vertex.models[0]: ${alias}`],
		],
		// There a model is named as whoever deployed it likes.
		[{ foundry: { resource: "example", models: ["sonnet"], signIn: { apiKey: key } } }, []],
	])("%j", (inference, problems) => {
		expect(problemsOf(soundWith({ inference, settings }))).toEqual(problems);
	});
});

test("with discovery aliases resolve and no list is needed", () => {
	expect(problemsOf(soundWith({ inference: gateway(["opus"]) }))).toEqual([]);
	expect(problemsOf(soundWith({ inference: gateway(), settings: { modelDiscoveryEnabled: true } }))).toEqual([]);
});
