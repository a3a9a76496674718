import { type RepositoryOptions, repositoryFiles } from "../deployment/repository-files.js";
import { groupBy } from "../group-by.js";
import { dayOf } from "../policy/calendar-day.js";
import { checkPolicies } from "../policy/check-policies.js";
import { type LoadedPolicies, loadPolicies } from "../policy/load-policies.js";
import { usualPolicies } from "../policy/parse-policies.js";
import type { PolicyRun } from "../policy/policy-report.js";
import type { PolicyRule } from "../policy/policy-rule.js";
import { DeploymentError, located, type Problem } from "../problem.js";
import type { ReviewedDeployment } from "../review/reviewed-deployment.js";
import { withFiles } from "./file-fault.js";
import { loadRules } from "./load-rules.js";
import { type PolicyChoice, policyFileOf } from "./policy-file.js";

/** A deployment, and the file that it was read from. */
export interface ReviewedFile {
	readonly file: string;
	readonly deployment: ReviewedDeployment;
}

/**
 * Holds each deployment to its policy file, those that share one together.
 *
 * @throws DeploymentError with every problem of the policy files
 */
export async function checkFiles(files: readonly ReviewedFile[], choice: PolicyChoice): Promise<PolicyRun[]> {
	const ownRules = await loadRules(choice.rules ?? []);
	const today = dayOf(new Date());
	const found: Problem[] = [];
	const runs: PolicyRun[] = [];
	for (const [file, deployments] of groupBy(files, (each) => policyFileOf(each.file, choice))) {
		const { read, locate } = readPolicies(file, ownRules, choice);
		if (read.value) {
			const result = checkPolicies(
				read.value,
				deployments.map(({ deployment }) => deployment),
				{ today },
			);
			const placed = { ...result, problems: located(result.problems, locate) };
			const checked = deployments.map((each) => ({ name: each.deployment.name, file: each.file }));
			runs.push({ ...(file !== undefined && { file }), policies: read.value, deployments: checked, result: placed });
		} else found.push(...read.problems);
	}
	if (found.length > 0) throw new DeploymentError(found);
	return runs;
}

function readPolicies(
	file: string | undefined,
	ownRules: readonly PolicyRule[],
	options: RepositoryOptions,
): LoadedPolicies {
	if (file === undefined) return { read: usualPolicies(ownRules), locate: () => undefined };
	return withFiles("read", file, () => loadPolicies(file, repositoryFiles(file, options), ownRules));
}
