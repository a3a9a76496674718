import { compareText, type JsonObject } from "../json.js";
import { either, list, object, text } from "../shape/build.js";
import { jsonSchema } from "../shape/json-schema.js";
import { policyFileShape } from "./policies-shape.js";
import { policyRules } from "./rules/index.js";

/** The policy file as JSON Schema, draft 2020-12, for editors; rules of one's own are not in it. */
export function policySchema(): JsonObject {
	const definitions = new Map<string, JsonObject>();
	const file = policyFileShape(policyRules);
	const shape = object(
		{
			...file.members,
			extends: {
				shape: either(text(), list(text())),
				summary: "A file, or a list of files, to start from: objects merge, lists and scalars replace.",
				defaultNote: "none",
			},
		},
		{ name: "PolicyFile", summary: "What an organisation holds its deployments to." },
	);
	const whole = jsonSchema(shape, { definitions });
	const partial = jsonSchema(shape, { definitions, partial: true });
	return {
		$schema: "https://json-schema.org/draft/2020-12/schema",
		title: "Policies of pulumi-cowork",
		type: "object",
		if: { type: "object", properties: { extends: true }, required: ["extends"] },
		// biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema
		then: partial,
		else: whole,
		$defs: Object.fromEntries([...definitions].sort(([a], [b]) => compareText(a, b))),
	};
}
