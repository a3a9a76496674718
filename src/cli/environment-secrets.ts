import type { SecretLookup } from "../reference/reference.js";
import type { Output } from "./output.js";

/** Secrets that the environment has; a variable without text is taken for one that is not set. */
export function environmentSecrets({ environment }: Pick<Output, "environment">): SecretLookup {
	return (reference) => ("fromEnv" in reference ? environment[reference.fromEnv] || undefined : undefined);
}
