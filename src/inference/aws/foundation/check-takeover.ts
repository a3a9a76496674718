import { error, type Problem, warning } from "../../../problem.js";

/** Where a region's records of calls go before a foundation says it, or why nobody knows. */
export type RecordsOfCalls = { readonly destinations: readonly string[] } | { readonly unknown: string };

/** What is wrong with a foundation's own setting where there is one already: AWS has one per account and region. */
export function checkTakeover(region: string, found: RecordsOfCalls): Problem[] {
	const at = ["logging", "adopt"];
	if ("unknown" in found) {
		const message = `nobody could look whether calls in ${region} are recorded already, so that another's setting is overwritten where there is one: ${found.unknown}`;
		return [warning("takeover-unknown", at, message)];
	}
	if (found.destinations.length === 0) return [];
	const message = `calls in ${region} are recorded already, to ${found.destinations.join(" and ")}, by a setting of which the account has one per region; say adopt: true to replace it, leave logging out, or, where it is this foundation's under another name, keep that name by an alias, because the deletion of the other would end all records`;
	return [error("takeover", at, message)];
}
