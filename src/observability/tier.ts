import type { Path } from "../path.js";
import type { ContentCategory } from "./content-category.js";
import type { ObservedDeployment } from "./observed-group.js";

/** How much content is captured. */
export type Tier = "metadata" | "toolDetails" | "restricted" | "forensic";

/** Least content first. */
export const tiers: readonly Tier[] = ["metadata", "toolDetails", "restricted", "forensic"];

/**
 * Where telemetry goes: `metrics` are numbers over time, `events` what a SIEM takes, `traces` the causes of things,
 * `content` a store that few people read and that forgets soon.
 */
export const sinks = ["metrics", "events", "traces", "content"] as const;

export type Sink = (typeof sinks)[number];

export interface TierFacts {
	readonly summary: string;
	/** What devices send. */
	readonly captures: readonly ContentCategory[];
	/** Whether devices send traces, whatever the phase: the inside of tools is on spans alone. */
	readonly traces: boolean;
	/** What a sink may get of it; nothing of what is not named. */
	readonly reaches: Readonly<Partial<Record<Sink, readonly ContentCategory[]>>>;
}

export const tierFacts: Readonly<Record<Tier, TierFacts>> = {
	metadata: {
		summary: "Names, counts, durations, costs and decisions; no content.",
		captures: [],
		traces: false,
		reaches: {},
	},
	toolDetails: {
		summary: "Also what tools are called with, secrets masked, for security operations.",
		captures: ["toolDetails"],
		traces: false,
		reaches: { events: ["toolDetails"], content: ["toolDetails"] },
	},
	restricted: {
		summary: "Also what goes into tools and comes out of them, into a restricted store.",
		captures: ["toolDetails", "toolContent"],
		traces: true,
		reaches: { events: ["toolDetails"], content: ["toolDetails", "toolContent"] },
	},
	forensic: {
		summary: "Also prompts, answers and whole requests, into a restricted store: for a case, and not for ever.",
		captures: ["userPrompts", "assistantResponses", "toolDetails", "toolContent", "rawApiBodies"],
		traces: true,
		reaches: {
			events: ["toolDetails"],
			content: ["userPrompts", "assistantResponses", "toolDetails", "toolContent", "rawApiBodies"],
		},
	},
};

export function isTier(value: unknown): value is Tier {
	return tiers.some((tier) => tier === value);
}

/** The tier of a group, and where it is written. */
export function tierOf(
	{ observability, groups }: ObservedDeployment<unknown>,
	group: string,
): { tier: Tier; at: Path } {
	const own = groups[group]?.observability?.tier;
	// What is no tier is refused by the shape.
	if (isTier(own)) return { tier: own, at: ["groups", group, "observability", "tier"] };
	return { tier: observability?.tier ?? "metadata", at: ["observability", "tier"] };
}

/** Whether a tier captures more than another. */
export function isLooser(tier: Tier, than: Tier): boolean {
	return tiers.indexOf(tier) > tiers.indexOf(than);
}

/** What a tier captures that needs a store of its own. */
export function needsContentSink(tier: Tier): boolean {
	const { captures, reaches } = tierFacts[tier];
	return captures.some((category) => !reaches.events?.includes(category));
}
