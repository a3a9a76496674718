import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { readRegularFile } from "../files/regular-file.js";
import { suggestName } from "../nearest-name.js";
import { DeploymentError, isError } from "../problem.js";
import { readCcwb } from "../reading/migrate/read-ccwb.js";
import type { NamedFile } from "../reading/read-device-file.js";
import { CommandExit } from "./exit.js";
import { withFiles } from "./file-fault.js";
import type { Output } from "./output.js";
import { largestFile } from "./read-device-files.js";
import { checkTarget, type DescriptionOptions, writeDescription } from "./write-description.js";

export interface MigrateOptions extends DescriptionOptions {
	/** Of those that the path has. */
	readonly profile?: string;
}

/** Describes what a profile of another tool gave devices as a deployment. */
export async function migrate(tool: string, given: string, options: MigrateOptions, output: Output): Promise<void> {
	if (tool !== "ccwb")
		throw new CommandExit(2, `no tool "${tool}"; expected ccwb; profiles of other tools come in by import`);
	checkTarget(options);
	const { value, problems } = readCcwb(withFiles(`read ${given}`, () => filesAt(given)));
	if (!value || problems.some(isError)) throw new DeploymentError(problems);
	const names = value.map(({ file }) => file);
	const chosen = options.profile === undefined ? value : value.filter(({ file }) => file === options.profile);
	if (options.profile !== undefined && chosen.length === 0) {
		throw new CommandExit(2, `no profile "${options.profile}"; ${suggestName(options.profile, names)}`);
	}
	const of = new Set(chosen.map(({ file }) => file));
	writeDescription(
		chosen,
		problems.filter(({ path: [name] }) => of.has(String(name))),
		options,
		output,
	);
}

/** A profile's own file, or those of the folder that the tool keeps them in. */
function filesAt(given: string): NamedFile[] {
	if (!statSync(given).isDirectory()) return [fileOf(given)];
	const profiles = [path.join(given, "profiles"), given].find((folder) =>
		statSync(folder, { throwIfNoEntry: false })?.isDirectory(),
	);
	const names = readdirSync(profiles ?? given).filter((name) => name.endsWith(".json"));
	return names.sort().map((name) => fileOf(path.join(profiles ?? given, name)));
}

function fileOf(file: string): NamedFile {
	return { name: path.basename(file), bytes: new Uint8Array(readRegularFile(file, largestFile)) };
}
