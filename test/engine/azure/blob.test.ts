import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Azurite, requestModule, startAzurite, whyNoAzurite } from "../../support/azurite.js";
import { quiet } from "../../support/configuration.js";
import { describeEngine, secretText, shippedPackage } from "../../support/engine.js";
import { CloudProject } from "../simulated.js";

/** Publishes what `input.json` describes: a block of the store, rings, and settings of groups. */
const program = `import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, gateway } from "pulumi-cowork";
import { azureBlob } from "pulumi-cowork/azure";
const { store, rings, groups } = JSON.parse(readFileSync(new URL("./input.json", import.meta.url), "utf8"));
const of = ([name, { settings, rings }]) => [
	name,
	{ preset: "none", platforms: ["macos", "windows"], ...(settings && { settings }), ...(rings && { rings }) },
];
new CoworkDeployment("eu", {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: gateway({
		baseUrl: "https://llm.example.com",
		signIn: { apiKey: pulumi.secret(${JSON.stringify(secretText)}) },
		models: ["claude-sonnet-5"],
	}),
	app: { installer: "offline" },
	settings: { ...${JSON.stringify(quiet)}, isLocalDevMcpEnabled: false },
	groups: Object.fromEntries(Object.entries(groups).map(of)),
	publish: { stores: [azureBlob(store)], ...(rings && { rings }) },
});
`;

const azure = {
	name: "azure-native",
	knowledge: "test/engine/azure/simulated-blob.cjs",
	packages: ["@pulumi/azure-native", "@azure/storage-blob", "@azure/identity"],
};
const subscription = "0f1e2d3c-4b5a-4968-8776-655443322110";
const reader = { objectId: "aaaaaaaa-0000-4000-8000-000000000001", type: "Group" } as const;
const rings = ["canary", "broad"];
const changed = { settings: { isDesktopExtensionEnabled: false } };

const reason = whyNoAzurite ? ` (${whyNoAzurite})` : "";
const sha256 = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");

