/** When the table was read. */
export const locationsDate = "2026-11";

/** Locations of more than one region, which have hosts of their own. */
export const multiRegions = ["global", "eu", "us"] as const;

/** Claude models of some generations, and where they are answered. */
interface LocationsRow {
	/** The last generation that the row holds for. @default - every one after the row before */
	readonly upTo?: Generation;
	/** Single regions that somebody has seen answer; a row without answers in no single region. */
	readonly regions?: readonly string[];
}

/** Such as `[4, 6]` of `claude-sonnet-4-6`. */
export type Generation = readonly [major: number, minor: number];

/**
 * Every model is answered at the multi-regions; single regions serve what came before Opus 4.7. Which of them do is
 * Google's to change, so that one that is not listed is worth a look and no more.
 * https://cloud.google.com/vertex-ai/generative-ai/docs/learn/locations
 * https://cloud.google.com/vertex-ai/generative-ai/docs/partner-models/claude/opus-4-7
 * https://github.com/anthropics/claude-code/issues/49844
 */
const rows: readonly LocationsRow[] = [
	{ upTo: [4, 6], regions: ["asia-east1", "asia-southeast1", "europe-west1", "us-central1", "us-east1", "us-east5"] },
	{},
];

/** Single regions that answer for a generation; empty where only multi-regions do. */
export function regionsOf(generation: Generation): readonly string[] {
	const row = rows.find(({ upTo }) => upTo === undefined || !isLater(generation, upTo));
	return row?.regions ?? [];
}

/** The last generation that single regions serve, as people call it. */
export const lastRegional = "4.6";

function isLater([major, minor]: Generation, [otherMajor, otherMinor]: Generation): boolean {
	return major > otherMajor || (major === otherMajor && minor > otherMinor);
}
