import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deploymentNameShape } from "../deployment/deployment-shape.js";
import { DeploymentError, distinctProblems, error, formatProblems, isError, type Problem } from "../problem.js";
import { deploymentText } from "../reading/describe/deployment-text.js";
import { describeDeployment } from "../reading/describe/describe-deployment.js";
import { type ReadSettings, readDeviceFile } from "../reading/read-device-file.js";
import { checkShape } from "../shape/check-shape.js";
import { CommandExit } from "./exit.js";
import { withFiles } from "./file-fault.js";
import { type Output, printJson } from "./output.js";
import { problemEntry } from "./problem-entry.js";

export interface ImportOptions {
	readonly name?: string;
	/** The deployment file, or `-` for standard output. */
	readonly out: string;
	readonly organization?: string;
	readonly json?: boolean;
}

/** Larger than anything that is read; a file beyond is not taken into memory. */
const largestFile = 64 * 1024 * 1024;

/** Describes what files gave devices as a deployment. */
export async function importFiles(files: readonly string[], options: ImportOptions, output: Output): Promise<void> {
	const { out, name, organization } = options;
	const isPrinted = out === "-";
	if (!isPrinted && existsSync(out)) throw new CommandExit(2, `${out} is there already; name another file with --out`);
	const [fault] = name === undefined ? [] : checkShape(deploymentNameShape, name, { at: [] });
	if (fault) throw new CommandExit(2, `deployment "${name}" ${fault.message}`);
	const { read, problems } = await readAll(files);
	if (problems.some(isError)) throw new DeploymentError(problems);
	const described = describeDeployment(read, {
		...(name !== undefined && { name }),
		...(organization !== undefined && { organization }),
	});
	const told = distinctProblems([...problems, ...described.problems]);
	if (!described.value) throw new DeploymentError(told);
	const { deployment, secrets, files: byGroup } = described.value;
	const text = deploymentText(described.value);
	if (!isPrinted) withFiles(`write ${out}`, () => writeFileSync(out, text, { flag: "wx" }));
	for (const line of formatProblems(told)) output.notice(line);
	if (options.json) {
		printJson(output, { deployment, files: byGroup, secrets, problems: told.map(problemEntry) });
		return;
	}
	if (isPrinted) {
		output.result(text.trimEnd());
		return;
	}
	output.result(`${out} was written. Next:`);
	for (const { name: secret } of secrets) output.result(`  export ${secret}=...   # as the files have it`);
	output.result(`  pulumi-cowork synth ${out} --out out`);
	output.result(
		"Take the old profiles away from devices once the new ones are there: those that the app exported have another identifier.",
	);
}

async function readAll(files: readonly string[]): Promise<{ read: ReadSettings[]; problems: Problem[] }> {
	const read: ReadSettings[] = [];
	const problems: Problem[] = [];
	for (const file of files) {
		const bytes = withFiles(`read ${file}`, () => {
			const { size } = statSync(file);
			if (size > largestFile) return undefined;
			return readFileSync(file);
		});
		const at = [path.basename(file)];
		if (!bytes) {
			problems.push(error("out-of-bounds", at, `is larger than ${largestFile} bytes, which no such file is`));
			continue;
		}
		const found = await readDeviceFile({ name: file, bytes: new Uint8Array(bytes) });
		read.push(...(found.value ?? []));
		problems.push(...found.problems.map((problem) => ({ ...problem, path: [...at, ...problem.path] })));
	}
	return { read, problems };
}
