import { formatProblems } from "../problem.js";
import { compileFile, progressTo } from "./compile-file.js";
import { CommandExit } from "./exit.js";
import { type Output, printJson } from "./output.js";
import { printSummary } from "./print-summary.js";
import { checkDeployment, loadFiles, type WrittenDeployment } from "./read-deployment.js";
import { summarizeRun } from "./summary.js";
import { orStrictly, type SynthOptions, withPolicies, withSecretsInGit, writeBundles } from "./synth-steps.js";
import { forPeople, forPrograms } from "./telling.js";

/** Compiles deployment files into bundles on disk; several also into what they need together. */
export async function synth(files: readonly string[], options: SynthOptions, output: Output): Promise<void> {
	// As from a variable that is not set: the bundle would land wherever the command was run.
	if (options.out === "") throw new CommandExit(2, "--out is empty; name the folder that receives the bundle");
	const [first, ...others] = await loadFiles(files, options, output);
	if (!first) throw new CommandExit(2, "no deployment file is named");
	if (others.length === 0) return synthOne(first, options, output);
	const { synthTogether } = await import("./synth-together.js");
	await synthTogether([first, ...others], options, output);
}

async function synthOne(file: WrittenDeployment, options: SynthOptions, output: Output): Promise<void> {
	const { redact = false } = options;
	const compileOne = async () => {
		const made = await compileFile(await checkDeployment(file), output, { report: progressTo(output), redact });
		const [compiled = made] = await withPolicies([await withSecretsInGit(made, options)], options);
		return compiled;
	};
	const compiled = await orStrictly(options, compileOne, (made) => made.warnings);
	const [written] = writeBundles([compiled.compilation.bundle], options, output);
	for (const line of formatProblems(compiled.warnings)) output.notice(line);
	if (options.json) printJson(output, summarizeRun(compiled, written, forPrograms));
	else printSummary(summarizeRun(compiled, written, forPeople), output);
}
