import { accessSync, constants, lstatSync } from "node:fs";
import path from "node:path";
import { checkShape } from "../shape/check-shape.js";
import { quote } from "../shape/describe.js";
import type { TextShape } from "../shape/shape.js";
import { CommandExit } from "./exit.js";
import { withFiles } from "./file-fault.js";

/** Refuses, before anything is asked or read, what cannot become a new file in YAML, and to write over what is there. */
export function refuseTarget(file: string): void {
	const stands = withFiles("write", file, () => {
		accessSync(path.dirname(file), constants.W_OK);
		// A link stands there even if it leads nowhere.
		return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
	});
	if (stands) throw new CommandExit(2, `${file} is there already; name another file with --out`);
	if (/\.ya?ml$/i.test(file)) return;
	throw new CommandExit(2, `${file} is no name of a YAML file, which is what is written; name one with --out`);
}

/** Refuses a name that no deployment can have. */
export function refuseInvalidName(what: string, shape: TextShape, name: string): void {
	const [problem] = checkShape(shape, name, { at: [] });
	if (problem) throw new CommandExit(2, `${what} ${quote(name)}: ${problem.message}`);
}
