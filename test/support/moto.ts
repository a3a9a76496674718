import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface, type Interface } from "node:readline";
import type { Writable } from "node:stream";
import { cached } from "./cached.js";
import { end, saying } from "./server-process.js";

const program = (name: string) => cached("moto-5.2.5/bin", name);

/** Why no server speaks as S3 here; undefined where one can be started. */
export const whyNoMoto = existsSync(program("moto_server")) ? undefined : "moto is not installed";

/** What S3 refused, by the code that it gave. */
export class RefusedCall extends Error {
	override readonly name = "RefusedCall";

	constructor(
		readonly code: string,
		message: string,
	) {
		super(message);
	}
}

/** A server that speaks as S3, and a client of it that is neither ours nor the one that our code uses. */
export interface Moto {
	readonly endpoint: string;
	/** What a program needs to find it. */
	readonly environment: Readonly<Record<string, string>>;
	/**
	 * A call of boto3's client, such as `put_object`. Bytes are `{ base64 }` both ways, dates ISO 8601.
	 *
	 * @throws {@link RefusedCall}
	 */
	boto<Answer = Readonly<Record<string, unknown>>>(
		call: string,
		takes: Readonly<Record<string, unknown>>,
	): Promise<Answer>;
	stop(): Promise<void>;
}

export const motoRegion = "eu-central-1";

export async function startMoto(): Promise<Moto> {
	const server = spawn(program("moto_server"), ["-H", "127.0.0.1", "-p", "0"], {
		// Every request is a line otherwise, which nobody reads.
		env: { ...process.env, PYTHONUNBUFFERED: "1" },
	});
	const [, endpoint = ""] = await saying(server, /Running on (http:\/\/\S+?)\s/);
	const client = spawn(program("python"), ["test/support/boto.py", endpoint, motoRegion]);
	client.stderr.pipe(process.stderr);
	const answers = createInterface(client.stdout);
	const calls = new Calls(client.stdin, answers);
	return {
		endpoint,
		environment: {
			AWS_ENDPOINT_URL_S3: endpoint,
			AWS_ACCESS_KEY_ID: "key",
			AWS_SECRET_ACCESS_KEY: "secret",
			AWS_REGION: motoRegion,
		},
		boto: (call, takes) => calls.make(call, takes),
		async stop() {
			for (const child of [client, server]) await end(child, "SIGKILL");
		},
	};
}

/** Calls of one client, answered in their order. */
class Calls {
	readonly #waiting: ((line: string) => void)[] = [];

	constructor(
		private readonly asked: Writable,
		answers: Interface,
	) {
		answers.on("line", (line) => this.#waiting.shift()?.(line));
	}

	async make<Answer>(call: string, takes: object): Promise<Answer> {
		const line = new Promise<string>((resolve) => this.#waiting.push(resolve));
		this.asked.write(`${JSON.stringify([call, takes])}\n`);
		const { answer, refused, message } = JSON.parse(await line);
		if (refused !== undefined) throw new RefusedCall(refused, message);
		return answer;
	}
}
