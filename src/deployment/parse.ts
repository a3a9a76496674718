import { registries as shipped } from "../registries.js";
import { type ParseOptions, type ParseResult, parseWith } from "./parse-with.js";

/**
 * Checks a deployment and applies its defaults.
 *
 * @throws {@link DeploymentError} with every problem of the deployment at once
 */
export function parseDeployment(input: unknown, { registries = shipped, ...options }: ParseOptions = {}): ParseResult {
	return parseWith(registries, input, options);
}
