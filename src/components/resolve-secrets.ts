import * as pulumi from "@pulumi/pulumi";
import type { DeploymentPlan } from "../deployment/plan.js";
import type { ProvisionRequest } from "../inference/route.js";
import { formatPath, type Path } from "../path.js";
import { DeploymentError, error, type Problem } from "../problem.js";
import { unrenderableText } from "../profiles/renderable.js";
import { describeReference, findReferences, isLateReference, type Reference } from "../reference.js";
import { referenceName } from "./artifact-store/published-part.js";
import type { ProgramSecrets } from "./program-secrets.js";
import { runError } from "./run-error.js";

/** Values by `referenceName`, each a secret output. */
export type SecretOutputs = Readonly<Record<string, pulumi.Output<string>>>;

/**
 * Finds the value of every secret that some group's profiles need.
 *
 * @throws DeploymentError naming each place whose secret is not there: without it a group's profiles would vanish
 */
export function resolveSecrets(
	plan: DeploymentPlan,
	passed: ProgramSecrets,
	provision: ProvisionRequest | undefined,
): SecretOutputs {
	const provisioned = provision && formatPath([...provision.at, "provision"]);
	const found: Record<string, pulumi.Output<string>> = {};
	const problems = new Map<string, Problem>();
	for (const { configuration } of plan.groups.values()) {
		for (const setting of configuration.settings.values()) {
			// What the route creates gives these their values.
			if (formatPath(setting.path) === provisioned) continue;
			for (const { path, reference } of findReferences(setting.value)) {
				const at = [...setting.path, ...path];
				const value = lookUp(reference, passed);
				const wrong = value === undefined || typeof value === "string" ? faultOf(reference, value) : undefined;
				if (wrong !== undefined) problems.set(formatPath(at), error(at, wrong));
				else found[referenceName(reference)] ??= checkedLater(pulumi.secret(value ?? ""), reference, at);
			}
		}
	}
	if (problems.size > 0) throw new DeploymentError([...problems.values()]);
	return found;
}

/** A text is there at once and is checked with everything else; an output is not. */
function lookUp(reference: Reference, passed: ProgramSecrets): pulumi.Input<string> | undefined {
	if (isLateReference(reference)) return undefined;
	if ("fromProgram" in reference) return passed.get(reference.fromProgram);
	if ("fromEnv" in reference) return process.env[reference.fromEnv];
	const { fromConfig } = reference;
	return pulumi.runtime.getConfig(fromConfig.includes(":") ? fromConfig : `${pulumi.getProject()}:${fromConfig}`);
}

function checkedLater(secret: pulumi.Output<string>, reference: Reference, at: Path): pulumi.Output<string> {
	return secret.apply((text) => {
		const wrong = faultOf(reference, text);
		if (wrong !== undefined) throw runError(`${formatPath(at)}: ${wrong}`);
		return text;
	});
}

/** Never repeats the value. */
function faultOf(reference: Reference, value: unknown): string | undefined {
	const name = describeReference(reference);
	if (value === undefined || value === "") return `${name} is not set; ${howToSet(reference)}`;
	if (typeof value !== "string") return `${name} is no text; expected a string`;
	const why = unrenderableText(value);
	return why === undefined ? undefined : `${name} ${why}`;
}

function howToSet(reference: Reference): string {
	if ("fromConfig" in reference) return `run pulumi config set --secret ${reference.fromConfig}`;
	if ("fromEnv" in reference) return "set it where pulumi runs";
	if ("fromProgram" in reference) return "expected a text or an output of one";
	return "state it in the deployment";
}
