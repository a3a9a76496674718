import { isKeyName } from "../configuration/catalogue.js";
import { refusedNames } from "../configuration/refused-names.js";
import type { Problem } from "../problem.js";
import type { CarriedSettings } from "../profiles/carried.js";
import { shownName } from "./describe/credential-text.js";

/** Settings in whose names no credential is left, as where name and value were swapped: what is said of them names them. */
export function withShownNames(carried: CarriedSettings): CarriedSettings {
	const { values, unread } = carried;
	return {
		...carried,
		values: values.map(([name, value]) => [keyName(name), value] as const),
		...(unread && { unread: unread.map((each) => ({ ...each, name: keyName(each.name) })) }),
	};
}

/** The same of problems whose paths start at names of a file. */
export function withShownPaths(problems: readonly Problem[]): readonly Problem[] {
	return problems.map((problem) => ({
		...problem,
		path: problem.path.map((step) => (typeof step === "string" ? keyName(step) : step)),
	}));
}

function keyName(name: string): string {
	return isKeyName(name) || Object.hasOwn(refusedNames, name) ? name : shownName(name);
}
