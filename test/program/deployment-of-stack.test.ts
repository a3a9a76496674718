import { afterEach, expect, test, vi } from "vitest";
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
			provision: {
				accountId: "123456789012",
				agreements: ["anthropic.claude-opus-4-8", "anthropic.claude-sonnet-5", "anthropic.claude-sonnet-9"],
			},
		},
	},
	groups: {
		general: { preset: "none" },
		pilot: { preset: "none", inference: { models: [sonnet, opus] } },
	},
};

const silence = "inference.bedrock.provision.destinations: AWS tells no destinations of ";

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

/** Only residency makes policies name regions. */
function within(residency: readonly string[], provision: object = {}) {
	const { bedrock } = deployment.inference;
	return {
		...deployment,
		inference: { bedrock: { ...bedrock, provision: { ...bedrock.provision, residency, ...provision } } },
	};
}

const table = ["eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3"];

test("AWS is asked for every profile", async () => {
	const { resources, calls, warnings, result } = await run(
		{ [lookUp]: answer(["eu-central-1", "eu-west-9"]) },
		within([...table, "eu-west-9"]),
	);

	expect(calls.map(({ inputs }) => inputs)).toEqual([
		{ inferenceProfileId: sonnet, region: "eu-central-1" },
		{ inferenceProfileId: opus, region: "eu-central-1" },
	]);
	expect(warnings).toEqual([]);
	// A region that AWS leaves out today stays.
	expect(regions(resources, "eu-inference-shared-policy")).toEqual([...table, "eu-west-9"]);
	expect(regions(resources, "eu-inference-group-pilot-policy")).toEqual([...table, "eu-west-9"]);
	expect(Object.keys(result.provisioned)).toEqual(expect.arrayContaining(["principals", "governance"]));
});

test("AWS is asked for what is listed by ARN, and for what a listed application profile copies", async () => {
	const { bedrock } = deployment.inference;
	const arn = (kind: string, id: string) => `arn:aws:bedrock:eu-central-1:123456789012:${kind}/${id}`;
	const application = arn("application-inference-profile", "a1b2c3d4e5f6");
	const models = [arn("inference-profile", sonnet), { name: application, anthropicFamilyTier: "opus" }];
	const provision = { ...bedrock.provision, copiedFrom: { [application]: opus } };
	const { calls, warnings } = await run(
		{ [lookUp]: answer(["eu-central-1"]) },
		{
			...deployment,
			inference: { bedrock: { ...bedrock, models, provision } },
			groups: { general: { preset: "none" } },
		},
	);

	expect(calls.map(({ inputs }) => inputs.inferenceProfileId)).toEqual([sonnet, opus]);
	expect(warnings).toEqual([]);
});

test("a profile that only AWS knows by now can be listed", async () => {
	const { bedrock } = within(["eu-central-1", "eu-west-3"]).inference;
	const models = ["eu.anthropic.claude-sonnet-9"];
	const { resources } = await run(
		{ [lookUp]: answer(["eu-west-3"]) },
		{ ...deployment, inference: { bedrock: { ...bedrock, models } }, groups: { general: { preset: "none" } } },
	);

	expect(regions(resources, "eu-inference-shared-policy")).toEqual(["eu-central-1", "eu-west-3"]);
});

test("a lookup that fails is a warning, and for its profile alone the table's word holds", async () => {
	const { resources, warnings } = await run(
		{
			[lookUp]: ({ inferenceProfileId }) => {
				if (inferenceProfileId === opus) return answer(["eu-west-3"])();
				// Where the engine's words stand.
				throw Object.assign(new Error(), { details: "ExpiredToken: the session has ended" });
			},
		},
		within(table),
	);

	expect(warnings).toHaveLength(2);
	expect(warnings[1]).toContain(`where ${sonnet} is answered is the word of a table of 2026-07`);
	expect(warnings[0]).toContain(`${silence}${sonnet}, so that the word of a table of 2026-07 holds: `);
	expect(warnings[0]).toContain("ExpiredToken: the session has ended");
	expect(regions(resources, "eu-inference-shared-policy")).toEqual(table);
});

test("without anyone to ask, one warning names all, and the table's word holds", async () => {
	const { resources, warnings } = await run(
		{
			[lookUp]: () => {
				throw Object.assign(new Error(), { details: "no credentials" });
			},
		},
		within(table),
	);

	expect(warnings).toHaveLength(2);
	expect(warnings[1]).toContain(`where ${opus}, ${sonnet} is answered is the word of a table of 2026-07`);
	expect(warnings[0]).toContain(`${silence}${opus}, ${sonnet}, so that`);
	expect(regions(resources, "eu-inference-shared-policy")).toEqual(table);
});

test("AWS is not asked for what the deployment says", async () => {
	const destinations = { [sonnet]: [...table, "eu-west-9"] };
	const { calls, resources } = await run(
		{ [lookUp]: answer(["eu-central-1"]) },
		within([...table, "eu-west-9"], { destinations }),
	);

	expect(calls.map(({ inputs }) => inputs.inferenceProfileId)).toEqual([opus]);
	expect(regions(resources, "eu-inference-shared-policy")).toEqual([...table, "eu-west-9"]);
});

test.each([
	["destinations are given", { destinations: { [sonnet]: table, [opus]: table } }],
	["nothing is to be created", undefined],
])("nothing is looked up where %s", async (_, provision) => {
	vi.stubEnv("BEDROCK_KEY", "ABSK-given");
	const { bedrock } = deployment.inference;
	const signIn = { bearerToken: { fromEnv: "BEDROCK_KEY" } };
	const created = provision && { ...bedrock.provision, ...provision };
	const block = { ...bedrock, models: [sonnet, opus], signIn, provision: created };
	const { general } = deployment.groups;
	const { calls } = await run({}, { ...deployment, inference: { bedrock: block }, groups: { general } });

	expect(calls).toEqual([]);
});

test("a date that the engine wrote anew is refused, wherever its file stands", async () => {
	const dated = { ...deployment, extraSettings: { since: "2026-01-01 00:00:00 +0000 UTC" } };

	await expect(run({}, dated)).rejects.toThrow(
		"extraSettings.since: is a date, which the engine wrote anew; put it in quotes",
	);
});
