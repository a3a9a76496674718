import { nearestName } from "../../../nearest-name.js";
import { made, type Outcome, refused } from "../../../outcome.js";
import { error } from "../../../problem.js";
import { profileParts } from "./arns.js";
import { tableDate, tableProfiles, tableRegions, tableRow } from "./destinations-table.js";

/** Regions that answer for a profile; `anywhere`: every commercial region, so that policies name none. */
type AnsweringRegions = readonly string[] | "anywhere";

export interface Destinations {
	/** Sorted. */
	readonly regions: AnsweringRegions;
	readonly source: "given" | "table";
}

/**
 * The destinations of an inference profile called in a region: those given for it, otherwise the table's. A `global.`
 * profile leads anywhere, whatever regions are named for it: its requests are routed to every commercial region that
 * AWS has by then.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html
 */
export function destinationsOf(
	profileId: string,
	sourceRegion: string,
	overrides: Readonly<Record<string, AnsweringRegions>> = {},
): Outcome<Destinations> {
	const given = Object.hasOwn(overrides, profileId) ? overrides[profileId] : undefined;
	const global = profileId.startsWith("global.");
	if (given) {
		const anywhere = global || given === "anywhere";
		return made({ regions: anywhere ? "anywhere" : [...new Set(given)].sort(), source: "given" });
	}
	const row = tableRow(profileId);
	const howToGive = `give them in provision.destinations[${JSON.stringify(profileId)}]`;
	if (!row) {
		const near = nearestProfile(profileId);
		const meant = near === undefined ? "" : `did you mean "${near}"? otherwise `;
		return refuse(`its destination regions are not in the table of ${tableDate}; ${meant}${howToGive}`);
	}
	if (!row.sources.includes(sourceRegion)) {
		return refuse(
			`cannot be called in ${sourceRegion} by the table of ${tableDate}, but in ${row.sources.join(", ")}; where it can by now, ${howToGive}`,
		);
	}
	return made({ regions: global ? "anywhere" : row.destinations, source: "table" });
}

/** The profile of the table that is most likely meant; a model's id without its date is how people write it. */
export function nearestProfile(profileId: string): string | undefined {
	const known = tableProfiles();
	return known.find((id) => id.startsWith(profileId)) ?? nearestName(profileId, known);
}

/** Regions that answer for a profile by the table; none where it says nothing of them, or where any may answer. */
export function regionsByTable(profileId: string): readonly string[] {
	if (profileId.startsWith("global.")) return [];
	const destinations = tableRow(profileId)?.destinations;
	return destinations === undefined || destinations === "anywhere" ? [] : destinations;
}

/**
 * What AWS tells of a profile, and what the table has besides: a region that AWS leaves out for an account today may
 * answer tomorrow. Sorted.
 */
export function withTable(profileId: string, told: readonly string[]): readonly string[] {
	return [...new Set([...told, ...regionsByTable(profileId)])].sort();
}

function refuse(message: string): Outcome<never> {
	return refused(error("unknown-destinations", [], message));
}

/** Whether a region lies outside of a profile's geography, as far as the table can tell. */
export function liesOutside(profileId: string, region: string): boolean {
	const { prefix } = profileParts(profileId);
	const rows = tableProfiles().flatMap((id) => (id.startsWith(prefix) ? (tableRow(id) ?? []) : []));
	const inside = rows.flatMap(({ destinations }) => (destinations === "anywhere" ? [] : destinations));
	if (prefix === "global." || inside.length === 0 || inside.includes(region)) return false;
	return tableRegions().includes(region) || !inside.some((known) => areaOf(known) === areaOf(region));
}

/** Such as `eu` of `eu-central-1`. */
function areaOf(region: string): string {
	return region.slice(0, region.indexOf("-"));
}
