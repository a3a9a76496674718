import { deploymentSchema } from "../deployment/deployment-schema.js";
import { loadEveryVariant } from "../load-registries.js";
import { policySchema } from "../policy/policy-schema.js";

import { reviewSchema } from "../review/formats/review-schema.js";
import { type Output, printJson } from "./output.js";

const schemas = {
	deployment: async () => deploymentSchema(await loadEveryVariant()),
	policies: policySchema,
	review: reviewSchema,
};

/** Prints the JSON Schema of deployment files, with every variant there is, of policy files, or of reviews as JSON. */
export async function schema(file: keyof typeof schemas, output: Output): Promise<void> {
	printJson(output, await schemas[file]());
}
