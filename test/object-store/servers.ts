import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { objectStores } from "../../src/object-store/index.js";
import type { OpenedStore, StoredObject } from "../../src/object-store/object-reader.js";
import { startAzurite, whyNoAzurite } from "../support/azurite.js";
import { putObject, startGcsServer, whyNoGcsServer } from "../support/fake-gcs-server.js";
import { motoRegion, startMoto, whyNoMoto } from "../support/moto.js";

/** What a store is told with an object, and keeps where it has such a thing. */
export type ObjectHeaders = Pick<StoredObject, "mediaType" | "cacheControl" | "disposition">;

/** A store of its own for one test file, which another client than the reader fills. */
export interface StoreServer {
	open(): Promise<OpenedStore>;
	/** The same store without its bucket, container or folder. */
	openMissing(): Promise<OpenedStore>;
	put(key: string, content: Uint8Array, headers?: ObjectHeaders): Promise<void>;
	/** Which of the headers it keeps. */
	readonly keeps: readonly (keyof ObjectHeaders)[];
	stop(): Promise<void>;
}

/** What starts each store's server; undefined where this machine has none, which skips its tests by name. */
const servers = {
	async local(): Promise<StoreServer> {
		const base = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-"));
		const open = await objectStores.local();
		const request = { deployment: "eu", base, environment: {} };
		mkdirSync(path.join(base, "published"));
		return {
			open: () => open({ directory: "published" }, request),
			openMissing: () => open({ directory: "nowhere" }, request),
			async put(key, content) {
				const file = path.join(base, "published", key);
				mkdirSync(path.dirname(file), { recursive: true });
				writeFileSync(file, content);
			},
			keeps: [],
			async stop() {
				rmSync(base, { recursive: true, force: true });
			},
		};
	},
	async gcs(): Promise<StoreServer | undefined> {
		if (whyNoGcsServer !== undefined) return undefined;
		const server = await startGcsServer();
		await server.createBucket("example-cowork");
		const open = await objectStores.gcs();
		const request = { deployment: "eu", base: "/", environment: { STORAGE_EMULATOR_HOST: server.url } };
		return {
			open: () => open({ bucket: "example-cowork", prefix: "cowork/prod" }, request),
			openMissing: () => open({ bucket: "example-nowhere", prefix: "cowork/prod" }, request),
			put: (key, content, headers) =>
				putObject(server, "example-cowork", { key: `cowork/prod/${key}`, content, headers }),
			keeps: ["mediaType", "cacheControl", "disposition"],
			stop: () => server.stop(),
		};
	},
	async s3(): Promise<StoreServer | undefined> {
		if (whyNoMoto !== undefined) return undefined;
		const moto = await startMoto();
		const Bucket = "example-cowork";
		const CreateBucketConfiguration = { LocationConstraint: motoRegion };
		await moto.boto("create_bucket", { Bucket, CreateBucketConfiguration });
		const open = await objectStores.s3();
		const request = { deployment: "eu", base: ".", environment: moto.environment };
		return {
			open: () => open({ bucket: Bucket, prefix: "claude" }, request),
			openMissing: () => open({ bucket: "example-nowhere" }, request),
			async put(key, content, { mediaType, cacheControl, disposition } = {}) {
				await moto.boto("put_object", {
					Bucket,
					Key: `claude/${key}`,
					Body: { base64: Buffer.from(content).toString("base64") },
					...(mediaType !== undefined && { ContentType: mediaType }),
					...(cacheControl !== undefined && { CacheControl: cacheControl }),
					...(disposition !== undefined && { ContentDisposition: disposition }),
				});
			},
			keeps: ["mediaType", "cacheControl", "disposition"],
			stop: () => moto.stop(),
		};
	},
	async azureBlob(): Promise<StoreServer | undefined> {
		if (whyNoAzurite !== undefined) return undefined;
		const azurite = await startAzurite();
		await azurite.request("PUT", "cowork", { query: "restype=container" });
		const request = {
			deployment: "eu",
			base: "",
			environment: { AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString },
		};
		const block = {
			subscription: "0f1e2d3c-4b5a-4968-8776-655443322110",
			resourceGroup: "cowork",
			account: { name: azurite.account, existing: true },
			prefix: "teams/files",
		};
		const open = await objectStores.azureBlob();
		return {
			open: () => open(block, request),
			openMissing: () => open({ ...block, container: { name: "nowhere", existing: true } }, request),
			async put(key, content, { mediaType, cacheControl, disposition } = {}) {
				const headers = {
					"x-ms-blob-type": "BlockBlob",
					...(mediaType && { "content-type": mediaType, "x-ms-blob-content-type": mediaType }),
					...(cacheControl && { "x-ms-blob-cache-control": cacheControl }),
					...(disposition && { "x-ms-blob-content-disposition": disposition }),
				};
				const { status } = await azurite.request("PUT", `cowork/teams/files/${key}`, { headers, content });
				if (status !== 201) throw new Error(`Azurite answers ${status}`);
			},
			keeps: ["mediaType", "cacheControl", "disposition"],
			stop: () => azurite.stop(),
		};
	},
} satisfies Record<keyof typeof objectStores, () => Promise<StoreServer | undefined>>;

/** Every store with its server, for the tests of one file. */
export async function startedServers() {
	const started = await Promise.all(
		Object.entries(servers).map(async ([name, start]) => ({ name, server: await start() })),
	);
	afterAll(async () => {
		for (const { server } of started) await server?.stop();
	});
	return started;
}
