import { processOutput } from "./output.js";
import { run } from "./program.js";

/** Runs the command as this process, which ends with its exit code. */
export async function runProcess(): Promise<void> {
	const code = await run(process.argv.slice(2), processOutput());
	// A result that could not be printed has set its own.
	process.exitCode ??= code;
}
