import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { quiet } from "../../support/configuration.js";
import { describeEngine, secretText, shippedPackage } from "../../support/engine.js";
import { type GcsServer, gcsLocation, startGcsServer, whyNoGcsServer } from "../../support/fake-gcs-server.js";
import { CloudProject, each } from "../simulated.js";

/** Publishes what `input.json` describes: a block of the store, rings, and settings of groups. */
const program = `import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, gateway, lookUpPublished } from "pulumi-cowork";
import { gcs } from "pulumi-cowork/gcp";
const { store, rings, groups, key, isLookedUp } = JSON.parse(readFileSync(new URL("./input.json", import.meta.url), "utf8"));
const signIn = key === undefined ? { interactive: {} } : { apiKey: pulumi.secret(key) };
const of = ([name, { settings, rings }]) => [
	name,
	{ preset: "none", platforms: ["macos", "windows"], ...(settings && { settings }), ...(rings && { rings }) },
];
const args = {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: gateway({ baseUrl: "https://llm.example.com", signIn, models: ["claude-sonnet-5"] }),
	app: { installer: "offline" },
	settings: { ...${JSON.stringify(quiet)}, isLocalDevMcpEnabled: false },
	groups: Object.fromEntries(Object.entries(groups).map(of)),
	publish: { stores: [gcs(store)], ...(rings && { rings }) },
};
/** Stands until then: an output is waited for. */
export const deployed = (isLookedUp ? lookUpPublished("eu", args) : Promise.resolve(args)).then((all) => {
	new CoworkDeployment("eu", all);
	return true;
});
`;

const gcp = {
	name: "gcp",
	knowledge: "test/engine/gcp/simulated-storage.cjs",
	packages: ["@pulumi/gcp", "@google-cloud/storage"],
};
const location = gcsLocation;
const readers = ["group:mdm@example.com"];

/** An object as the JSON API tells of it. */
interface StoredObject {
	readonly name: string;
	readonly generation: string;
	readonly contentType: string;
	readonly cacheControl?: string;
	readonly contentDisposition?: string;
	readonly timeDeleted?: string;
}

/** On a busy machine each takes half a minute. */
const manyOperations = { timeout: 900_000 };
const reason = whyNoGcsServer ? ` (${whyNoGcsServer})` : "";

