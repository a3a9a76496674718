import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { deploymentOfStack } from "../../src/program/deployment-of-stack.js";
import { recordAws } from "../components/aws/record-aws.js";

const sonnet = "eu.anthropic.claude-sonnet-5";
const opus = "eu.anthropic.claude-opus-4-8";
const lookUp = "aws:bedrock/getInferenceProfile:getInferenceProfile";

/** By region and model, as AWS answers. */
const answer = (regions: readonly string[]) => () => ({
	models: regions.map((region) => ({ modelArn: `arn:aws:bedrock:${region}::foundation-model/anthropic.claude` })),
});

const deployment = {
	name: "eu",
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: {
		bedrock: {
			region: "eu-central-1",
			models: [sonnet],
			signIn: { bearerToken: {} },
			provision: { accountId: "123456789012" },
		},
	},
	groups: {
		general: { preset: "none" },
		pilot: { preset: "none", inference: { models: [sonnet, opus] } },
	},
};

const names = ["AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_ROLE_ARN", "AWS_CONTAINER_CREDENTIALS_FULL_URI"];
beforeEach(() => {
	for (const name of [...names, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"]) vi.stubEnv(name, "");
});
afterEach(() => vi.unstubAllEnvs());

function run(answers: Parameters<typeof recordAws>[1] = {}, described: object = deployment, more = {}) {
	return recordAws(deploymentOfStack, answers, {
		config: { "cowork:deployment": JSON.stringify(described), ...more },
	});
}

/** Regions that a policy names for foundation models. */
function regions(resources: Awaited<ReturnType<typeof run>>["resources"], name: string): string[] {
	const policy = String(resources.find((resource) => resource.name === name)?.inputs.policy);
	const found = [...policy.matchAll(/bedrock:([a-z0-9-]+)::foundation-model/g)].flatMap(([, region]) => region ?? []);
	return [...new Set(found)].sort();
}

const table = ["eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3"];

test("without credentials nothing is looked up, and the table's word holds", async () => {
	const { resources, calls, warnings, result } = await run();

	expect(calls).toEqual([]);
	expect(warnings).toEqual([]);
	expect(regions(resources, "eu-inference-shared-policy")).toEqual(table);
	expect(Object.keys(result.provisioned)).toEqual(["principals", "governance"]);
});

test.each([
	["the environment", { AWS_PROFILE: "platform" }, {}],
	["the stack's configuration", {}, { "aws:profile": "platform" }],
])("with credentials in %s AWS is asked for every profile", async (_, environment, config) => {
	for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
	const { resources, calls, warnings } = await run(
		{ [lookUp]: answer(["eu-central-1", "eu-west-9"]) },
		deployment,
		config,
	);

	expect(calls.map(({ inputs }) => inputs)).toEqual([
		{ inferenceProfileId: sonnet, region: "eu-central-1" },
		{ inferenceProfileId: opus, region: "eu-central-1" },
	]);
	expect(warnings).toEqual([]);
	expect(regions(resources, "eu-inference-shared-policy")).toEqual(["eu-central-1", "eu-west-9"]);
	expect(regions(resources, "eu-inference-group-pilot-policy")).toEqual(["eu-central-1", "eu-west-9"]);
});

test("a profile that only AWS knows by now can be listed", async () => {
	vi.stubEnv("AWS_PROFILE", "platform");
	const { bedrock } = deployment.inference;
	const models = ["eu.anthropic.claude-sonnet-9"];
	const { resources } = await run(
		{ [lookUp]: answer(["eu-west-3"]) },
		{ ...deployment, inference: { bedrock: { ...bedrock, models } }, groups: { general: { preset: "none" } } },
	);

	expect(regions(resources, "eu-inference-shared-policy")).toEqual(["eu-central-1", "eu-west-3"]);
});

test("a lookup that fails is a warning, and the table's word holds", async () => {
	vi.stubEnv("AWS_PROFILE", "platform");
	const { resources, warnings } = await run({
		[lookUp]: () => {
			// Where the engine's words stand.
			throw Object.assign(new Error(), { details: "ExpiredToken: the session has ended" });
		},
	});

	expect(warnings).toHaveLength(1);
	expect(warnings[0]).toContain(
		"inference.bedrock.provision.destinations: AWS does not tell where inference profiles lead, so that a table's word holds: ",
	);
	expect(warnings[0]).toContain("ExpiredToken: the session has ended");
	expect(regions(resources, "eu-inference-shared-policy")).toEqual(table);
});

test.each([
	["destinations are given", { destinations: { [sonnet]: ["eu-west-3"], [opus]: ["eu-west-3"] } }],
	["nothing is to be created", undefined],
])("nothing is looked up where %s", async (_, provision) => {
	vi.stubEnv("AWS_PROFILE", "platform");
	vi.stubEnv("BEDROCK_KEY", "ABSK-given");
	const { bedrock } = deployment.inference;
	const signIn = { bearerToken: { fromEnv: "BEDROCK_KEY" } };
	const block = { ...bedrock, signIn, provision: provision && { ...bedrock.provision, ...provision } };
	const { calls } = await run({}, { ...deployment, inference: { bedrock: block } });

	expect(calls).toEqual([]);
});
