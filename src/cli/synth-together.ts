import { distinctProblems, formatProblems } from "../problem.js";
import { compileFiles } from "./compile-files.js";
import { type Output, printJson } from "./output.js";
import { printPerimeter } from "./print-perimeter.js";
import { printSummary } from "./print-summary.js";
import type { WrittenDeployment } from "./read-deployment.js";
import { summarizeRun } from "./summary.js";
import { summarizePerimeter } from "./summary-of-perimeter.js";
import { orStrictly, type SynthOptions, withPolicies, withSecretsInGit, writeBundles } from "./synth-steps.js";
import { forPeople, forPrograms } from "./telling.js";

/** Compiles several deployments into bundles on disk, and what they need together into one more. */
export async function synthTogether(
	files: readonly WrittenDeployment[],
	options: SynthOptions,
	output: Output,
): Promise<void> {
	const warningsOf = ({ deployments, warnings }: Awaited<ReturnType<typeof compileFiles>>) =>
		distinctProblems([...deployments.flatMap((each) => each.warnings), ...warnings]);
	const compileAll = async () => {
		const made = await compileFiles(files, output, options);
		const deployments = await Promise.all(made.deployments.map((each) => withSecretsInGit(each, options)));
		return { ...made, deployments: await withPolicies(deployments, options) };
	};
	const compiled = await orStrictly(options, compileAll, warningsOf);
	const { deployments, perimeter } = compiled;
	const bundles = deployments.map(({ compilation }) => compilation.bundle);
	const [ofPerimeter, ...written] = writeBundles([perimeter.bundle, ...bundles], options, output);
	for (const line of formatProblems(warningsOf(compiled))) output.notice(line);
	const telling = options.json ? forPrograms : forPeople;
	const summaries = deployments.flatMap((each, index) => {
		const of = written[index];
		return of ? [summarizeRun(each, of, telling)] : [];
	});
	const summary = summarizePerimeter(perimeter, compiled.warnings, ofPerimeter, telling);
	if (options.json) {
		printJson(output, { deployments: summaries, perimeter: summary });
		return;
	}
	for (const each of summaries) {
		printSummary(each, output);
		output.result("");
	}
	printPerimeter(summary, output);
}
