import type { JsonObject } from "../json.js";
import { object } from "../shape/build.js";
import { extendingSchema, extendsMember } from "../shape/extending-schema.js";
import { policyFileShape } from "./policies-shape.js";
import { policyRules } from "./rules/index.js";

/** The policy file as JSON Schema; rules of one's own are not in it. */
export function policySchema(): JsonObject {
	const { members } = policyFileShape(policyRules);
	const named = { name: "PolicyFile", summary: "What an organisation holds its deployments to." };
	return extendingSchema("Policies of pulumi-cowork", object({ ...members, extends: extendsMember }, named));
}
