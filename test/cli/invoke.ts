import picocolors from "picocolors";
import type { Output } from "../../src/cli/output.js";
import { run } from "../../src/cli/program.js";

export interface Invoked {
	readonly code: 0 | 1 | 2;
	/** Lines of standard output. */
	readonly results: readonly string[];
	/** Lines of standard error. */
	readonly notices: readonly string[];
}

/** Runs the command in this process as in a pipe: without colours, and with lines as long as they are. */
export async function invoke(args: readonly string[], surroundings: Partial<Output> = {}): Promise<Invoked> {
	const results: string[] = [];
	const notices: string[] = [];
	const code = await run(args, {
		result: (text) => results.push(...text.split("\n")),
		data: (text) => results.push(...text.split("\n")),
		notice: (text) => notices.push(...text.split("\n")),
		done: () => undefined,
		converser: () => undefined,
		colors: picocolors.createColors(false),
		columns: Number.POSITIVE_INFINITY,
		environment: {},
		input: async () => "",
		elapsed: () => 0,
		...surroundings,
	});
	return { code, results, notices };
}
