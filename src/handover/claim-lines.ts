import { documentation } from "../configuration/managed-key.js";
import { type EgressPlan, formatHostOrLate } from "../egress/plan.js";
import { markdownCode as code, markdownLink } from "../table/markdown.js";
import type { DataFacts } from "./data-facts.js";
import { sentAlike } from "./sent-to-collector.js";
import { fewOf, words } from "./words.js";

/** What is claimed of conversation content, and by which settings that is so or is not. */
export interface ClaimRequest {
	readonly facts: DataFacts;
	readonly egress: EgressPlan;
	/** What says that TLS may be opened on the way, in words; empty where nothing does. */
	readonly opensTls: readonly string[];
}

export function claimLines(request: ClaimRequest): string[] {
	const { summary, notes } = request.egress;
	return [
		...(summary.conversationContentStaysWithProvider ? claimed(request) : notClaimed(request)),
		...opened(request),
		"",
		"This is about inference and telemetry: what connectors, extensions and tools of the agent send is in the tables, as far",
		notes.length === 0
			? "as a list of hosts can name it."
			: "as a list of hosts can name it; what none can is in the last section.",
	];
}

const source = markdownLink(`${documentation}telemetry`);

function claimed({ facts: { route, collector }, opensTls }: ClaimRequest): string[] {
	const besides = opensTls.length === 0 ? "" : " but for what may open TLS";
	const sent = sentAlike(collector);
	return [
		"It stays with the inference provider: Anthropic states that inference brings no conversation content to Anthropic",
		`with ${words(route)} (${source}), and nothing that is set makes an exception${besides}:`,
		"",
		"- no proxy stands in the place of the provider's own endpoint",
		"- no listed model needs content to be shared or kept for review",
		...(sent.length === 0
			? ["- no collector is set"]
			: sent.map(({ groups }) => `- the collector gets no message content of ${fewOf(groups, "groups")}`)),
	];
}

function notClaimed({ facts: { route, isStated, exceptions }, egress: { summary } }: ClaimRequest): string[] {
	return [
		`There is no claim that it stays with the inference provider (${source}):`,
		"",
		...(isStated ? [] : [`- Anthropic makes no such statement of inference with ${words(route)}`]),
		...exceptions.map(({ model, because }) => `- model ${code(model)}: ${words(because)}`),
		...summary.contentAlsoReaches.map(
			({ host, key, because }) => `- it also reaches ${code(formatHostOrLate(host))}: ${words(because)} (${code(key)})`,
		),
	];
}

function opened({ opensTls }: ClaimRequest): string[] {
	if (opensTls.length === 0) return [];
	return [
		"",
		`TLS may be opened on the way, for ${words(opensTls.join(" and "))}. Whoever runs a proxy that opens it sees content too.`,
	];
}
