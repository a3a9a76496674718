import { existsSync } from "node:fs";
import { checkShape } from "../shape/check-shape.js";
import type { TextShape } from "../shape/shape.js";
import { CommandExit } from "./exit.js";

/** Refuses to write over a file. */
export function refuseStanding(file: string): void {
	if (existsSync(file)) throw new CommandExit(2, `${file} is there already; name another file with --out`);
}

/** Refuses a name that no deployment, or no group, can have. */
export function refuseInvalidName(what: string, shape: TextShape, name: string): void {
	const [problem] = checkShape(shape, name, { at: [] });
	if (problem) throw new CommandExit(2, `${what} "${name}" ${problem.message}`);
}
