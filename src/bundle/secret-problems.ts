import type { DeploymentPlan } from "../deployment/plan.js";
import type { Path } from "../path.js";
import { error, formatProblem, type Problem, warning } from "../problem.js";
import { unrenderableText } from "../profiles/renderable.js";
import { describeSecret, findSecrets, type SecretLookup, type SecretReference } from "../secret.js";

/**
 * What is wrong with the secrets that profiles need, once per place and secret: a warning where it cannot
 * be had, an error where no profile can carry it.
 */
export function checkSecrets(plan: DeploymentPlan, secrets: SecretLookup): Problem[] {
	const problems = new Map<string, Problem>();
	for (const { configuration } of plan.groups.values()) {
		for (const setting of configuration.settings.values()) {
			for (const { path, reference } of findSecrets(setting.value)) {
				const at = [...setting.path, ...path];
				const problem = checkSecret(reference, at, secrets(reference));
				if (problem) problems.set(formatProblem(problem), problem);
			}
		}
	}
	return [...problems.values()];
}

function checkSecret(reference: SecretReference, at: Path, value: string | undefined): Problem | undefined {
	const name = describeSecret(reference);
	if (value === undefined)
		return warning("secret-not-available", at, `${name} is not available; the profiles that need it are not written`);
	const why = unrenderableText(value);
	return why === undefined ? undefined : error("secret-not-renderable", at, `${name} ${why}`);
}
