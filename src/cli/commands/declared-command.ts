import type { Command } from "commander";
import type { Output } from "../output.js";

/** A command as people call it. What it does is loaded when it runs, so that none pays for another. */
export interface DeclaredCommand {
	/** Lines to type; the program's own help shows the first. */
	readonly examples: readonly [string, ...string[]];
	/** What help says after the options. @default - nothing */
	readonly after?: string;
	/** Adds it with its arguments and options. */
	declare(program: Command, output: Output): Command;
}
