import { dayOf } from "../policy/calendar-day.js";
import { policyFails, policyReport } from "../policy/policy-report.js";
import { policySarif } from "../policy/policy-sarif.js";
import { DeploymentError, isError, type Problem } from "../problem.js";
import { reviewParsed } from "../review/review-parsed.js";
import type { ReviewedDeployment } from "../review/reviewed-deployment.js";
import { CommandExit } from "./exit.js";
import { type Output, printJson } from "./output.js";
import type { PolicyChoice } from "./policy-file.js";
import { printCheck } from "./print-check.js";
import { checkDeployment, loadFiles, type WrittenDeployment } from "./read-deployment.js";
import { checkFiles } from "./read-policies.js";

export interface CheckOptions extends PolicyChoice {
	readonly format: "text" | "json" | "sarif";
	/** The same as format json. */
	readonly json?: boolean;
	/** Warnings count as errors. */
	readonly strict?: boolean;
}

/** Holds deployments to the policies of their organisation. */
export async function check(files: readonly string[], options: CheckOptions, output: Output): Promise<void> {
	const models = await reviewFiles(await loadFiles(files, options, output));
	const runs = await checkFiles(models, options);
	const format = options.json ? "json" : options.format;
	if (format === "json") printJson(output, policyReport(runs, dayOf(new Date())));
	else if (format === "sarif") printJson(output, policySarif(runs));
	else printCheck(runs, output);
	if (policyFails(runs, options.strict === true)) throw new CommandExit(1);
}

/** @throws DeploymentError with every problem of all of them: nothing is said of half */
async function reviewFiles(files: readonly WrittenDeployment[]) {
	const problems: Problem[] = [];
	const models: { readonly file: string; readonly deployment: ReviewedDeployment }[] = [];
	for (const written of files) {
		const deployment = await reviewFile(written, problems);
		if (deployment) models.push({ file: written.file, deployment });
	}
	if (problems.length > 0) throw new DeploymentError(problems);
	return models;
}

async function reviewFile(written: WrittenDeployment, found: Problem[]): Promise<ReviewedDeployment | undefined> {
	try {
		const read = await checkDeployment(written);
		const { value, problems } = reviewParsed(read, read.registries, read.locate);
		found.push(...problems.filter(isError));
		return value;
	} catch (fault) {
		if (!(fault instanceof DeploymentError)) throw fault;
		found.push(...fault.problems.filter(isError));
		return undefined;
	}
}
