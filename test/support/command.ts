import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { run as runProgram } from "./programs.js";
import { shared } from "./shared.js";

export interface Ran {
	readonly status: number | null;
	readonly stdout: string;
	/** Without lines of progress, which only a slow machine sees. */
	readonly stderr: string;
}

/** The command as it is shipped, built from the sources under test. */
export function shippedCommand() {
	let built = "";
	const main = () => path.join(built, "main.js");
	beforeAll(() => {
		built = shared("command", (folder) => {
			runProgram(process.execPath, ["scripts/bundle.js", "command", folder]);
			return folder;
		});
	});
	return {
		main,
		/** Runs it in a process of its own; of this process's environment only what a process needs is passed on. */
		run(
			args: readonly string[],
			environment: Readonly<Record<string, string>> = {},
			options: SpawnSyncOptions = {},
		): Ran {
			const env = { PATH: process.env.PATH ?? "", ...environment };
			const result = spawnSync(process.execPath, [main(), ...args], { ...options, env, encoding: "utf8" });
			return { status: result.status, stdout: result.stdout, stderr: withoutProgress(result.stderr) };
		},
	};
}

export function withoutProgress(stderr: string): string {
	return stderr.replace(/^compiling \S+: \d+ of \d+ groups\n/gm, "");
}

/** A folder that exists while the tests of one file run. */
export function temporaryFolder(): () => string {
	let folder = "";
	beforeAll(() => {
		folder = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-"));
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	return () => folder;
}
