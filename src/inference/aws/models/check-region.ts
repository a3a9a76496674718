import { nearestName } from "../../../nearest-name.js";
import type { Problem } from "../../../problem.js";
import { partitionOf } from "../region.js";
import { tableDate, tableRegions } from "./destinations-table.js";

/** What is wrong with a region that no row of the table knows; a partition without a table is refused elsewhere. */
export function checkTableRegion(region: string, severity: Problem["severity"]): readonly Problem[] {
	const known = tableRegions();
	if (!partitionOf(region) || known.includes(region)) return [];
	const near = nearestName(region, known);
	const meant = near === undefined ? `expected one of ${known.join(", ")}` : `did you mean "${near}"?`;
	return [{ severity, code: "unknown-region", path: [], message: `no region of the table of ${tableDate}; ${meant}` }];
}
