import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Why strace cannot stop a process here, or undefined. */
export const whyNoStrace: string | undefined =
	spawnSync("strace", ["-qq", "-o", "/dev/null", "true"], { stdio: "ignore" }).status === 0
		? undefined
		: "strace is not installed, or may not trace";

/** A system call as strace tells them apart: the n-th of its name in the process. */
export interface SystemCall {
	readonly name: string;
	/** From 1. */
	readonly index: number;
	/** As strace shows it. */
	readonly text: string;
}

/** Calls by which something changes on disk; a file is opened before it is written. */
const changing = ["mkdir", "openat", "write", "rename", "unlink", "rmdir", "utimensat", "symlink", "link", "chmod"];

export interface Traced {
	readonly cwd: string;
	readonly environment?: Readonly<Record<string, string>>;
}

/** The calls by which a program of Node changes something, in their order. */
export function systemCalls(args: readonly string[], { cwd, environment = {} }: Traced): SystemCall[] {
	const folder = mkdtempSync(path.join(tmpdir(), "strace-"));
	try {
		const log = path.join(folder, "log");
		const options = ["-f", "-qq", "-y", "-s", "64", "-e", `trace=${changing}`, "-o", log];
		const run = spawnSync("strace", [...options, process.execPath, ...args], { cwd, env: environmentOf(environment) });
		if (run.status !== 0) throw new Error(`the traced program exits with ${run.status}: ${run.stderr}`);
		const counts = new Map<string, number>();
		return readFileSync(log, "utf8")
			.split("\n")
			.flatMap((line) => {
				const [, thread, name, rest] = /^(\d+) +(\w+)(\(.*)$/.exec(line) ?? [];
				if (thread === undefined || name === undefined || rest === undefined) return [];
				// Injection counts for each thread by itself.
				const index = (counts.get(`${thread} ${name}`) ?? 0) + 1;
				counts.set(`${thread} ${name}`, index);
				return [{ name, index, text: rest }];
			});
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Runs a program of Node that is killed as it enters a system call, which is not carried out. */
export function killedAt(
	{ name, index }: SystemCall,
	args: readonly string[],
	{ cwd, environment = {} }: Traced,
): Promise<NodeJS.Signals | null> {
	const inject = [
		"-f",
		"-qq",
		"-o",
		"/dev/null",
		"-e",
		`trace=${name}`,
		"-e",
		`inject=${name}:signal=KILL:when=${index}`,
	];
	const child = spawn("strace", [...inject, process.execPath, ...args], {
		cwd,
		env: environmentOf(environment),
		stdio: "ignore",
	});
	return new Promise((resolve, reject) => {
		// strace ends as what it traces.
		child.on("error", reject).on("close", (_, signal) => resolve(signal));
	});
}

function environmentOf(environment: Readonly<Record<string, string>>) {
	return { PATH: process.env.PATH ?? "", ...environment };
}
