import { isObject } from "../json.js";
import { made, type Outcome, refused } from "../outcome.js";
import { error, type Problem } from "../problem.js";
import { checkShape } from "../shape/check-shape.js";
import type { ObjectShape } from "../shape/shape.js";

/**
 * A document that a store has given, which anybody may have put there. Members that the shape does not know are passed
 * over: a later version may have written them.
 *
 * @returns the document as it was read, or errors whose paths start at it
 */
export function readStoredJson(shape: ObjectShape, content: Uint8Array): Outcome<unknown> {
	const read = parseBytes(content);
	if (read.value === undefined) return read;
	if (isObject(read.value) && Number(read.value.schemaVersion) > 1) return refused(later);
	const problems = checkShape(shape, read.value, { at: [], quiet: true }).filter(
		({ code }) => code !== "unknown-member",
	);
	return problems.length > 0 ? refused(...problems) : made(read.value);
}

function parseBytes(content: Uint8Array): Outcome<unknown> {
	try {
		return made(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(content)));
	} catch {
		return refused(notJson);
	}
}

const later: Problem = error(
	"later-version",
	["schemaVersion"],
	"is of a later version of pulumi-cowork; use that version, which knows what it means",
);

const notJson: Problem = error("not-json", [], "is no JSON in UTF-8");
