import { checkSecretText, type PlacedReference } from "../configuration/check-secret-text.js";
import type { ParsedDeployment } from "../deployment/deployment.js";
import { formatPath, type Path } from "../path.js";
import { distinctProblems, type Problem, warning } from "../problem.js";
import {
	isLateReference,
	type LateReference,
	referenceName,
	type SecretLookup,
	type SecretReference,
} from "../reference/reference.js";
import { findSecrets } from "../reference/walk.js";
import { describeReference } from "../reference/words.js";

/**
 * What keeps profiles from being written, once per place and value: a warning where a value cannot be had here, and
 * whatever is wrong with a secret that can.
 */
export function checkReferences(carried: readonly PlacedReference[], secrets: SecretLookup): Problem[] {
	const checked = new Set<string>();
	const problems = carried.flatMap((placed) => {
		const { reference, at } = placed;
		if (isLateReference(reference)) return [checkLate(reference, placed.setting.path)];
		// What groups share is checked once.
		const place = `${formatPath(at)} ${referenceName(reference)}`;
		if (checked.has(place)) return [];
		checked.add(place);
		const text = secrets(reference);
		return text === undefined ? [notAvailable(reference, at)] : checkSecretText(placed, text);
	});
	return distinctProblems(problems);
}

/** Secrets that blocks of formats refer to and that cannot be had here. */
export function checkOptionReferences({ profiles }: ParsedDeployment, secrets: SecretLookup): Problem[] {
	return findSecrets(profiles).flatMap(({ reference, path }) =>
		secrets(reference) === undefined ? [notAvailable(reference, ["profiles", ...path])] : [],
	);
}

function checkLate(reference: LateReference, at: Path): Problem {
	const { instead } = reference.fromCloud;
	const cure = instead === undefined ? "run pulumi up" : `write ${instead}, or run pulumi up`;
	const message = `${describeReference(reference)} is not known here; the profiles that need it are not written; ${cure}`;
	return warning("value-not-known", at, message);
}

function notAvailable(reference: SecretReference, at: Path): Problem {
	const message = `${describeReference(reference)} is not available; the profiles that need it are not written`;
	return warning("secret-not-available", at, message);
}
