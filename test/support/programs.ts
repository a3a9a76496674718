import { spawnSync } from "node:child_process";

/** Whether a program is installed here: it starts with these arguments and exits with 0. */
export function program(name: string, probeArgs: readonly string[] = ["--version"]): boolean {
	return spawnSync(name, probeArgs, { stdio: "ignore", timeout: 20_000 }).status === 0;
}

/** What a program prints. Throws with what it says on stderr where it fails. */
export function run(
	name: string,
	args: readonly string[],
	environment: Readonly<Record<string, string>> = {},
	input = "",
): string {
	const result = spawnSync(name, args, {
		input,
		encoding: "utf8",
		maxBuffer: 1 << 28,
		env: { ...process.env, ...environment },
	});
	if (result.status !== 0) throw new Error(`${name} exits with ${result.status}: ${result.stderr}`);
	return result.stdout;
}
