import path from "node:path";
import { compileBundle } from "../bundle/compile.js";
import { prettyJson } from "../json.js";
import { DeploymentError, formatProblem, located } from "../problem.js";
import type { SecretReference } from "../secret.js";
import type { Output } from "./output.js";
import { printSummary } from "./print-summary.js";
import { readDeployment } from "./read-deployment.js";
import { summarizeRun } from "./summary.js";
import { writeBundle } from "./write-bundle.js";

export interface SynthOptions {
	readonly out: string;
	/** Warnings count as errors. */
	readonly strict?: boolean;
	readonly json?: boolean;
}

/** Compiles a deployment file into a bundle on disk. */
export function synth(file: string, options: SynthOptions, output: Output): void {
	const { deployment, warnings: parsed, locate } = readDeployment(file);
	const secrets = (reference: SecretReference) =>
		"fromEnv" in reference ? output.environment[reference.fromEnv] || undefined : undefined;
	const compilation = compileBundle(deployment, { secrets, onProgress: reportProgress(deployment.name, output) });
	const warnings = [...parsed, ...located(compilation.warnings, locate)];
	if (options.strict && warnings.length > 0) {
		throw new DeploymentError(warnings.map((each) => ({ ...each, severity: "error" as const })));
	}
	const changed = writeBundle(compilation.bundle, options.out);
	for (const each of warnings) output.notice(formatProblem(each));
	const directory = path.join(options.out, deployment.name);
	const summary = summarizeRun(deployment, compilation, warnings, { directory, changed });
	if (options.json) output.result(prettyJson(summary).trimEnd());
	else printSummary(summary, output);
}

/** A line a second, from the second second on. */
function reportProgress(name: string, output: Output): (done: number, total: number) => void {
	let last = performance.now();
	return (done, total) => {
		if (performance.now() - last < 1000) return;
		last = performance.now();
		output.notice(`compiling ${name}: ${done} of ${total} groups`);
	};
}
