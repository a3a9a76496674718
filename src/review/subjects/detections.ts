import type { DescribedObservability } from "../../bundle/described-observability.js";
import { type Phase, phases } from "../../observability/phase.js";
import { addedAndRemoved } from "../both-sides.js";
import type { DeploymentPair } from "../pair.js";
import type { Difference, Subject } from "../subject.js";

/** What of telemetry brings alerts. */
export const detections: Subject = {
	title: "Detections",
	rules: {
		"approved-more": {
			grade: "loosens",
			title: "Detections take more for approved.",
			because: "nobody is told any more of what brought alerts",
		},
		"approved-less": {
			grade: "informs",
			title: "Detections take less for approved.",
			because: "alerts come of what brought none",
		},
		"phase-taken-back": {
			grade: "loosens",
			title: "The rollout of telemetry goes back to an earlier phase.",
			because: "what the later phases gave is gone: what devices report, detections, or traces",
		},
		"phase-reached": {
			grade: "informs",
			title: "The rollout of telemetry comes to a later phase.",
			because: "what it switches on is told by itself",
		},
	},
	compare: ({ before: { observability: before }, after: { observability: after } }: DeploymentPair) =>
		// With the block come and go its signals, tiers and readers, which are told as such.
		before && after
			? [...compareApproved(before.approved, after.approved), ...comparePhase(before.phase, after.phase)]
			: [],
};

type Approved = DescribedObservability["approved"];

/** Of these, more brings more alerts. */
const watched: ReadonlySet<string> = new Set<keyof Approved>(["sensitiveTiers"]);

function compareApproved(before: Approved, after: Approved): Difference[] {
	const { hourlyCost: from, ...lists } = before;
	const { hourlyCost: to, ...others } = after;
	const now: Readonly<Record<string, readonly string[]>> = others;
	return [
		...Object.entries(lists).flatMap(([member, words]) => compareList(member, words, now[member] ?? [])),
		...(from === to
			? []
			: [
					{
						rule: to > from ? "approved-more" : "approved-less",
						groups: [],
						subject: "approved.hourlyCost",
						change: "changed" as const,
						before: from,
						after: to,
						says: `is ${to} instead of ${from}`,
					},
				]),
	];
}

function compareList(member: string, before: readonly string[], after: readonly string[]): Difference[] {
	const { added, removed } = addedAndRemoved(before, after);
	const difference = (
		rule: string,
		change: "added" | "removed",
		verb: string,
		words: readonly string[],
	): Difference[] =>
		words.length === 0
			? []
			: [{ rule, groups: [], subject: `approved.${member}`, change, says: `${verb} ${words.join(", ")}` }];
	const isWatched = watched.has(member);
	return [
		...difference(isWatched ? "approved-less" : "approved-more", "added", "has also", added),
		...difference(isWatched ? "approved-more" : "approved-less", "removed", "no longer has", removed),
	];
}

function comparePhase(before: Phase | undefined, after: Phase | undefined): Difference[] {
	if (before === after) return [];
	// A rollout that names none has come to all of them.
	const place = (phase: Phase | undefined) => (phase === undefined ? phases.length : phases.indexOf(phase));
	const shown = (phase: Phase | undefined) => phase ?? "all of them";
	return [
		{
			rule: place(after) < place(before) ? "phase-taken-back" : "phase-reached",
			groups: [],
			subject: "phase of the rollout",
			change: "changed",
			before: shown(before),
			after: shown(after),
			says: `is ${shown(after)} instead of ${shown(before)}`,
		},
	];
}
