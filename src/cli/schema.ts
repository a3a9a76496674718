import { deploymentSchema } from "../deployment/deployment-schema.js";
import { policySchema } from "../policy/policy-schema.js";
import { registries } from "../registries.js";
import { type Output, printJson } from "./output.js";

/** Prints the JSON Schema of deployment files, with every variant there is, or of policy files. */
export function schema(file: "deployment" | "policies", output: Output): void {
	printJson(output, file === "deployment" ? deploymentSchema(registries) : policySchema());
}
