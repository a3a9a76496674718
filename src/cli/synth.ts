import path from "node:path";
import { type Compilation, compileWith } from "../bundle/compile-with.js";
import type { ParsedDeployment } from "../deployment/deployment.js";
import type { RepositoryOptions } from "../deployment/repository-files.js";
import { DeploymentError, formatProblems, type Problem } from "../problem.js";
import type { SecretReference } from "../reference/reference.js";
import { CommandExit } from "./exit.js";
import { withFiles } from "./file-fault.js";
import { type Output, printJson } from "./output.js";
import { printSummary } from "./print-summary.js";
import { readDeployment } from "./read-deployment.js";
import { readSigning } from "./read-signing.js";
import { summarizeRun } from "./summary.js";
import { writeBundle } from "./write-bundle.js";

export interface SynthOptions extends RepositoryOptions {
	readonly out: string;
	/** Warnings count as errors. */
	readonly strict?: boolean;
	readonly json?: boolean;
}

interface Compiled {
	readonly deployment: ParsedDeployment;
	readonly compilation: Compilation;
	readonly warnings: readonly Problem[];
}

/** Compiles a deployment file into a bundle on disk. */
export async function synth(file: string, options: SynthOptions, output: Output): Promise<void> {
	// As from a variable that is not set: the bundle would land wherever the command was run.
	if (options.out === "") throw new CommandExit(2, "--out is empty; name the folder that receives the bundle");
	const compiled = await (options.strict
		? strictly(() => compile(file, options, output))
		: compile(file, options, output));
	const { deployment, compilation, warnings } = compiled;
	const directory = path.join(options.out, deployment.name);
	const written = withFiles(`write ${directory}`, () => writeBundle(compilation.bundle, options.out));
	output.done(`${directory} was ${written.changed ? "written" : "up to date"} all the same`);
	for (const line of formatProblems(warnings)) output.notice(line);
	const summary = summarizeRun(deployment, compilation, warnings, { directory, ...written });
	if (options.json) printJson(output, summary);
	else printSummary(summary, output);
}

async function compile(file: string, options: RepositoryOptions, output: Output): Promise<Compiled> {
	const parsed = await readDeployment(file, options);
	const { warnings, locate, registries } = parsed;
	const known = (reference: SecretReference) =>
		"fromEnv" in reference ? output.environment[reference.fromEnv] || undefined : undefined;
	const signing = await readSigning(parsed.deployment, { file, locate, secrets: known, now: new Date() });
	const { deployment, secrets } = signing;
	const onProgress = reportProgress(deployment.name, output);
	const compilation = await compileWith(registries, { ...parsed, deployment }, { secrets, locate, onProgress });
	return { deployment, compilation, warnings: [...warnings, ...signing.warnings, ...compilation.warnings] };
}

async function strictly(work: () => Promise<Compiled>): Promise<Compiled> {
	try {
		const result = await work();
		if (result.warnings.length === 0) return result;
		throw new DeploymentError(result.warnings);
	} catch (fault) {
		if (!(fault instanceof DeploymentError)) throw fault;
		throw new DeploymentError(fault.problems.map((each) => ({ ...each, severity: "error" })));
	}
}

/** A line a second, once the command has taken longer than one. */
function reportProgress(name: string, output: Output): (done: number, total: number) => void {
	let last = 0;
	return (done, total) => {
		if (output.elapsed() - last < 1000) return;
		last = output.elapsed();
		output.notice(`compiling ${name}: ${done} of ${total} groups`);
	};
}
