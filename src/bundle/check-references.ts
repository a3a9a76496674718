import type { DeploymentPlan } from "../deployment/plan.js";
import type { Path } from "../path.js";
import { below, distinctProblems, error, type Problem, warning } from "../problem.js";
import { checkRenderableText } from "../profiles/check-renderable.js";
import {
	isLateReference,
	type LateReference,
	type SecretLookup,
	type SecretReference,
} from "../reference/reference.js";
import { findReferences } from "../reference/walk.js";
import { describeReference } from "../reference/words.js";

/**
 * What keeps profiles from being written, once per place and value: a warning where a value cannot be had here, an error
 * where no profile can carry it.
 */
export function checkReferences({ groups }: DeploymentPlan, secrets: SecretLookup): Problem[] {
	const settings = [...groups.values()].flatMap(({ configuration }) => [...configuration.settings.values()]);
	const problems = settings.flatMap(({ value, path: place }) =>
		findReferences(value).flatMap(({ path, reference }) => {
			if (isLateReference(reference)) return checkLate(reference, place);
			return checkSecret(reference, path, secrets(reference)).map((problem) => below(place, problem));
		}),
	);
	return distinctProblems(problems);
}

function checkLate(reference: LateReference, at: Path): Problem {
	const { instead } = reference.fromCloud;
	const cure = instead === undefined ? "run pulumi up" : `write ${instead}, or run pulumi up`;
	const message = `${describeReference(reference)} is not known here; the profiles that need it are not written; ${cure}`;
	return warning("value-not-known", at, message);
}

function checkSecret(reference: SecretReference, at: Path, value: string | undefined): Problem[] {
	const name = describeReference(reference);
	if (value === undefined) {
		const message = `${name} is not available; the profiles that need it are not written`;
		return [warning("secret-not-available", at, message)];
	}
	return checkRenderableText(value).map(({ message }) => error("secret-not-renderable", at, `${name} ${message}`));
}
