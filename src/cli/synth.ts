import path from "node:path";
import type { Bundle } from "../bundle/bundle.js";
import type { Replaced } from "../files/replace-bundle.js";
import { DeploymentError, distinctProblems, formatProblems, located, type Problem } from "../problem.js";
import { type Compiled, compileFile, progressTo } from "./compile-file.js";
import { compileFiles } from "./compile-files.js";
import { CommandExit } from "./exit.js";
import { withFiles } from "./file-fault.js";
import { type Output, printJson } from "./output.js";
import { isHeldToPolicies, type PolicyChoice } from "./policy-file.js";
import { printPerimeter } from "./print-perimeter.js";
import { printSummary } from "./print-summary.js";
import { checkDeployment, loadFiles, type WrittenDeployment } from "./read-deployment.js";
import { summarizeRun } from "./summary.js";
import { summarizePerimeter } from "./summary-of-perimeter.js";
import { forPeople, forPrograms } from "./telling.js";
import { checkFolder, writeBundle } from "./write-bundle.js";

export interface SynthOptions extends PolicyChoice {
	readonly out: string;
	/** Warnings count as errors. */
	readonly strict?: boolean;
	/** Profiles are for review: none holds a credential. */
	readonly redact?: boolean;
	readonly json?: boolean;
}

/** Compiles deployment files into bundles on disk; several also into what they need together. */
export async function synth(files: readonly string[], options: SynthOptions, output: Output): Promise<void> {
	// As from a variable that is not set: the bundle would land wherever the command was run.
	if (options.out === "") throw new CommandExit(2, "--out is empty; name the folder that receives the bundle");
	const [first, ...others] = await loadFiles(files, options, output);
	if (!first) throw new CommandExit(2, "no deployment file is named");
	if (others.length === 0) await synthOne(first, options, output);
	else await synthTogether([first, ...others], options, output);
}

async function synthOne(file: WrittenDeployment, options: SynthOptions, output: Output): Promise<void> {
	const { redact = false } = options;
	const compileOne = async () => {
		const made = await compileFile(await checkDeployment(file), output, { report: progressTo(output), redact });
		const [compiled = made] = await withPolicies([await withSecretsInGit(made, options)], options);
		return compiled;
	};
	const compiled = await orStrictly(options, compileOne, (made) => made.warnings);
	const [written] = write([compiled.compilation.bundle], options, output);
	for (const line of formatProblems(compiled.warnings)) output.notice(line);
	if (options.json) printJson(output, summarizeRun(compiled, written, forPrograms));
	else printSummary(summarizeRun(compiled, written, forPeople), output);
}

async function synthTogether(
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
	const [ofPerimeter, ...written] = write([perimeter.bundle, ...bundles], options, output);
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

async function withSecretsInGit(compiled: Compiled, { out }: Pick<SynthOptions, "out">): Promise<Compiled> {
	const { compilation, warnings, locate } = compiled;
	if (!compilation.bundle.files.some((file) => file.sensitive)) return compiled;
	const { checkSecretsInGit } = await import("./secrets-in-git.js");
	return { ...compiled, warnings: [...warnings, ...located(checkSecretsInGit(compilation, out), locate)] };
}

/**
 * With what is against the policies beside the deployments, as warnings: a bundle is of use for finding out what to mend,
 * and what must not go on is for `check` or `--strict` to stop.
 */
async function withPolicies(compiled: readonly Compiled[], options: SynthOptions): Promise<readonly Compiled[]> {
	const files = compiled.map(({ file }) => file);
	if (!isHeldToPolicies(files, options)) return compiled;
	const { withPolicyWarnings } = await import("./policy-warnings.js");
	return withPolicyWarnings(compiled, options);
}

interface Written extends Replaced {
	readonly directory: string;
}

/** Writes every bundle, where nothing is in the way of any. */
function write(
	bundles: readonly [Bundle, ...Bundle[]],
	{ out }: Pick<SynthOptions, "out">,
	output: Output,
): readonly [Written, ...Written[]] {
	const inTheWay = bundles.length === 1 ? [] : bundles.flatMap((bundle) => checkFolder(bundle, out));
	if (inTheWay.length > 0) throw new CommandExit(2, ...inTheWay);
	const writeOne = (bundle: Bundle): Written => {
		const directory = path.join(out, bundle.deployment);
		return { ...withFiles("write", directory, () => writeBundle(bundle, out)), directory };
	};
	const [first, ...others] = bundles;
	const written = [writeOne(first), ...others.map(writeOne)] as const;
	const done = written.map(({ directory, changed }) => `${directory} was ${changed ? "written" : "up to date"}`);
	output.done(`${done.join(", ")} all the same`);
	return written;
}

/** What was made, or with `strict` the end of the command where there are warnings, all of them as errors. */
async function orStrictly<Made>(
	{ strict }: Pick<SynthOptions, "strict">,
	work: () => Promise<Made>,
	warningsOf: (made: Made) => readonly Problem[],
): Promise<Made> {
	if (!strict) return work();
	try {
		const made = await work();
		const warnings = warningsOf(made);
		if (warnings.length === 0) return made;
		throw new DeploymentError(warnings);
	} catch (fault) {
		if (!(fault instanceof DeploymentError)) throw fault;
		throw new DeploymentError(fault.problems.map((each) => ({ ...each, severity: "error" })));
	}
}
