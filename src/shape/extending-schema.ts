import { compareText, type JsonObject } from "../json.js";
import { either, list, text } from "./build.js";
import { jsonSchema } from "./json-schema.js";
import type { Member, ObjectShape } from "./shape.js";

/** The member of a file that starts from others. */
export const extendsMember: Member = {
	shape: either(text(), list(text())),
	summary: "A file, or a list of files, to start from: objects merge, lists and scalars replace.",
	defaultNote: "none",
};

/**
 * A file with {@link extendsMember} as JSON Schema, draft 2020-12, for editors. It takes whatever the check takes, and
 * more: rules that are code, and those between members, have no place in it.
 */
export function extendingSchema(title: string, shape: ObjectShape): JsonObject {
	const definitions = new Map<string, JsonObject>();
	const whole = jsonSchema(shape, { definitions });
	// What another file gives may be absent here.
	const partial = jsonSchema(shape, { definitions, partial: true });
	return {
		$schema: "https://json-schema.org/draft/2020-12/schema",
		title,
		type: "object",
		if: { type: "object", properties: { extends: true }, required: ["extends"] },
		// biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema
		then: partial,
		else: whole,
		$defs: Object.fromEntries([...definitions].sort(([a], [b]) => compareText(a, b))),
	};
}
