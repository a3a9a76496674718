import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { cached } from "./cached.js";
import { end, saying } from "./server-process.js";

const server = cached("azurite-3.35.0/node_modules/azurite/dist/src/blob/main.js");

export const whyNoAzurite = existsSync(server) ? undefined : "Azurite is not installed";

export interface BlobAnswer {
	readonly status: number;
	readonly headers: Headers;
	readonly content: Uint8Array;
}

interface Access {
	readonly account: string;
	readonly key: string;
	readonly endpoint: string;
}

interface RequestParts {
	readonly headers?: Readonly<Record<string, string>>;
	readonly content?: Uint8Array;
	readonly query?: string;
}

/** What the stand-in for Azure, which is no module of ours, signs its requests with. */
export const requestModule = path.resolve("test/support/blob-request.cjs");
const {
	blobRequest,
}: {
	readonly blobRequest: (
		access: Access,
		method: string,
		resource: string,
		more: RequestParts,
	) => { readonly url: string; readonly headers: Readonly<Record<string, string>> };
} = createRequire(import.meta.url)(requestModule);

/** A server that speaks as Azure Blob Storage does, with one account. */
export interface Azurite {
	readonly account: string;
	readonly connectionString: string;
	readonly access: Access;
	/** By a client that is none of Microsoft's: a request for `container`, or for `container/blob`. */
	request(method: string, resource: string, more?: RequestParts): Promise<BlobAnswer>;
	/** Names of everything in a container, in order. */
	list(container: string): Promise<readonly string[]>;
	stop(): Promise<void>;
}

export async function startAzurite(account = "examplecowork"): Promise<Azurite> {
	const folder = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-azurite-"));
	const key = randomBytes(64).toString("base64");
	const options = [
		"--blobHost",
		"127.0.0.1",
		"--blobPort",
		"0",
		"-l",
		folder,
		"--skipApiVersionCheck",
		"--disableTelemetry",
		"--silent",
	];
	const child = spawn(process.execPath, [server, ...options], {
		env: { ...process.env, AZURITE_ACCOUNTS: `${account}:${key}` },
		stdio: ["ignore", "pipe", "inherit"],
	});
	const [, address] = await saying(child, /listens on (http:\/\/[^\s]+)/);
	const endpoint = `${address}/${account}`;
	const access = { account, key, endpoint };
	const request: Azurite["request"] = async (method, resource, more = {}) => {
		const { url, headers } = blobRequest(access, method, resource, more);
		const answer = await fetch(url, { method, headers, ...(more.content && { body: Buffer.from(more.content) }) });
		return { status: answer.status, headers: answer.headers, content: new Uint8Array(await answer.arrayBuffer()) };
	};
	return {
		account,
		access,
		connectionString: `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${key};BlobEndpoint=${endpoint};`,
		request,
		async list(container) {
			const { content } = await request("GET", container, { query: "comp=list&restype=container" });
			return [
				...Buffer.from(content)
					.toString()
					.matchAll(/<Name>([^<]*)<\/Name>/g),
			].map(([, name = ""]) => name);
		},
		async stop() {
			await end(child);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
