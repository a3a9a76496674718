import { error, type Problem } from "../problem.js";
import { namesOfOtherFiles, type RefusedName, refusedNames } from "./refused-names.js";

/** What is wrong with a name that `settings` does not take although some app or document knows it. */
export function checkName(name: string): readonly Problem[] {
	const refused = findRefused(name);
	return refused ? [problemOf(refused)] : [];
}

/** The same for `extraSettings`, which takes some of the names. */
export function checkExtraName(name: string): readonly Problem[] {
	const refused = findRefused(name);
	return refused && !refused.extra ? [problemOf(refused)] : [];
}

export function findRefused(name: string): RefusedName | undefined {
	return [refusedNames, namesOfOtherFiles].find((names) => Object.hasOwn(names, name))?.[name];
}

function problemOf({ message }: RefusedName): Problem {
	return error("refused-name", [], message);
}
