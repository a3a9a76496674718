import { writeFileSync } from "node:fs";
import { deploymentNameShape } from "../deployment/deployment-shape.js";
import { valueAt } from "../path.js";
import { DeploymentError, distinctProblems, formatProblems, type Problem } from "../problem.js";
import { deploymentText } from "../reading/describe/deployment-text.js";
import { describeDeployment } from "../reading/describe/describe-deployment.js";
import { standInOrganization } from "../reading/describe/without-refused.js";
import type { ReadSettings } from "../reading/read-device-file.js";
import { withFiles } from "./file-fault.js";
import { inFiles } from "./in-files.js";
import { refuseInvalidName, refuseTarget } from "./new-deployment-file.js";
import { printNextSteps } from "./next-steps.js";
import { type Output, printJson } from "./output.js";
import { problemEntry } from "./problem-entry.js";

export interface DescriptionOptions {
	/** Of the deployment. */
	readonly name?: string;
	readonly organization?: string;
	/** The deployment file, or `-` for standard output. */
	readonly out: string;
	readonly json?: boolean;
}

/** Refuses, before anything is read, a file that cannot be written, and a name that no deployment can have. */
export function checkTarget({ out, name }: DescriptionOptions): void {
	if (out !== "-") refuseTarget(out);
	if (name !== undefined) refuseInvalidName("deployment", deploymentNameShape, name);
}

/** Writes what was read as a deployment file, and tells what could not be taken over. */
export function writeDescription(
	read: readonly ReadSettings[],
	before: readonly Problem[],
	{
		name,
		organization,
		out,
		json = false,
		files: readFrom,
	}: DescriptionOptions & { readonly files: readonly string[] },
	output: Output,
): void {
	const described = describeDeployment(read, {
		...(name !== undefined && { name }),
		...(organization !== undefined && { organization }),
	});
	const told = inFiles(distinctProblems([...before, ...described.problems]), readFrom);
	if (!described.value) throw new DeploymentError(told);
	const { deployment, secrets, files } = described.value;
	const text = deploymentText(described.value);
	if (out !== "-") withFiles("write", out, () => writeFileSync(out, text, { flag: "wx" }));
	for (const line of formatProblems(told)) output.notice(line);
	if (json) printJson(output, { deployment, files, secrets, problems: told.map(problemEntry) });
	else if (out === "-") output.data(text.trimEnd());
	else {
		const atName = ["organization", "name"];
		printNextSteps(
			{
				out,
				standIns: valueAt(deployment, atName) === standInOrganization ? [atName] : [],
				secrets: secrets.map(({ name: secret }) => ({ name: secret, what: "as the files have it" })),
			},
			output,
		);
		output.result("Once devices have the new profiles, take the old ones away where they have another identifier.");
	}
}
