import { error, type Problem } from "../problem.js";
import { namesOfOtherFiles, type RefusedName, refusedNames } from "./refused-names.js";

/** What is wrong with a name that `settings` does not take although some app or document knows it. */
export function checkName(name: string): readonly Problem[] {
	return findRefused(name).map(problemOf);
}

/** The same for `extraSettings`, which takes some of the names. */
export function checkExtraName(name: string): readonly Problem[] {
	return findRefused(name)
		.filter(({ extra }) => !extra)
		.map(problemOf);
}

function findRefused(name: string): readonly RefusedName[] {
	const lists = [refusedNames, namesOfOtherFiles].filter((names) => Object.hasOwn(names, name));
	return lists.slice(0, 1).flatMap((names) => names[name] ?? []);
}

function problemOf({ message }: RefusedName): Problem {
	return error("refused-name", [], message);
}
