import type { Path } from "../../../path.js";
import { error, type Problem, warning } from "../../../problem.js";

const at: Path = ["logging", "adopt"];

/**
 * What is wrong with a foundation's own setting where a region's records of calls go to `destinations` already: AWS has
 * one setting per account and region.
 */
export function checkTakeover(region: string, destinations: readonly string[]): Problem[] {
	if (destinations.length === 0) return [];
	const message = `calls in ${region} are recorded already, to ${destinations.join(" and ")}, by a setting of which the account has one per region; say adopt: true to replace it, leave logging out, or, where it is this foundation's under another name, keep that name by an alias, because the deletion of the other would end all records`;
	return [error("takeover", at, message)];
}

/** What people must know where nobody could look. */
export function takeoverUnknown(region: string, why: string): Problem {
	const message = `nobody could look whether calls in ${region} are recorded already, so that another's setting is overwritten where there is one: ${why}`;
	return warning("takeover-unknown", at, message);
}
