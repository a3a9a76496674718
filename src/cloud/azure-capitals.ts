import { error, type Problem } from "../problem.js";

/** Which of names are one to Azure, which does not tell them apart by capitals. `remedy` is what to do of one that is. */
export function sameToAzure(names: readonly string[], remedy: string): Problem[] {
	const first = new Map<string, string>();
	return names.flatMap((name) => {
		const before = first.get(name.toLowerCase());
		first.set(name.toLowerCase(), before ?? name);
		if (before === undefined) return [];
		return [error("duplicate", [name], `is ${before} to Azure, which does not tell capitals; ${remedy}`)];
	});
}
