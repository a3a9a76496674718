import { isLateReference, type Reference } from "./reference.js";

/** Words for a reference in a message; names the place, never the value. */
export function describeReference(reference: Reference): string {
	if (isLateReference(reference)) return reference.fromCloud.words;
	if ("fromEnv" in reference) return `environment variable ${reference.fromEnv}`;
	if ("fromConfig" in reference) return `Pulumi configuration secret ${reference.fromConfig}`;
	return `the secret that the program passes at ${reference.fromProgram}`;
}
