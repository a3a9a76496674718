import { describe, expect, test } from "vitest";
import { checkGroupInference, planGroupInference, withGroupInference } from "../../src/inference/group-inference.js";
import { planInference } from "../../src/inference/plan-inference.js";
import { inferenceRoutes } from "../../src/inference/routes/index.js";
import { formatProblem } from "../../src/problem.js";

const block = {
	bedrock: {
		region: "eu-central-1",
		models: ["eu.anthropic.claude-sonnet-5"],
		signIn: { profile: { name: "cowork", awsDir: "/etc/aws" } },
	},
};
const at = ["groups", "pilot", "inference"];
const check = (override: unknown, base: unknown = block) =>
	checkGroupInference(base, override, at, inferenceRoutes).map(formatProblem);

test("a group's members replace the deployment's", () => {
	const override = { models: ["eu.anthropic.claude-haiku-5"], signIn: { profile: { name: "pilot" } } };
	expect(withGroupInference(block, override)).toEqual({
		bedrock: {
			region: "eu-central-1",
			models: ["eu.anthropic.claude-haiku-5"],
			signIn: { profile: { name: "pilot" } },
		},
	});
	expect(withGroupInference(block, { models: ["eu.anthropic.claude-haiku-5"] })).toEqual({
		bedrock: { ...block.bedrock, models: ["eu.anthropic.claude-haiku-5"] },
	});
	expect(withGroupInference(block, undefined)).toEqual(block);
});

describe("checks", () => {
	test.each([
		[{ models: ["eu.anthropic.claude-haiku-5"] }, []],
		[{ signIn: { profile: { name: "pilot" } } }, []],
		[{}, []],
		[null, ["groups.pilot.inference: is empty; expected an object"]],
		[[], ["groups.pilot.inference: is a list; expected an object"]],
		[
			{ region: "eu-west-1" },
			[
				"groups.pilot.inference.region: is one for the whole deployment; write a deployment of its own for these people, whose file extends this one",
			],
		],
		[
			{ serviceTier: "flex", baseUrl: "https://bedrock.example.com", provision: {}, resource: "x" },
			[
				"groups.pilot.inference.resource: unknown member; expected one of models, signIn",
				...["baseUrl", "serviceTier", "provision"].map(
					(name) =>
						`groups.pilot.inference.${name}: is one for the whole deployment; write a deployment of its own for these people, whose file extends this one`,
				),
			],
		],
		[
			{ models: ["us.anthropic.claude-haiku-5"] },
			["groups.pilot.inference.models[0]: us. serves regions us-* and ca-*, not eu-central-1; expected eu. or global."],
		],
		[{ signIn: { profile: {} } }, ["groups.pilot.inference.signIn.profile.name: is missing; profile needs it"]],
		[
			{ signIn: { bearerToken: { fromEnv: "TOKEN" } } },
			[
				"groups.pilot.inference.signIn: signs in with bearerToken; a group signs in as its deployment does, with profile",
			],
		],
		[
			{ signIn: { entra: {} } },
			[
				"groups.pilot.inference.signIn.entra: unknown member; expected one of bearerToken, helper, identityCenter, idp, profile",
			],
		],
	])("%j", (override, problems) => {
		expect(check(override)).toEqual(problems);
	});

	test("what is wrong with the deployment's own block is not repeated", () => {
		expect(
			check({ models: ["eu.anthropic.claude-haiku-5"] }, { bedrock: { ...block.bedrock, region: 3, tier: "x" } }),
		).toEqual([]);
		expect(check({ models: ["eu.anthropic.claude-haiku-5"] }, null)).toEqual([]);
	});
});

describe("plans", () => {
	const places = { block: ["inference"], override: at };

	test("paths point to where a value was written", () => {
		const plan = planGroupInference(block, { signIn: { profile: { name: "pilot" } } }, places, inferenceRoutes);
		const settings = [...(plan?.settings ?? [])].map(([key, { value, path }]) => [key, value, path.join(".")]);
		expect(settings).toEqual([
			["inferenceProvider", "bedrock", "inference.bedrock"],
			["inferenceCredentialKind", "vendor-profile", "groups.pilot.inference.signIn.profile"],
			["inferenceBedrockRegion", "eu-central-1", "inference.bedrock.region"],
			["inferenceBedrockProfile", "pilot", "groups.pilot.inference.signIn.profile.name"],
			["inferenceModels", ["eu.anthropic.claude-sonnet-5"], "inference.bedrock.models"],
		]);
	});

	test("a group that says nothing has the deployment's plan", () => {
		expect(planGroupInference(block, undefined, places, inferenceRoutes)).toEqual(
			planInference(block, ["inference"], inferenceRoutes),
		);
	});

	test("what cannot be planned for the deployment cannot be planned for a group", () => {
		expect(planGroupInference({}, { models: ["sonnet"] }, places, inferenceRoutes)).toBeUndefined();
	});
});
