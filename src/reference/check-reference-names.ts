import { looksLikeCredential } from "../pasted-credential.js";
import type { Path } from "../path.js";
import { below, error, type Problem } from "../problem.js";
import type { SecretReference } from "./reference.js";
import { findSecrets } from "./walk.js";

/** What a reference may name, and where the secret itself belongs. */
interface NameRule {
	readonly pattern: RegExp;
	readonly expected: string;
	readonly belongs: string;
}

const variable: NameRule = {
	pattern: /^[A-Za-z_][A-Za-z0-9_]{0,63}$/,
	expected:
		"is no name of an environment variable; expected a letter or underscore, then up to 63 letters, digits and underscores; a secret itself belongs in that variable",
	belongs: "set it as an environment variable where this runs, and write the variable's name here",
};

/** With its namespace, which is the project's unless stated. */
const configurationKey: NameRule = {
	pattern: /^(?:[A-Za-z][A-Za-z0-9._-]{0,63}:)?[A-Za-z][A-Za-z0-9._-]{0,63}$/,
	expected:
		"is no configuration key; expected a letter, then up to 63 letters, digits, dots, hyphens and underscores, after a namespace and a colon where it has one; a secret itself belongs under that key, by pulumi config set --secret",
	belongs: "store it with pulumi config set --secret KEY, and write that key here",
};

/**
 * What is wrong with the names in the secret references of a value, which stands at `at`. A credential may have been
 * pasted in place of a name, so messages never repeat one.
 */
export function checkReferenceNames(value: unknown, at: Path): Problem[] {
	return findSecrets(value).flatMap(({ path, reference }) =>
		checkName(reference).map((problem) => below([...at, ...path], problem)),
	);
}

function checkName(reference: SecretReference): Problem[] {
	// A program makes this name itself.
	if ("fromProgram" in reference) return [];
	if ("fromEnv" in reference) return checkAgainst(variable, reference.fromEnv, ["fromEnv"]);
	return checkAgainst(configurationKey, reference.fromConfig, ["fromConfig"]);
}

function checkAgainst({ pattern, expected, belongs }: NameRule, name: string, at: Path): Problem[] {
	if (name.split(":").some(looksLikeCredential))
		return [error("pasted-secret", at, `looks like a secret itself; ${belongs}`)];
	return pattern.test(name) ? [] : [error("reference-name", at, expected)];
}
