import picocolors from "picocolors";

/** Where a command writes and what it knows of its surroundings; replaced in tests. */
export interface Output {
	/** Results, on standard output. */
	result(text: string): void;
	/** Problems and progress, on standard error. */
	notice(text: string): void;
	readonly colors: ReturnType<typeof picocolors.createColors>;
	/** Width of a line, for tables. */
	readonly columns: number;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Milliseconds since the command started. */
	elapsed(): number;
}

/** The process's own streams; coloured only on a terminal and without NO_COLOR. */
export function processOutput(): Output {
	const { stdout, stderr, env } = process;
	return {
		result: (text) => void stdout.write(`${text}\n`),
		notice: (text) => void stderr.write(`${text}\n`),
		colors: picocolors.createColors(stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb"),
		columns: stdout.columns ?? 120,
		environment: env,
		elapsed: () => performance.now(),
	};
}
