import { suggestName } from "../nearest-name.js";
import { formatPath, type Path } from "../path.js";
import { below, error, isError, type Problem } from "../problem.js";
import { checkReferenceNames } from "../reference/check-reference-names.js";
import { isSecretReference } from "../reference/reference.js";
import { checkShape } from "../shape/check-shape.js";
import { findKey, keyNames } from "./catalogue.js";
import { checkName } from "./check-name.js";
import { findMdmVariables, findPlaceholders } from "./check-placeholders.js";
import { findPlainSecrets, plainSecret } from "./check-plain-secrets.js";
import { isCredential, takesSecretsInside } from "./managed-key.js";

/** What is wrong with the native value of one key; `at` is where the value stands. */
export function checkSetting(name: string, value: unknown, at: Path): Problem[] {
	const key = findKey(name);
	if (!key) return unknownName(name, at);
	if (isCredential(key)) return checkSecret(value, at);
	if (isSecretReference(value) && !takesSecretsInside(key))
		return [error("secret-not-allowed", at, "is no secret; write the value itself")];
	return strongest([
		...findPlainSecrets(value, name, at),
		...checkReferenceNames(value, at),
		...checkContent(name, value, at, key.secret === true),
	]);
}

/**
 * What is wrong with the value of a key, known or not, whoever gives it and however its secrets are given. With `quiet`,
 * messages repeat no part of it.
 */
export function checkContent(name: string, value: unknown, at: Path, quiet: boolean): Problem[] {
	const key = findKey(name);
	if (!key) return findMdmVariables(value, at);
	return strongest([
		...withoutFreeText(name, findPlaceholders(value, at), at),
		...findMdmVariables(value, at),
		...checkShape(key.shape, value, { at, secretsAllowed: takesSecretsInside(key), quiet }),
	]);
}

function unknownName(name: string, at: Path): Problem[] {
	const refused = checkName(name).map((problem) => below(at, problem));
	return refused.length > 0 ? refused : [error("unknown-key", at, `unknown key; ${suggestName(name, keyNames)}`)];
}

/** A key whose whole value is a credential: it takes a reference and nothing else. */
function checkSecret(value: unknown, at: Path): Problem[] {
	if (isSecretReference(value)) return checkReferenceNames(value, at);
	if (typeof value === "string") return [error("plain-secret", at, plainSecret)];
	return [error("not-a-reference", at, "is no secret reference; expected { fromEnv: NAME } or { fromConfig: key }")];
}

/** Where people may write anything, such as `<your team>`. */
const freeText: Readonly<Record<string, readonly string[]>> = {
	organizationInstructions: [""],
	deploymentDisplayName: [""],
	deploymentDisplaySubtitle: [""],
	banner: ["text"],
};

function withoutFreeText(name: string, problems: readonly Problem[], at: Path): Problem[] {
	const free = Object.hasOwn(freeText, name) ? (freeText[name] ?? []) : [];
	return problems.filter((problem) => !free.includes(problem.path.slice(at.length).join(".")));
}

/** Of several problems with the same value the first error, or else the first warning. */
function strongest(problems: readonly Problem[]): Problem[] {
	const best = new Map<string, Problem>();
	for (const problem of problems) {
		const place = formatPath(problem.path);
		const known = best.get(place);
		if (!known || (isError(problem) && !isError(known))) best.set(place, problem);
	}
	return [...best.values()];
}
