import type { ContentCategory } from "./content-category.js";
import { daysKept, type Observability } from "./observability.js";
import { tiersInUse } from "./observed-group.js";
import type { ObservedPart } from "./observed-part.js";
import { type Sink, sinks, type Tier, tierFacts, tiers } from "./tier.js";

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
		const { captures } = tierFacts[tier];
		return [
			{ tier, groups, content: captures.length === 0 ? "none" : captures.join(", "), reaches: reached(part, tier) },
		];
	});
}

function reached({ observability }: ObservedPart, tier: Tier): string {
	if (tierFacts[tier].captures.length > 0 && !observability.collector.sinks)
		return "what it does with it is its own affair";
	const places = contentStores(observability, tier).map(({ sink, categories }) => `${sink}: ${categories.join(", ")}`);
	return places.length === 0 ? "nowhere" : places.join("; ");
}

/** A sink that content of a tier reaches. */
export interface ContentStore {
	readonly sink: Sink;
	readonly categories: readonly ContentCategory[];
	/** Days that it is kept there. @default nothing is said */
	readonly days?: number;
}

/** None where the collector is one's own: what that passes on is its own affair. */
export function contentStores(observability: Observability<unknown>, tier: Tier): ContentStore[] {
	const { sinks: given = {} } = observability.collector;
	return sinks.flatMap((sink): ContentStore[] => {
		const categories = tierFacts[tier].reaches[sink];
		if (!given[sink] || !categories) return [];
		const days = daysKept(observability, sink);
		return [{ sink, categories, ...(days !== undefined && { days }) }];
	});
}

/** Of the events, more people read than those who are named for content. */
export function readersOf(sink: Sink, readers: string): string {
	return sink === "content" ? readers : `${readers} and whoever else reads the SIEM`;
}
