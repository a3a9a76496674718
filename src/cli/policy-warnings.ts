import { policyProblems } from "../policy/policy-problems.js";
import { located, type Problem } from "../problem.js";
import { reviewDeployment } from "../review/review-deployment.js";
import type { Compiled } from "./compile-file.js";
import type { PolicyChoice } from "./policy-file.js";
import { checkFiles } from "./read-policies.js";

/** Deployments with what is against their policies as warnings, and those of a policy file with its first deployment. */
export async function withPolicyWarnings(compiled: readonly Compiled[], choice: PolicyChoice): Promise<Compiled[]> {
	const models = compiled.map(({ file, deployment, compilation, locate }) => ({
		file,
		deployment: reviewDeployment(deployment, compilation, locate),
	}));
	const runs = await checkFiles(models, choice);
	return compiled.map((each) => {
		const { name } = each.deployment;
		const own = runs.flatMap(({ result, deployments: [first] }) => [
			...policyProblems({ violations: result.violations.filter(({ deployment }) => deployment === name) }),
			...(first?.name === name ? result.problems : []),
		]);
		return { ...each, warnings: [...each.warnings, ...located(own, each.locate).map(asWarning)] };
	});
}

function asWarning(problem: Problem): Problem {
	return { ...problem, severity: "warning" };
}
