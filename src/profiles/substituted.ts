import { type Problem, warning } from "../problem.js";
import type { EncodedSetting } from "./settings.js";

/** Settings in which a device management system finds variables of its own. Messages never repeat a value. */
export function substituted(settings: readonly EncodedSetting[], variable: RegExp, what: string): readonly Problem[] {
	const found = settings.filter(({ text }) => variable.test(text));
	return found.map(({ name }) => warning("mdm-variable", [name], `has ${what} on the way to a device`));
}
