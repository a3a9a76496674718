import { DeploymentError, isError } from "../problem.js";
import { inFiles } from "./in-files.js";
import type { Output } from "./output.js";
import { readDeviceFiles } from "./read-device-files.js";
import { checkTarget, type DescriptionOptions, writeDescription } from "./write-description.js";

/** Describes what files gave devices as a deployment. */
export async function importFiles(
	files: readonly string[],
	options: DescriptionOptions,
	output: Output,
): Promise<void> {
	checkTarget(options);
	const { read, problems } = await readDeviceFiles(files);
	if (problems.some(isError)) throw new DeploymentError(inFiles(problems, files));
	writeDescription(read, problems, { ...options, files }, output);
}
