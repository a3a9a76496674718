/** Ends a command with a code and a message for standard error; 1: the deployment is invalid, 2: wrong usage. */
export class CommandExit extends Error {
	constructor(
		readonly code: 1 | 2,
		message: string,
	) {
		super(message);
	}
}