describeEngine(`Cloud Storage by a simulated Google Cloud and a server${reason}`, () => {
	const folder = shippedPackage();
	let server: GcsServer;
	beforeAll(async () => {
		if (whyNoGcsServer === undefined) server = await startGcsServer();
	});
	afterAll(() => server?.stop());
	afterEach(() => vi.unstubAllEnvs());

	const projectWith = (name: string) => {
		const project = new CloudProject(gcp, folder(), name, program);
		project.tell("server.json", { url: server.url });
		return project;
	};
	const objects = async (bucket: string, more = ""): Promise<readonly StoredObject[]> => {
		const found = await server.ask("GET", `storage/v1/b/${bucket}/o?maxResults=1000${more}`);
		const { items = [] } = (await found.json()) as { items?: StoredObject[] };
		return items;
	};
	const bytes = async (bucket: string, name: string): Promise<Buffer> => {
		const found = await server.ask("GET", `storage/v1/b/${bucket}/o/${encodeURIComponent(name)}?alt=media`);
		return Buffer.from(await found.arrayBuffer());
	};
	const pointer = async (bucket: string, name: string): Promise<{ readonly revision: string }> =>
		JSON.parse((await bytes(bucket, name)).toString());
	const sha256 = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");

	/** Every revision in a bucket is what its manifest says, in whichever bucket a file is. */
	const expectWhole = async (bucket: string, secrets: string | undefined, folders: readonly string[]) => {
		for (const below of folders) {
			const manifest = await bytes(bucket, `${below}/manifest.json`);
			expect(sha256(manifest)).toBe(below.slice(below.lastIndexOf("/") + 1));
			for (const { path, sha256: digest, sensitive } of JSON.parse(manifest.toString()).files)
				expect([path, sha256(await bytes(sensitive ? (secrets ?? "") : bucket, `${below}/${path}`))]).toEqual([
					path,
					digest,
				]);
		}
	};

	test.skipIf(whyNoGcsServer)("a life: publish, change one group, go back, hold, destroy", manyOperations, async () => {
		const project = projectWith("life");
		const store = {
			bucket: "life-cowork",
			location,
			kmsKeyName: `projects/keys/locations/${location}/keyRings/cowork/cryptoKeys/artifacts`,
			retention: { days: 30 },
			readers: ["group:endpoint@example.com"],
			sensitive: { bucket: "life-secrets", readers },
		};
		const rings = ["canary", "broad"];
		const groups = { pilot: {}, general: {} };
		const input = { store, rings, groups, key: secretText };

		project.describe(input);
		expect((await project.preview()).operations).toEqual([]);
		const { operations, text } = await project.up();
		expect(text).not.toContain(secretText);
		expect(operations.every(({ operation }) => operation === "create")).toBe(true);
		expect(operations.map(({ name }) => name).filter((name) => name.startsWith("eu-gcs-"))).toEqual([
			"eu-gcs-bucket",
			"eu-gcs-key-user",
			"eu-gcs-reader.group:endpoint@example.com",
			"eu-gcs-sensitive-bucket",
			"eu-gcs-sensitive-readers",
		]);

		const at = (group: string, ring: string) => `eu/groups/${group}/rings/${ring}/current.json`;
		const first = await pointer(store.bucket, at("pilot", "canary"));
		expect(first).toMatchObject({ deployment: "eu", group: "pilot", ring: "canary", held: false });
		const pilot = (digest: string) => `eu/groups/pilot/revisions/${digest}`;
		const general = `eu/groups/general/revisions/${(await pointer(store.bucket, at("general", "broad"))).revision}`;
		await expectWhole(store.bucket, store.sensitive.bucket, [pilot(first.revision), general]);
		const open = await objects(store.bucket);
		const secret = await objects(store.sensitive.bucket);
		for (const { name } of open) expect((await bytes(store.bucket, name)).toString()).not.toContain(secretText);
		const registry = secret.find(({ name }) => name.startsWith(pilot(first.revision)) && name.endsWith(".reg"));
		expect(registry).toMatchObject({ contentType: "text/plain; charset=utf-16le", cacheControl: "no-store" });
		expect(registry?.contentDisposition).toMatch(/^attachment; filename="[^"]+\.reg"$/);
		const content = await bytes(store.sensitive.bucket, registry?.name ?? "");
		expect(content.toString("utf16le")).toContain(secretText);
		// What is published is there for a client that writes only what is not.
		for (const { name } of open) {
			const place = `upload/storage/v1/b/${store.bucket}/o?uploadType=media&ifGenerationMatch=0`;
			const write = server.ask("POST", `${place}&name=${encodeURIComponent(name)}`, {
				type: "text/plain",
				content: "",
			});
			await expect(write).rejects.toThrow(": 412 ");
		}
		expect(open.find(({ name }) => name.endsWith("/manifest.json"))).toMatchObject({
			contentType: "application/json",
			cacheControl: "private, max-age=31536000, immutable",
		});
		expect(open.find(({ name }) => name === at("pilot", "canary"))).toMatchObject({ cacheControl: "no-cache" });

		const state = await project.state();
		expect(state).not.toContain(secretText);
		expect(state).not.toContain(content.toString("base64"));
		// Neither bytes nor where they were read from: a digest.
		expect(state).not.toContain("PayloadContent");
		expect((await project.up()).operations).toEqual([]);

		project.describe({ ...input, groups: { ...groups, pilot: { settings: { isDesktopExtensionEnabled: false } } } });
		const changed = await project.up();
		expect(new Set(changed.operations.map(({ name }) => name.replace(/-gcs(-.*)?$/, "")))).toEqual(
			new Set(["eu-group-pilot", "eu-index"]),
		);
		expect(changed.operations.filter(({ name }) => name.includes("-ring-"))).toEqual(
			each(
				"update",
				rings.map((ring) => `eu-group-pilot-gcs-ring-${ring}`),
			),
		);
		expect(changed.operations.filter(({ operation }) => operation === "delete")).toEqual([]);
		const second = await pointer(store.bucket, at("pilot", "canary"));
		expect(second.revision).not.toBe(first.revision);
		await expectWhole(store.bucket, store.sensitive.bucket, [pilot(first.revision), pilot(second.revision), general]);

		// Published once more, under a policy that lets nobody take anything away.
		project.describe(input);
		await project.up();
		expect((await pointer(store.bucket, at("pilot", "broad"))).revision).toBe(first.revision);
		await expectWhole(store.bucket, store.sensitive.bucket, [pilot(first.revision), pilot(second.revision)]);
		const versions = await objects(store.bucket, "&versions=true");
		expect(versions.filter(({ name }) => name === at("pilot", "broad"))).toHaveLength(3);
		expect(versions.filter(({ name }) => name === `${pilot(first.revision)}/manifest.json`)).toHaveLength(2);

		project.describe({ ...input, groups: { ...groups, pilot: { rings: { broad: { hold: second.revision } } } } });
		const held = await project.up();
		expect(held.operations).toEqual(each("update", ["eu-group-pilot-gcs-ring-broad", "eu-index-gcs"]));
		expect(await pointer(store.bucket, at("pilot", "broad"))).toMatchObject({ revision: second.revision, held: true });

		const before = await objects(store.bucket, "&versions=true");
		const destroyed = await project.destroy();
		expect(destroyed.operations).toEqual(
			each("delete", ["eu-gcs-reader.group:endpoint@example.com", "eu-gcs-sensitive-readers"]),
		);
		expect(await objects(store.bucket, "&versions=true")).toEqual(before);

		// What is there is taken up again.
		const { retention: _, kmsKeyName: __, readers: ___, location: ____, ...existing } = store;
		const back = { ...existing, existing: true, sensitive: { bucket: store.sensitive.bucket, existing: true } };
		project.describe({ ...input, store: back });
		await project.up();
		expect((await pointer(store.bucket, at("pilot", "broad"))).revision).toBe(first.revision);
	});

	test.skipIf(whyNoGcsServer)("an upload that is refused moves no pointer, and the next run does", async () => {
		const project = projectWith("refusal");
		const store = { bucket: "refusal-cowork", location, retain: false };
		project.describe({ store, groups: { pilot: {} } });
		project.refuseOnce("eu-group-pilot-gcs-manifest.json");
		const { message } = await project.failedUp();
		expect(message).toContain("the simulated Google Cloud refuses this once");
		const names = async () => (await objects(store.bucket)).map(({ name }) => name);
		expect((await names()).filter((name) => /groups\/pilot\/(rings\/|.*manifest\.json$)/.test(name))).toEqual([]);
		await project.up();
		expect(await names()).toContain("eu/groups/pilot/rings/all/current.json");

		await project.destroy();
		const gone = await fetch(`${server.url}/storage/v1/b/${store.bucket}`);
		expect(gone.status).toBe(404);
	});

	test.skipIf(whyNoGcsServer)("what stands in the bucket is held to what the program says", async () => {
		vi.stubEnv("STORAGE_EMULATOR_HOST", server.url);
		const project = projectWith("looked");
		const store = { bucket: "looked-cowork", location, prefix: "cowork/prod" };
		const input = { store, groups: { pilot: {} }, isLookedUp: true };
		const all = "cowork/prod/eu/groups/pilot/rings/all/current.json";
		project.describe(input);
		await project.up();
		const { revision } = await pointer(store.bucket, all);

		const pilot = { settings: { isDesktopExtensionEnabled: false } };
		project.describe({ ...input, groups: { pilot } });
		await project.up();
		expect(await pointer(store.bucket, all)).toMatchObject({ replaces: revision });

		const hold = "0".repeat(64);
		project.describe({ ...input, groups: { pilot: { rings: { all: { hold } } } }, rings: ["all"] });
		expect(await project.failedPreview()).toContain(
			"groups.pilot.rings.all.hold: was never published to gs://looked-cowork/cowork/prod/",
		);
		project.describe({ ...input, store: { ...store, location: "europe-west4" } });
		expect(await project.failedPreview()).toContain(
			"publish.gcs: says europe-west4, and gs://looked-cowork/cowork/prod/ is in europe-west3",
		);
	});

	test.skipIf(whyNoGcsServer)("secrets without a bucket of their own are refused in the preview", async () => {
		const project = projectWith("secrets");
		project.describe({ store: { bucket: "secrets-cowork", location }, groups: { pilot: {} }, key: secretText });
		const message = await project.failedPreview();
		expect(message).toContain("publish.gcs.sensitive: is missing, and some files carry secrets");
		expect(message).not.toContain(secretText);
	});
});
