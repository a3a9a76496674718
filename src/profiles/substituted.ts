import { type Problem, warning } from "../problem.js";
import type { EncodedSetting } from "./settings.js";

/** `{DeviceSerialNumber}`: letters alone between braces, which JSON never has. */
const lookupValue = /\{[A-Za-z]+\}/;

export function substitutedByWorkspaceOne(
	settings: readonly Pick<EncodedSetting, "name" | "text">[],
): readonly Problem[] {
	return substituted(settings, lookupValue, "a lookup value such as {Name}, which Workspace ONE replaces");
}

/** Settings in which a device management system finds variables of its own. Messages never repeat a value. */
export function substituted(
	settings: readonly Pick<EncodedSetting, "name" | "text">[],
	variable: RegExp,
	what: string,
): readonly Problem[] {
	const found = settings.filter(({ text }) => variable.test(text));
	return found.map(({ name }) => warning("mdm-variable", [name], `has ${what} on the way to a device`));
}
