import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { stringify } from "yaml";
import type { JsonObject } from "../../../src/json.js";
import { builtReader } from "../../support/built-reader.js";
import { inFolder } from "../../support/in-folder.js";
import { closed, freePort, listening } from "../../support/listening.js";

const sources = path.join(import.meta.dirname, "collector");

/** A real collector of the components that the configuration uses, or why it cannot be had here. */
export function realCollector() {
	return builtReader("otelcol-0.160.0", sources, ["go", "build", "-o", "otelcol", "."], "otelcol", {
		takesMinutes: true,
	});
}

/** What is sent: OTLP as JSON, by the signal's path. */
export interface Sent {
	readonly path: "/v1/logs" | "/v1/metrics" | "/v1/traces";
	readonly body: object;
	/** @default the right one */
	readonly token?: string;
}

export interface Arrived {
	/** Bodies as they came, by the sink's name. */
	readonly bySink: ReadonlyMap<string, readonly string[]>;
	/** Status of each request that was sent. */
	readonly statuses: readonly number[];
	/** What the collector said. */
	readonly log: string;
}

/**
 * What comes out of a configuration at every sink, which is given as `http://sink/<name>`. The collector has stopped, and
 * sent all it had, before anything is looked at.
 */
export async function throughCollector(program: string, config: JsonObject, sent: readonly Sent[]): Promise<Arrived> {
	const bySink = new Map<string, string[]>();
	const sink = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on("data", (chunk: Buffer) => chunks.push(chunk));
		request.on("end", () => {
			const whole = Buffer.concat(chunks);
			const text = (request.headers["content-encoding"] === "gzip" ? gunzipSync(whole) : whole).toString("utf8");
			const [, name = ""] = (request.url ?? "").split("/");
			bySink.set(name, [...(bySink.get(name) ?? []), text]);
			response.setHeader("content-type", "application/json").end("{}");
		});
	});
	const address = await listening(sink);
	const [http, grpc, health] = await Promise.all([freePort(), freePort(), freePort()]);
	try {
		return await inFolder(async (folder) => {
			const written = path.join(folder, "collector.yaml");
			const here = path.join(folder, "here.yaml");
			writeFileSync(written, stringify(config).replaceAll("http://127.0.0.1:1/", `${address}/`));
			const names = Object.keys(config.exporters as JsonObject);
			writeFileSync(
				here,
				stringify({
					extensions: { health_check: { endpoint: `127.0.0.1:${health}` } },
					receivers: {
						otlp: {
							protocols: { http: { endpoint: `127.0.0.1:${http}` }, grpc: { endpoint: `127.0.0.1:${grpc}` } },
						},
					},
					exporters: Object.fromEntries(names.map((name) => [name, { encoding: "json" }])),
					service: { telemetry: { metrics: { level: "none" } } },
				}),
			);
			const environment = { COLLECTOR_TOKEN: "Bearer right", SIEM_TOKEN: "s", VAULT_TOKEN: "v" };
			const { statuses, log } = await sendTo(program, [written, here], environment, http, sent);
			return { bySink, statuses, log };
		});
	} finally {
		await closed(sink);
	}
}

/** What each file of a configuration holds that writes to a folder, once the collector has stopped. */
export async function intoFiles(
	program: string,
	config: string,
	folder: string,
	sent: readonly Sent[],
): Promise<readonly number[]> {
	const [http, grpc, health] = await Promise.all([freePort(), freePort(), freePort()]);
	const written = path.join(folder, "collector.yaml");
	const there: Readonly<Record<string, number>> = { 4318: http, 4317: grpc, 13133: health };
	writeFileSync(
		written,
		config.replace(/:(4318|4317|13133)$/gm, (_, port: string) => `:${there[port]}`),
	);
	const environment = { COWORK_RECEIVED: path.join(folder, "received") };
	return (await sendTo(program, [written], environment, http, sent)).statuses;
}

/** Starts a collector, sends, and ends it: it has written or sent on all that it took. */
async function sendTo(
	program: string,
	configurations: readonly string[],
	environment: Readonly<Record<string, string>>,
	port: number,
	sent: readonly Sent[],
): Promise<Pick<Arrived, "statuses" | "log">> {
	const child = spawn(
		program,
		configurations.flatMap((each) => ["--config", each]),
		{ env: { COWORK_PSEUDONYM_KEY: "key", ...environment }, stdio: ["ignore", "ignore", "pipe"] },
	);
	let log = "";
	const ready = new Promise<void>((resolve, reject) => {
		child.stderr.on("data", (chunk: Buffer) => {
			log += chunk.toString("utf8");
			if (log.includes("Everything is ready")) resolve();
		});
		child.on("exit", () => reject(new Error(`the collector ended: ${log.slice(-3000)}`)));
	});
	await ready;
	const statuses: number[] = [];
	for (const { path: at, body, token = "Bearer right" } of sent) {
		const response = await fetch(`http://127.0.0.1:${port}${at}`, {
			method: "POST",
			headers: { "content-type": "application/json", Authorization: token },
			body: JSON.stringify(body),
		});
		statuses.push(response.status);
		await response.arrayBuffer();
	}
	const ended = once(child, "exit");
	child.kill("SIGTERM");
	await ended;
	return { statuses, log };
}
