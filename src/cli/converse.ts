import { once } from "node:events";
import { createInterface } from "node:readline";
import { CommandExit } from "./exit.js";

/** Asks a person a question, and gives the answer. */
export type Ask = (question: string) => Promise<string>;

/** A terminal that somebody sits at. */
export interface Terminal {
	readonly input: NodeJS.ReadableStream;
	readonly output: NodeJS.WritableStream;
}

/**
 * Talks with a person. Lines that come before their question, as when several are pasted, wait for it; where somebody
 * leaves with Ctrl-C or Ctrl-D, the command ends.
 */
export async function converse<Result>(
	talk: (ask: Ask) => Promise<Result>,
	{ input, output }: Terminal,
): Promise<Result> {
	const lines = createInterface({ input, output, terminal: true });
	const typed: string[] = [];
	lines.on("line", (line) => typed.push(line));
	let isOpen = true;
	const closed = once(lines, "close").then(() => {
		isOpen = false;
	});
	try {
		return await talk(async (question) => {
			if (typed.length > 0) output.write(`${question}${typed[0]}\n`);
			else if (isOpen) {
				lines.setPrompt(question);
				lines.prompt();
				await Promise.race([once(lines, "line"), closed]);
			}
			const answer = typed.shift();
			if (answer !== undefined) return answer;
			output.write("\n");
			throw new CommandExit(2, "left before the last answer; nothing was written");
		});
	} finally {
		lines.close();
	}
}
