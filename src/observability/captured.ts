import { tiersInUse } from "./observed-group.js";
import type { ObservedPart } from "./observed-part.js";
import { type Tier, tierFacts, tiers } from "./tier.js";

/** What groups of one tier send, who reads it and for how long, in words. */
export interface Captured {
	readonly tier: Tier;
	readonly groups: readonly string[];
	readonly content: string;
	/** Where content goes, by sink. */
	readonly reaches: string;
}

/** Of each tier in use, least content first. */
export function capturedContent(part: ObservedPart): Captured[] {
	const used = tiersInUse(part);
	return tiers.flatMap((tier) => {
		const groups = used.get(tier);
		if (!groups) return [];
		const { captures, reaches } = tierFacts[tier];
		const places = Object.entries(reaches).map(([sink, categories]) => `${sink}: ${categories.join(", ")}`);
		return [
			{
				tier,
				groups,
				content: captures.length === 0 ? "none" : captures.join(", "),
				reaches: places.length === 0 ? "nowhere" : places.join("; "),
			},
		];
	});
}
