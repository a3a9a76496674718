import type { RuleRequest } from "./backend.js";

/** What rules are for everybody, where nothing says which networks devices come from. */
export function heldForEverybody({ clients }: RuleRequest, everybody: string, deniesRest: boolean): string[] {
	if (clients) return [];
	const rest = deniesRest ? ", and deny them everything else" : "";
	return [`no clients are named, so that the rules hold for ${everybody}${rest}`];
}