describeEngine(`Azure Blob Storage by a simulated Azure and Azurite${reason}`, () => {
	const folder = shippedPackage();
	let azurite: Azurite;
	beforeAll(async () => {
		if (whyNoAzurite !== undefined) return;
		azurite = await startAzurite();
		// What the engine starts to write as somebody of Entra ID, which Azurite does not know, is let in by a key.
		process.env.AZURE_STORAGE_CONNECTION_STRING = azurite.connectionString;
	});
	afterAll(async () => {
		delete process.env.AZURE_STORAGE_CONNECTION_STRING;
		await azurite?.stop();
	});

	const projectWith = (name: string) => {
		const project = new CloudProject(azure, folder(), name, program);
		project.tell("server.json", { module: requestModule, ...azurite.access });
		project.tell("subscription", subscription);
		return project;
	};
	const at = (group: string, ring: string) => `eu/groups/${group}/rings/${ring}/current.json`;
	const revisions = (group: string, digest: string) => `eu/groups/${group}/revisions/${digest}`;

	/** Of one store, by a client that is none of those that wrote. */
	const within = (container: string, secrets: string) => {
		const get = async (key: string, from = container) => azurite.request("GET", `${from}/${key}`);
		const pointer = async (group: string, ring: string) =>
			JSON.parse(Buffer.from((await get(at(group, ring))).content).toString());
		return {
			get,
			pointer,
			/** Every file of a revision is what its manifest says, in whichever container it is. */
			async expectWhole(group: string, digest: string) {
				const manifest = (await get(`${revisions(group, digest)}/manifest.json`)).content;
				expect(sha256(manifest)).toBe(digest);
				for (const { path, sha256: wanted, sensitive } of JSON.parse(Buffer.from(manifest).toString()).files) {
					const { status, content } = await get(`${revisions(group, digest)}/${path}`, sensitive ? secrets : container);
					expect([path, status, sha256(content)]).toEqual([path, 200, wanted]);
				}
			},
		};
	};

	test.skipIf(whyNoAzurite)("a life: publish, change one group, go back, hold, destroy", async () => {
		const project = projectWith("life");
		const [container, secrets] = ["life", "life-secrets"];
		const store = {
			subscription,
			resourceGroup: "cowork",
			account: { name: azurite.account },
			container: { name: container },
			readers: [reader],
			writers: [],
			sensitive: { container: { name: secrets } },
		};
		const groups = { pilot: {}, general: {} };
		const input = { store, rings, groups };
		const { get, pointer, expectWhole } = within(container, secrets);

		project.describe(input);
		expect((await project.preview()).operations).toEqual([]);
		const { operations, text } = await project.up();
		expect(text).not.toContain(secretText);
		expect(operations.map(({ name }) => name).filter((name) => name.startsWith("eu-azureBlob-"))).toEqual([
			"eu-azureBlob-account",
			"eu-azureBlob-blob-service",
			"eu-azureBlob-container",
			`eu-azureBlob-reader.${reader.objectId}`,
			"eu-azureBlob-sensitive-container",
		]);

		const first = await pointer("pilot", "canary");
		const general = await pointer("general", "broad");
		expect(first).toMatchObject({ deployment: "eu", group: "pilot", ring: "canary", held: false });
		await expectWhole("pilot", first.revision);
		await expectWhole("general", general.revision);
		for (const name of await azurite.list(container))
			expect(Buffer.from((await get(name)).content).toString()).not.toContain(secretText);
		const registry = (await azurite.list(secrets)).find((name) => name.endsWith("/Claude.reg")) ?? "";
		const found = await get(registry, secrets);
		expect(Buffer.from(found.content).toString("utf16le")).toContain(secretText);
		expect(found.headers.get("content-type")).toBe("text/plain; charset=utf-16le");
		expect(found.headers.get("x-ms-meta-sha256")).toBe(sha256(found.content));
		expect(found.headers.get("content-md5")).toBe(createHash("md5").update(found.content).digest("base64"));
		expect(found.headers.get("cache-control")).toBe("no-store");
		expect(found.headers.get("content-disposition")).toBe('attachment; filename="Claude.reg"');
		expect((await get(at("pilot", "canary"))).headers.get("cache-control")).toBe("no-cache");

		const state = await project.state();
		expect(state).not.toContain(secretText);
		expect(state).not.toContain(Buffer.from(found.content).toString("base64"));
		expect(state).not.toContain("PayloadContent");
		expect((await project.up()).operations).toEqual([]);

		project.describe({ ...input, groups: { ...groups, pilot: changed } });
		const after = await project.up();
		// Nothing of what the provider of Azure looks after, and nothing of the other group.
		expect(after.operations).toEqual([]);
		expect(after.text).toContain("eu-group-pilot-azureBlob-ring-canary");
		expect(after.text).not.toContain("eu-group-general-azureBlob");
		const second = await pointer("pilot", "canary");
		expect(second.revision).not.toBe(first.revision);
		expect(await pointer("general", "broad")).toEqual(general);
		for (const { revision } of [first, second]) await expectWhole("pilot", revision);

		// Published once more: what stands there is written over with the same.
		project.describe(input);
		await project.up();
		expect((await pointer("pilot", "broad")).revision).toBe(first.revision);
		for (const { revision } of [first, second]) await expectWhole("pilot", revision);

		project.describe({ ...input, groups: { ...groups, pilot: { rings: { broad: { hold: second.revision } } } } });
		await project.up();
		expect(await pointer("pilot", "broad")).toMatchObject({ revision: second.revision, held: true });
		expect((await pointer("pilot", "canary")).revision).toBe(first.revision);

		const standing = async () =>
			[...(await azurite.list(container)), ...(await azurite.list(secrets))].filter((name) => name !== "eu/index.html");
		const before = await standing();
		// Who may read goes with the program, and nothing else.
		expect((await project.destroy()).operations).toEqual([
			{ operation: "delete", name: `eu-azureBlob-reader.${reader.objectId}` },
		]);
		expect(await standing()).toEqual(before);
	});

	test.skipIf(whyNoAzurite)("an upload that is refused moves no pointer, and the next run does", async () => {
		const project = projectWith("refusal");
		const account = { name: azurite.account, existing: true };
		const container = (name: string) => azurite.request("PUT", name, { query: "restype=container" });
		await container("refusal");
		const store = {
			subscription,
			resourceGroup: "cowork",
			account,
			container: { name: "refusal", existing: true },
			sensitive: { container: { name: "refusal-secrets", existing: true } },
		};
		project.describe({ store, groups: { pilot: {} } });
		const { message } = await project.failedUp();
		expect(message).toMatch(/cannot write https:\S+\/refusal-secrets\/\S+: there is no such container/);
		const { pointer, expectWhole } = within("refusal", "refusal-secrets");
		expect((await azurite.list("refusal")).filter((name) => /groups\/pilot\/(rings|.*manifest)/.test(name))).toEqual(
			[],
		);

		await container("refusal-secrets");
		await project.up();
		const { revision } = await pointer("pilot", "all");
		await expectWhole("pilot", revision);
	});

	test.skipIf(whyNoAzurite)("what is not to stay goes with its container", async () => {
		const project = projectWith("gone");
		const place = { account: { name: azurite.account }, container: { name: "gone" } };
		const store = { subscription, resourceGroup: "cowork", ...place, writers: [], sensitive: {}, retain: false };
		project.describe({ store, groups: { pilot: {} } });
		await project.up();
		expect(await azurite.list("gone")).toContain(at("pilot", "all"));
		await project.destroy();
		expect((await azurite.request("GET", "gone", { query: "restype=container" })).status).toBe(404);
	});

	test.skipIf(whyNoAzurite)("a provider of another subscription is refused in the preview", async () => {
		const project = projectWith("elsewhere");
		project.tell("subscription", "1f1e2d3c-4b5a-4968-8776-655443322110");
		const place = { account: { name: azurite.account }, sensitive: {} };
		project.describe({
			store: { subscription, resourceGroup: "cowork", ...place, writers: [] },
			groups: { pilot: {} },
		});
		const message = await project.failedPreview();
		expect(message).toContain(
			`publish.azureBlob.subscription: is ${subscription}, and the provider of Azure creates in`,
		);
	});
});
