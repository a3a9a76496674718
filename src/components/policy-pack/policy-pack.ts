import { fileURLToPath } from "node:url";
import type { PolicyPack } from "@pulumi/policy";
import { repositoryFiles } from "../../deployment/repository-files.js";
import type { Outcome } from "../../outcome.js";
import { loadPolicies } from "../../policy/load-policies.js";
import { parsePolicies, usualPolicies } from "../../policy/parse-policies.js";
import type { Policies } from "../../policy/policies.js";
import type { PolicyRule } from "../../policy/policy-rule.js";
import { valueOrRunError } from "../run-error.js";
import { packPolicies } from "./pack-policies.js";
import { policySdk } from "./policy-sdk.js";

export interface CoworkPolicyPackArgs {
	/**
	 * A policy file, such as `new URL("cowork-policies.yaml", import.meta.url)`, or what one holds.
	 * @default - the recommended rules
	 */
	readonly policies?: string | URL | object;
	/** Rules of one's own. @default - none */
	readonly rules?: readonly PolicyRule[];
}

/**
 * The rules of `pulumi-cowork check` as a policy pack: in previews and updates they look at every `CoworkDeployment`, and
 * at the cloud resources below any component of this package. An error is mandatory and a warning advisory.
 *
 * @throws `pulumi.RunError` with every problem of the policy file, and where `@pulumi/policy` is missing
 */
export function coworkPolicyPack(name: string, { policies, rules = [] }: CoworkPolicyPackArgs = {}): PolicyPack {
	const { PolicyPack: Pack } = policySdk();
	const held = valueOrRunError(readPolicies(policies, rules));
	return new Pack(name, {
		description: "Policies for deployments of Claude Cowork.",
		policies: packPolicies(held),
	});
}

function readPolicies(given: CoworkPolicyPackArgs["policies"], rules: readonly PolicyRule[]): Outcome<Policies> {
	if (given === undefined) return usualPolicies(rules);
	if (typeof given !== "string" && !(given instanceof URL)) return parsePolicies(given, { ownRules: rules });
	const file = given instanceof URL ? fileURLToPath(given) : given;
	return loadPolicies(file, repositoryFiles(file), rules).read;
}
