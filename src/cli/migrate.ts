import { suggestName } from "../nearest-name.js";
import { DeploymentError } from "../problem.js";
import { readCcwb } from "../reading/migrate/read-ccwb.js";
import { CommandExit } from "./exit.js";
import { inFiles } from "./in-files.js";
import type { Output } from "./output.js";
import { profilesAt } from "./profiles-in-folder.js";
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
	const files = profilesAt(given);
	if (!files.value) throw new DeploymentError(files.problems);
	const fileNames = [...files.value.map(({ name }) => name), ...files.problems.map(({ path: [name] }) => String(name))];
	const { value, problems: ofProfiles } = readCcwb(files.value);
	const problems = [...files.problems, ...ofProfiles];
	if (!value) throw new DeploymentError(inFiles(problems, fileNames));
	const names = value.map(({ file }) => file);
	const chosen = options.profile === undefined ? value : value.filter(({ file }) => file === options.profile);
	if (options.profile !== undefined && chosen.length === 0) {
		throw new CommandExit(2, `no profile "${options.profile}"; ${suggestName(options.profile, names)}`);
	}
	const of = new Set(chosen.map(({ file }) => file));
	writeDescription(
		chosen,
		// Of files that hold no profile nobody knows which was meant.
		problems.filter(({ path: [name] }) => of.has(String(name)) || !names.includes(String(name))),
		{ ...options, files: fileNames },
		output,
	);
}
