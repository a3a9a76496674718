import { deploymentSchema } from "../deployment/deployment-schema.js";
import { registries } from "../registries.js";
import { type Output, printJson } from "./output.js";

/** Prints the JSON Schema of deployment files, with every variant there is. */
export function schema(output: Output): void {
	printJson(output, deploymentSchema(registries));
}
