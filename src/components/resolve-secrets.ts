import * as pulumi from "@pulumi/pulumi";
import { checkSecretText, type PlacedReference } from "../configuration/check-secret-text.js";
import type { ParsedDeployment } from "../deployment/deployment.js";
import { formatPath, type Path } from "../path.js";
import { DeploymentError, error, formatProblems, isError, type Problem, warning } from "../problem.js";
import { isLateReference, referenceName, type SecretReference } from "../reference/reference.js";
import { findSecrets } from "../reference/walk.js";
import { describeReference } from "../reference/words.js";
import type { ProgramValues } from "./program-values.js";
import { runError } from "./run-error.js";
import { secretKeys } from "./secret-keys.js";
import type { LateInput } from "./token-values.js";

/** Values by `referenceName`, each a secret output. */
export type SecretOutputs = Readonly<Record<string, pulumi.Output<string>>>;

export interface ResolvedSecrets {
	readonly values: SecretOutputs;
	/** By group, the `referenceName` of each value that its profiles refer to; a group with none is not listed. */
	readonly needed: ReadonlyMap<string, readonly string[]>;
	/** Of secrets that are there already, and of each place whose secret stands in the configuration in clear. */
	readonly warnings: readonly Problem[];
}

/**
 * Finds the value of every secret that some group's profiles need.
 *
 * @throws DeploymentError naming each place whose secret is not there: without it a group's profiles would vanish; with
 * it the problems that were found before, which throw where one is an error
 */
export function resolveSecrets(
	/** By group, what its files carry the values of. */
	carried: ReadonlyMap<string, readonly PlacedReference[]>,
	passed: ProgramValues,
	/** Blocks of formats, which may refer to secrets. */
	profiles: ParsedDeployment["profiles"],
	before: readonly Problem[] = [],
): ResolvedSecrets {
	const found: Record<string, pulumi.Output<string>> = {};
	const needed = new Map<string, string[]>();
	const problems: Problem[] = [];
	const warnings: Problem[] = [];
	const checked = new Set<string>();
	for (const [group, references] of carried) {
		for (const placed of references) {
			const { reference, at } = placed;
			const name = referenceName(reference);
			needed.set(group, [...(needed.get(group) ?? []), name]);
			// What the route creates gives these their values.
			if (isLateReference(reference)) continue;
			// What groups share is checked once.
			const place = `${formatPath(at)} ${name}`;
			if (checked.has(place)) continue;
			checked.add(place);
			const value = lookUpSecret(reference, passed);
			if (value === undefined || typeof value === "string") {
				problems.push(...faultsOf(placed, reference, value));
				found[name] ??= pulumi.secret(value ?? "");
			} else found[name] = checkedLater(found[name] ?? pulumi.secret(value), placed, reference);
			warnings.push(...inClear(reference, at));
		}
	}
	for (const { reference, path } of findSecrets(profiles)) {
		const at = ["profiles", ...path];
		const value = lookUpSecret(reference, passed);
		if (value === undefined || value === "") problems.push(notSet(reference, at));
		found[referenceName(reference)] ??= pulumi.secret(value ?? "").apply(String);
		warnings.push(...inClear(reference, at));
	}
	const reported = [...before, ...problems];
	if (reported.some(isError)) throw new DeploymentError(reported);
	return { values: found, needed, warnings: [...problems, ...warnings] };
}

/** A text is there at once and is checked with everything else; an output is not. */
export function lookUpSecret(reference: SecretReference, passed: ProgramValues): LateInput | undefined {
	if ("fromProgram" in reference) return passed.get(reference.fromProgram);
	const given = passed.givenFor(reference);
	if (given !== undefined) return given;
	if ("fromEnv" in reference) return process.env[reference.fromEnv];
	return pulumi.runtime.getConfig(configurationKey(reference.fromConfig));
}

/** The key with its namespace, which is the project's unless stated. */
function configurationKey(key: string): string {
	return key.includes(":") ? key : `${pulumi.getProject()}:${key}`;
}

/** From here on the value is a secret all the same; only the file that it was read from shows it. */
export function inClear(reference: SecretReference, at: Path): Problem[] {
	if (!("fromConfig" in reference)) return [];
	const key = reference.fromConfig;
	const name = configurationKey(key);
	if (pulumi.runtime.getConfig(name) === undefined || secretKeys()?.includes(name) !== false) return [];
	const message = `configuration key ${key} holds its value in clear; run pulumi config set --secret ${key} and rotate the credential`;
	return [warning("secret-in-clear", at, message)];
}

/** A value that stands at several places is checked for each. */
function checkedLater(
	secret: pulumi.Output<string | readonly string[]>,
	placed: PlacedReference,
	reference: SecretReference,
): pulumi.Output<string> {
	return secret.apply((text) => {
		const wrong = faultsOf(placed, reference, text).filter(isError);
		if (wrong.length > 0 || typeof text !== "string") throw runError(formatProblems(wrong).join("\n"));
		return text;
	});
}

/** Never repeats the value. */
function faultsOf(placed: PlacedReference, reference: SecretReference, value: unknown): Problem[] {
	if (value === undefined || value === "") return [notSet(reference, placed.at)];
	if (typeof value !== "string")
		return [error("secret-not-set", placed.at, `${describeReference(reference)} is no text; expected a string`)];
	return checkSecretText(placed, value);
}

export function notSet(reference: SecretReference, at: Path): Problem {
	return error("secret-not-set", at, `${describeReference(reference)} is not set; ${howToSet(reference)}`);
}

function howToSet(reference: SecretReference): string {
	if ("fromConfig" in reference) return `run pulumi config set --secret ${reference.fromConfig}`;
	if ("fromEnv" in reference) return "set it where pulumi runs";
	return "expected a text or an output of one";
}
