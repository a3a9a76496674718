import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import type { StoredObject } from "../../src/object-store/object-reader.js";
import { cached } from "./cached.js";
import { freePort } from "./listening.js";
import { end, saying } from "./server-process.js";

const server = cached("fake-gcs-server-1.56.1/fake-gcs-server");

/** Why no server here talks as Cloud Storage does; undefined where one does. */
export const whyNoGcsServer = existsSync(server) ? undefined : "fake-gcs-server is not installed";

/** Where every bucket of a server is. */
export const gcsLocation = "europe-west3";

export interface GcsServer {
	/** Such as `http://127.0.0.1:4443`. */
	readonly url: string;
	/** A request of its JSON API, as plain as can be. @throws where the status is none of success */
	ask(
		method: string,
		place: string,
		body?: { readonly type: string; readonly content: string | Uint8Array },
	): Promise<Response>;
	createBucket(name: string, more?: object): Promise<void>;
	stop(): Promise<void>;
}

/** A server that keeps everything in memory. */
export async function startGcsServer(): Promise<GcsServer> {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const args = [
		"-location",
		gcsLocation.toUpperCase(),
		"-scheme",
		"http",
		"-host",
		"127.0.0.1",
		"-port",
		`${port}`,
		"-backend",
		"memory",
	];
	const child = spawn(server, [...args, "-public-host", `127.0.0.1:${port}`], { stdio: ["ignore", "pipe", "pipe"] });
	await saying(child, /server started/);
	const ask: GcsServer["ask"] = async (method, place, body) => {
		const response = await fetch(`${url}/${place}`, {
			method,
			...(body && { body: body.content, headers: { "content-type": body.type } }),
		});
		if (!response.ok) throw new Error(`${method} ${place}: ${response.status} ${await response.text()}`);
		return response;
	};
	return {
		url,
		ask,
		async createBucket(name, more = {}) {
			const content = JSON.stringify({ name, ...more });
			await ask("POST", "storage/v1/b?project=example", { type: "application/json", content });
		},
		stop: () => end(child),
	};
}

/** What is put into a bucket. */
export interface ObjectToPut {
	readonly key: string;
	readonly content: Uint8Array;
	readonly headers?: Pick<StoredObject, "mediaType" | "cacheControl" | "disposition"> | undefined;
}

/** Puts an object as the JSON API has it: what is said of it, and then its bytes. */
export async function putObject(server: GcsServer, bucket: string, object: ObjectToPut): Promise<void> {
	const { key, content, headers: { mediaType = "application/octet-stream", cacheControl, disposition } = {} } = object;
	const said = { name: key, contentType: mediaType, cacheControl, contentDisposition: disposition };
	const boundary = "an-end-that-no-file-has";
	const body = Buffer.concat([
		Buffer.from(`--${boundary}\r\ncontent-type: application/json\r\n\r\n${JSON.stringify(said)}\r\n`),
		Buffer.from(`--${boundary}\r\ncontent-type: ${mediaType}\r\n\r\n`),
		content,
		Buffer.from(`\r\n--${boundary}--\r\n`),
	]);
	const type = `multipart/related; boundary=${boundary}`;
	await server.ask("POST", `upload/storage/v1/b/${bucket}/o?uploadType=multipart`, { type, content: body });
}
