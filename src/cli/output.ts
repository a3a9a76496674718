import picocolors from "picocolors";
import { largestFile } from "../deployment/largest-file.js";
import { reasonOf } from "../files/fault.js";
import { prettyJson } from "../json.js";
import { printable } from "../printable.js";
import type { Ask } from "./converse.js";
import { wrapLines } from "./wrap-lines.js";

/** Talks with a person, who is there for as long as the talk goes on. */
export type Converse = <Result>(talk: (ask: Ask) => Promise<Result>) => Promise<Result>;

/** Where a command writes and what it knows of its surroundings; replaced in tests. */
export interface Output {
	/** Results for people, on standard output; on a terminal no line is wider than that. */
	result(text: string): void;
	/** Results that programs read or that are kept, on standard output as they are. */
	data(text: string): void;
	/** Problems and progress, on standard error. */
	notice(text: string): void;
	/** Takes down what a command has done, which stays done where its result cannot be printed. */
	done(what: string): void;
	/** How to talk with a person; undefined where none sits at a terminal. */
	converser(): Converse | undefined;
	readonly colors: ReturnType<typeof picocolors.createColors>;
	/** Width of a line, for tables; infinite where no terminal shows them, so that nothing is wrapped. */
	readonly columns: number;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** What comes by standard input, up to a little more than a deployment file may have. */
	input(): Promise<string>;
	/** Milliseconds since the command started. */
	elapsed(): number;
}

/** Prints the result as one JSON document. */
export function printJson({ data }: Pick<Output, "data">, document: unknown): void {
	data(prettyJson(document).trimEnd());
}

/**
 * The process's own streams, each made when it is first used, which is not nothing; coloured only on a terminal and
 * without NO_COLOR.
 */
export function processOutput(): Output {
	const { stdout, env } = process;
	const notices = noticeStream();
	let done = "";
	stdout.once("error", (fault: NodeJS.ErrnoException) => {
		// What is printed after that fails for the same reason.
		stdout.on("error", () => undefined);
		// A reader that has seen enough, such as `head`, is no failure.
		if (fault.code === "EPIPE") return;
		process.exitCode = 2;
		notices().write(`cannot print the result: ${reasonOf(fault)}${done === "" ? "" : `; ${printable(done)}`}\n`);
	});
	return {
		result: (text) => void stdout.write(`${text}\n`),
		data: (text) => void stdout.write(`${text}\n`),
		notice: (text) => void notices().write(`${text}\n`),
		done: (what) => {
			done = what;
		},
		converser: () => (process.stdin.isTTY && stdout.isTTY ? talkAtTerminal : undefined),
		colors: picocolors.createColors(stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb"),
		// A terminal that nobody has given a size says 0.
		columns: stdout.columns || Number.POSITIVE_INFINITY,
		environment: env,
		input: () => textOf(process.stdin),
		// `performance` would load what a short run has no other use for.
		elapsed: () => process.uptime() * 1000,
	};
}

function noticeStream(): () => NodeJS.WriteStream {
	let stream: NodeJS.WriteStream | undefined;
	// There is no other place to say that it cannot be written to.
	return () => (stream ??= process.stderr.on("error", () => undefined));
}

async function talkAtTerminal<Result>(talk: (ask: Ask) => Promise<Result>): Promise<Result> {
	const { converse } = await import("./converse.js");
	return converse(talk, { input: process.stdin, output: process.stdout });
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
	const pieces: Buffer[] = [];
	let total = 0;
	for await (const piece of stream) {
		pieces.push(piece);
		total += piece.length;
		if (total > largestFile) break;
	}
	return Buffer.concat(pieces).toString("utf8");
}

/** What {@link Output.colors} puts around text. */
const style = new RegExp(`(${"\u001b"}\\[\\d{1,2}m)`);

/** The same output, where no text can make a terminal do anything but show it; lines and own colours stay. */
export function withoutControls(output: Output): Output {
	const plain = (text: string) => text.split("\n").map(printable).join("\n");
	const styled = (text: string) =>
		text
			.split(style)
			.map((piece, index) => (index % 2 === 0 ? plain(piece) : piece))
			.join("");
	return {
		...output,
		result: (text) =>
			output.result(wrapLines(output.colors.isColorSupported ? styled(text) : plain(text), output.columns)),
		data: (text) => output.data(plain(text)),
		notice: (text) => output.notice(plain(text)),
	};
}
