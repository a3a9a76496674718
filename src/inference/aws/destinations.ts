import { nearestName } from "../../nearest-name.js";
import { tableDate, tableProfiles, tableRegions, tableRow } from "./destinations-table.js";

/** Regions that answer for a profile. */
export interface Destinations {
	/** As given or listed, sorted; `anywhere`: every commercial region, so that policies name none. */
	readonly regions: readonly string[] | "anywhere";
	readonly source: "given" | "table";
}

/**
 * The destinations of an inference profile called in a region: those given for it, otherwise the table's.
 * What is wrong comes back as text.
 */
export function destinationsOf(
	profileId: string,
	sourceRegion: string,
	overrides: Readonly<Record<string, readonly string[]>> = {},
): Destinations | string {
	const given = Object.hasOwn(overrides, profileId) ? overrides[profileId] : undefined;
	if (given) return { regions: [...new Set(given)].sort(), source: "given" };
	const row = tableRow(profileId);
	const howToGive = `give them in provision.destinations[${JSON.stringify(profileId)}]`;
	if (!row) {
		// A model's id without its date is how people write it.
		const near = tableProfiles().find((id) => id.startsWith(profileId)) ?? nearestName(profileId, tableProfiles());
		const meant = near === undefined ? "" : `did you mean "${near}"? otherwise `;
		return `its destination regions are not in the table of ${tableDate}; ${meant}${howToGive}`;
	}
	if (!row.sources.includes(sourceRegion)) {
		return `cannot be called in ${sourceRegion} by the table of ${tableDate}, but in ${row.sources.join(", ")}; where it can by now, ${howToGive}`;
	}
	return { regions: row.destinations, source: "table" };
}

/** Says on which table a plan rests. */
export function tableNote(profileIds: readonly string[]): string {
	return `destination regions of ${profileIds.join(", ")} are those of a table of ${tableDate}; provision.destinations replaces them`;
}

/** What is wrong with a region that no row of the table knows, or undefined. */
export function unknownRegion(region: string): string | undefined {
	const known = tableRegions();
	if (known.includes(region)) return undefined;
	const near = nearestName(region, known);
	const meant = near === undefined ? `expected one of ${known.join(", ")}` : `did you mean "${near}"?`;
	return `no region of the table of ${tableDate}; ${meant}`;
}
