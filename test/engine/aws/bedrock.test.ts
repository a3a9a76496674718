import { expect, test } from "vitest";
import { describeEngine, shippedPackage } from "../../support/engine.js";
import { SimulatedProject } from "./simulated.js";

/** Places what `input.json` describes: the route's block, and groups with their own models. */
const program = `import { readFileSync } from "node:fs";
import { bedrock } from "pulumi-cowork/aws";
const { options, groups } = JSON.parse(readFileSync(new URL("./input.json", import.meta.url), "utf8"));
const adapter = bedrock(options);
const { late, outputs } = adapter.place("eu", {
	deployment: "eu",
	signIn: Object.keys(options.signIn)[0],
	options: adapter.options,
	at: ["inference", "bedrock"],
	groups: groups.map(({ name, members = {}, models }) => ({
		name, members, options: models ? { ...adapter.options, models } : adapter.options,
	})),
}, {});
export { late, outputs };
`;

const startUrl = "https://example.awsapps.com/start";
const identityCenter = {
	region: "eu-central-1",
	models: ["eu.anthropic.claude-sonnet-5"],
	signIn: { identityCenter: { startUrl, region: "eu-central-1" } },
	provision: {},
};
const pilot = { name: "pilot", members: { identityCenterGroup: "claude-pilot" } };
const legal = {
	name: "legal",
	members: { identityCenterGroup: "claude-legal" },
	models: ["eu.anthropic.claude-haiku-4-5-20251001-v1:0"],
};

const timeout = 120_000;

describeEngine("Bedrock against a simulated AWS", () => {
	const folder = shippedPackage();

	test("one deployment through its life", { timeout: 2 * timeout }, async () => {
		const project = new SimulatedProject(folder(), "life", program);

		project.describe({ options: identityCenter, groups: [pilot, legal] });
		const first = await project.up();
		expect(first.operations).toEqual(
			[
				"eu-group-legal-assignment.claude-legal",
				"eu-group-legal-inline-policy",
				"eu-group-legal-permission-set",
				"eu-shared-assignment.claude-pilot",
				"eu-shared-inline-policy",
				"eu-shared-permission-set",
			].map((name) => ({ operation: "create", name })),
		);
		expect(first.outputs.late?.value["bedrock.accountId"]).toBe("123456789012");

		// Nothing changed, nothing happens.
		expect((await project.up()).operations).toEqual([]);

		// Another model for the groups that share.
		const models = [...identityCenter.models, "eu.anthropic.claude-opus-4-8"];
		project.describe({ options: { ...identityCenter, models }, groups: [pilot, legal] });
		expect((await project.up()).operations).toEqual([{ operation: "update", name: "eu-shared-inline-policy" }]);

		// A group less.
		project.describe({ options: { ...identityCenter, models }, groups: [pilot] });
		expect((await project.up()).operations).toEqual(
			["eu-group-legal-assignment.claude-legal", "eu-group-legal-inline-policy", "eu-group-legal-permission-set"].map(
				(name) => ({ operation: "delete", name }),
			),
		);
	});

	test("what a failure left out is made up for by the next run", { timeout }, async () => {
		const project = new SimulatedProject(folder(), "halfway", program);
		project.describe({ options: identityCenter, groups: [pilot] });
		project.refuseOnce("eu-shared-inline-policy");
		const { operations, message } = await project.failedUp();
		expect(operations).toEqual([{ operation: "create", name: "eu-shared-permission-set" }]);
		expect(message).toContain("the simulated AWS refuses this once");
		expect((await project.up()).operations).toEqual([
			{ operation: "create", name: "eu-shared-assignment.claude-pilot" },
			{ operation: "create", name: "eu-shared-inline-policy" },
		]);
	});

	test("a key stays encrypted, and a label more is a key more", { timeout: 2 * timeout }, async () => {
		const project = new SimulatedProject(folder(), "key", program);
		const options = { ...identityCenter, signIn: { bearerToken: {} }, provision: { bearerKey: { ageDays: 90 } } };
		project.describe({ options, groups: [{ name: "pilot" }] });
		const { outputs, text, operations } = await project.up();
		expect(operations).toEqual(
			["eu-shared-key.current", "eu-shared-policy", "eu-shared-policy-attachment", "eu-shared-user"].map((name) => ({
				operation: "create",
				name,
			})),
		);
		expect(await project.state()).toContain('"ciphertext"');
		for (const public_ of [JSON.stringify(outputs), text, await project.state()]) {
			expect(public_).not.toContain("correct-horse");
		}

		const bearerKey = { ageDays: 90, current: "next", previous: "current" };
		project.describe({ options: { ...options, provision: { bearerKey } }, groups: [{ name: "pilot" }] });
		expect((await project.up()).operations).toEqual([{ operation: "create", name: "eu-shared-key.next" }]);
	});
});
