import * as pulumi from "@pulumi/pulumi";
import type { DeploymentPlan } from "../deployment/plan.js";
import { formatPath, type Path } from "../path.js";
import { DeploymentError, error, isError, type Problem, warning } from "../problem.js";
import { checkRenderableText } from "../profiles/check-renderable.js";
import { isLateReference, referenceName, type SecretReference } from "../reference/reference.js";
import { findReferences } from "../reference/walk.js";
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
	/** One per place whose secret stands in the configuration in clear. */
	readonly warnings: readonly Problem[];
}

/**
 * Finds the value of every secret that some group's profiles need.
 *
 * @throws DeploymentError naming each place whose secret is not there: without it a group's profiles would vanish; with
 * it the problems that were found before, which throw where one is an error
 */
export function resolveSecrets(
	plan: DeploymentPlan,
	passed: ProgramValues,
	before: readonly Problem[] = [],
): ResolvedSecrets {
	const found: Record<string, pulumi.Output<string>> = {};
	const needed = new Map<string, string[]>();
	const problems = new Map<string, Problem>();
	const warnings = new Map<string, Problem>();
	for (const { group, setting, path, reference } of referencesOf(plan)) {
		const name = referenceName(reference);
		needed.set(group, [...(needed.get(group) ?? []), name]);
		// What the route creates gives these their values.
		if (isLateReference(reference)) continue;
		const at = [...setting, ...path];
		const value = lookUp(reference, passed);
		const wrong = value === undefined || typeof value === "string" ? faultOf(reference, value) : undefined;
		if (wrong !== undefined) problems.set(formatPath(at), error("secret-not-set", at, wrong));
		else found[name] ??= checkedLater(pulumi.secret(value ?? ""), reference, at);
		if ("fromConfig" in reference && isInClear(reference.fromConfig))
			warnings.set(formatPath(at), warning("secret-in-clear", at, inClear(reference.fromConfig)));
	}
	const reported = [...before, ...problems.values()];
	if (reported.some(isError)) throw new DeploymentError(reported);
	return { values: found, needed, warnings: [...warnings.values()] };
}

/** Every reference of every group, with the place of its setting and its own inside the setting's value. */
function referencesOf({ groups }: DeploymentPlan) {
	return [...groups].flatMap(([group, { configuration }]) =>
		[...configuration.settings.values()].flatMap((setting) =>
			findReferences(setting.value).map((found) => ({ group, setting: setting.path, ...found })),
		),
	);
}

/** A text is there at once and is checked with everything else; an output is not. */
function lookUp(reference: SecretReference, passed: ProgramValues): LateInput | undefined {
	if ("fromProgram" in reference) return passed.get(reference.fromProgram);
	if ("fromEnv" in reference) return process.env[reference.fromEnv];
	return pulumi.runtime.getConfig(configurationKey(reference.fromConfig));
}

/** The key with its namespace, which is the project's unless stated. */
function configurationKey(key: string): string {
	return key.includes(":") ? key : `${pulumi.getProject()}:${key}`;
}

/** From here on the value is a secret all the same; only the file that it was read from shows it. */
function isInClear(key: string): boolean {
	const name = configurationKey(key);
	return pulumi.runtime.getConfig(name) !== undefined && secretKeys()?.includes(name) === false;
}

function inClear(key: string): string {
	return `configuration key ${key} holds its value in clear; run pulumi config set --secret ${key} and rotate the credential`;
}

function checkedLater(
	secret: pulumi.Output<string | readonly string[]>,
	reference: SecretReference,
	at: Path,
): pulumi.Output<string> {
	return secret.apply((text) => {
		const wrong = faultOf(reference, text);
		if (wrong !== undefined || typeof text !== "string") throw runError(`${formatPath(at)}: ${wrong}`);
		return text;
	});
}

/** Never repeats the value. */
function faultOf(reference: SecretReference, value: unknown): string | undefined {
	const name = describeReference(reference);
	if (value === undefined || value === "") return `${name} is not set; ${howToSet(reference)}`;
	if (typeof value !== "string") return `${name} is no text; expected a string`;
	const [problem] = checkRenderableText(value);
	return problem && `${name} ${problem.message}`;
}

function howToSet(reference: SecretReference): string {
	if ("fromConfig" in reference) return `run pulumi config set --secret ${reference.fromConfig}`;
	if ("fromEnv" in reference) return "set it where pulumi runs";
	return "expected a text or an output of one";
}
