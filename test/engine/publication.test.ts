import { existsSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { describeEngine, secretText, shippedPackage } from "../support/engine.js";
import { CloudProject, type CloudRun } from "./simulated.js";

const cloud = { name: "aws", knowledge: "test/engine/simulated-objects.cjs", packages: ["@pulumi/aws"] };

const program = `import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, gateway } from "pulumi-cowork";
import { s3 } from "pulumi-cowork/aws";
const { groups, publish } = JSON.parse(readFileSync("input.json", "utf8"));
const bucket = { bucket: "example-cowork", region: "eu-central-1" };
const keyArn = "arn:aws:kms:eu-central-1:123456789012:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";
const deployment = new CoworkDeployment("eu", {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: gateway({ baseUrl: "https://llm.example.com", signIn: { apiKey: pulumi.secret(${JSON.stringify(secretText)}) } }),
	groups,
	publish: { stores: [s3({ ...bucket, sensitive: { bucket: "example-cowork-secrets", kmsKeyArn: keyArn } })], ...publish },
});
export const rings = Object.fromEntries(
	Object.entries(deployment.groups).map(([name, group]) => [
		name,
		Object.fromEntries(Object.entries(group.rings).map(([ring, { s3 }]) => [ring, s3.revision])),
	]),
);
`;

const labels = { one: { deploymentDisplayName: "one" }, two: { deploymentDisplayName: "two" } };

/** One stack with objects in a cloud, from its first update to its end; every test goes on where the last stopped. */
describeEngine("revisions in a cloud on the real engine", () => {
	const root = shippedPackage();
	let project: CloudProject;
	const digests: string[] = [];

	beforeAll(() => {
		project = new CloudProject(cloud, root(), "publication", program);
	}, 60_000);

	/** The settings of finance, and what holds its rings. */
	const describe = (settings: object, rings: object = {}, names = ["canary", "broad"]) =>
		project.describe({
			groups: {
				pilot: { preset: "none", platforms: ["linux"] },
				finance: { preset: "none", platforms: ["linux"], settings, rings },
			},
			publish: { rings: names },
		});
	const ringsOf = ({ outputs }: CloudRun) => outputs.rings?.value.finance;
	const bucket = () => {
		const lines = project.lines("objects.jsonl") as readonly { readonly place: string; readonly sha256?: string }[];
		const last = new Map(lines.map(({ place, sha256 }) => [place, sha256]));
		return Object.fromEntries([...last].filter(([, sha256]) => sha256 !== undefined));
	};
	const names = ({ operations }: CloudRun, operation: string) =>
		operations.filter((each) => each.operation === operation).map(({ name }) => name);

	test("everything is put there, and pointers only to what is there", async () => {
		describe(labels.one);
		const run = await project.up();

		digests.push(ringsOf(run).canary);
		expect(ringsOf(run).broad).toBe(digests[0]);
		expect(
			Object.keys(bucket())
				.filter((key) => key.endsWith("/current.json"))
				.sort(),
		).toEqual(
			["groups/finance", "groups/pilot", "perimeter"].flatMap((scope) =>
				["broad", "canary"].map((ring) => `example-cowork/eu/${scope}/rings/${ring}/current.json`),
			),
		);
		const secrets = Object.keys(bucket()).filter((key) => key.startsWith("example-cowork-secrets/"));
		expect(secrets.sort()).toEqual([
			`example-cowork-secrets/eu/groups/finance/revisions/${digests[0]}/profiles/linux/managed-settings.json`,
			expect.stringContaining("/groups/pilot/"),
		]);
	});

	test("the state holds no secret in clear, of other files a digest alone, and no file is left behind", async () => {
		const state = await project.state();
		const data = await project.resource("eu-perimeter-s3-DATA.md");

		expect(state).not.toContain(secretText);
		expect(state).not.toContain(Buffer.from(secretText).toString("base64"));
		expect(Object.keys(data.inputs.source as object).sort()).toEqual(
			["4dabf18193072939515e22adb298388d", "hash", "path"].sort(),
		);
		expect(existsSync(String((data.inputs.source as { path: string }).path))).toBe(false);
		// The file itself has more than nine thousand bytes.
		expect(JSON.stringify(data).length).toBeLessThan(6000);
	});

	test("the same program does nothing, although the files of its objects are elsewhere", async () => {
		expect((await project.up()).operations).toEqual([]);
	});

	test("a group that changes touches its own objects alone, and what was there stays", async () => {
		const before = Object.keys(bucket());
		describe(labels.two, { broad: { hold: digests[0] } });
		const run = await project.up();

		digests.push(ringsOf(run).canary);
		expect(digests[1]).not.toBe(digests[0]);
		expect(ringsOf(run)).toEqual({ canary: digests[1], broad: digests[0] });
		expect(names(run, "delete")).toEqual([]);
		const touched = [...names(run, "create"), ...names(run, "update")].filter((name) => !name.includes("-index-"));
		expect(touched.filter((name) => !name.startsWith("eu-group-finance-s3-"))).toEqual([]);
		expect(Object.keys(bucket())).toEqual(expect.arrayContaining(before));
	});

	test("promotion and going back write the pointer, and nothing of a revision", async () => {
		describe(labels.two, { broad: { hold: digests[1] } });
		const promoted = await project.up();
		describe(labels.two, { broad: { hold: digests[0] }, canary: { hold: digests[0] } });
		const back = await project.up();

		const written = (run: CloudRun) => run.operations.filter(({ name }) => !name.includes("-index-"));
		expect(written(promoted)).toEqual([{ operation: "update", name: "eu-group-finance-s3-ring-broad" }]);
		expect(written(back)).toEqual([
			{ operation: "update", name: "eu-group-finance-s3-ring-broad" },
			{ operation: "update", name: "eu-group-finance-s3-ring-canary" },
		]);
		expect(ringsOf(back)).toEqual({ canary: digests[0], broad: digests[0] });
	});

	test("a program that renders an earlier revision puts it where it is already, with the same bytes", async () => {
		const before = bucket();
		describe(labels.one);
		const run = await project.up();

		expect(ringsOf(run)).toEqual({ canary: digests[0], broad: digests[0] });
		const revisions = (all: Readonly<Record<string, unknown>>) =>
			Object.entries(all).filter(([key]) => key.includes("/revisions/"));
		expect(revisions(bucket()).sort()).toEqual(revisions(before).sort());
	});

	test("an update that breaks off moves no pointer, and the next one completes it", async () => {
		describe({ deploymentDisplayName: "three" });
		project.refuseOnce("eu-group-finance-s3-settings.json");
		const { message, operations } = await project.failedUp();

		expect(message).toContain("refuses this once");
		expect(operations.filter(({ name }) => name.includes("-ring-"))).toEqual([]);
		const run = await project.up();
		expect(
			names(run, "update")
				.filter((name) => name.includes("-ring-"))
				.sort(),
		).toEqual(["eu-group-finance-s3-ring-broad", "eu-group-finance-s3-ring-canary"]);
		digests.push(ringsOf(run).canary);
	});

	test("a ring that is gone keeps its pointer: devices still follow it", async () => {
		describe({ deploymentDisplayName: "three" }, {}, ["canary"]);
		const run = await project.up();

		expect(names(run, "delete")).toEqual([]);
		expect(bucket()).toHaveProperty(["example-cowork/eu/groups/finance/rings/broad/current.json"]);
	});

	test("destroy leaves what was published, and says so", async () => {
		const before = bucket();
		const run = await project.destroy();

		expect(bucket()).toEqual(before);
		expect(run.text).toContain("retain");
	});
});
