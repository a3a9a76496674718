import { isKeyName } from "../configuration/catalogue.js";
import { namesOfOtherFiles, refusedNames } from "../configuration/refused-names.js";
import type { CarriedSettings } from "../profiles/carried.js";

/** Names that stand in files of Claude Code, or of users, and in none that sets Claude Desktop. */
export function isOfOtherProduct({ values }: CarriedSettings): boolean {
	const names = values.map(([name]) => name);
	if (names.some((name) => isKeyName(name) || Object.hasOwn(refusedNames, name))) return false;
	return names.some((name) => Object.hasOwn(namesOfOtherFiles, name));
}
