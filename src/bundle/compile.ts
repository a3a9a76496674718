import type { ParseResult } from "../deployment/parse-with.js";
import { registries as shipped } from "../registries.js";
import { type Compilation, type CompileOptions, compileWith } from "./compile-with.js";

/**
 * Renders every artifact of a deployment. Pure and byte-stable: equal deployments give equal bundles.
 *
 * @throws {@link DeploymentError} with every problem, where a profile cannot carry one of the values or a firewall cannot
 * hold the plan
 */
export function compileBundle(
	parsed: ParseResult,
	{ registries = shipped, ...options }: CompileOptions = {},
): Promise<Compilation> {
	return compileWith(registries, parsed, options);
}
