import { deploymentSchema } from "../deployment/deployment-schema.js";
import { policySchema } from "../policy/policy-schema.js";
import { registries } from "../registries.js";
import { reviewSchema } from "../review/formats/review-schema.js";
import { type Output, printJson } from "./output.js";

const schemas = {
	deployment: () => deploymentSchema(registries),
	policies: policySchema,
	review: reviewSchema,
};

/** Prints the JSON Schema of deployment files, with every variant there is, of policy files, or of reviews as JSON. */
export function schema(file: keyof typeof schemas, output: Output): void {
	printJson(output, schemas[file]());
}
