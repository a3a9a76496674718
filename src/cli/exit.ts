/** Ends a command with a code and lines for standard error; 1: the deployment is invalid, 2: wrong usage. */
export class CommandExit extends Error {
	readonly lines: readonly string[];

	constructor(
		readonly code: 1 | 2,
		...lines: readonly string[]
	) {
		super(lines.join("\n"));
		this.lines = lines;
	}
}
