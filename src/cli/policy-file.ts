import { lstatSync } from "node:fs";
import path from "node:path";
import type { RepositoryOptions } from "../deployment/repository-files.js";

/** The file beside a deployment file that says what it is held to. */
const policyFileName = "cowork-policies.yaml";

export interface PolicyChoice extends RepositoryOptions {
	/** In the place of the files beside the deployments. @default - those */
	readonly policies?: string;
	/** Modules with rules of one's own. @default - none */
	readonly rules?: readonly string[];
}

/** The policy file that holds for a deployment file; undefined where there is none. */
export function policyFileOf(deployment: string, { policies }: Pick<PolicyChoice, "policies">): string | undefined {
	if (policies !== undefined) return policies;
	const file = path.join(path.dirname(deployment), policyFileName);
	// A link to nothing is no reason to hold the deployment to less.
	return lstatSync(file, { throwIfNoEntry: false }) ? file : undefined;
}

/** Whether anything says what deployments are held to. */
export function isHeldToPolicies(files: readonly string[], choice: PolicyChoice): boolean {
	return (choice.rules ?? []).length > 0 || files.some((file) => policyFileOf(file, choice) !== undefined);
}
