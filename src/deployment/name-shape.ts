import { error, type Problem } from "../problem.js";
import type { Rule, TextShape } from "../shape/shape.js";

/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const deviceNames = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$/i;

export function notADevice(name: string, what: string): Problem[] {
	if (!deviceNames.test(name)) return [];
	return [
		error("windows-name", [], `${what}, which Windows keeps for a device and makes no file of; expected another`),
	];
}

export const nameForm = /^[a-z][a-z0-9-]{0,30}$/;

/** Name of a deployment, a group or a ring. */
export const nameShape = formOf(
	"name",
	nameForm,
	"is no valid name; expected a lower-case letter, then up to 30 lower-case letters, digits and hyphens",
	(name) => notADevice(name, "is a name"),
);

/** Text of a form, which an empty one has not either. */
export function formOf(code: string, pattern: RegExp, message: string, device: Rule<string>): TextShape {
	const rule: Rule<string> = (value) => (pattern.test(value) ? [] : [error(code, [], message)]);
	return { kind: "text", pattern: pattern.source, rules: [rule, device] };
}
