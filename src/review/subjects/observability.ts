import type { DescribedObservability } from "../../bundle/described-observability.js";
import type { JsonObject } from "../../json.js";
import { peopleForms } from "../../observability/observability.js";
import { isLooser, type Sink, sinks, type Tier, tierFacts } from "../../observability/tier.js";
import { addedAndRemoved, changeOf, membersThatDiffer, namesOfBoth } from "../both-sides.js";
import type { DeploymentPair } from "../pair.js";
import type { Difference, Subject } from "../subject.js";

/** Who reads what devices report, how much of it, and for how long. */
export const observability: Subject = {
	title: "Observability",
	rules: {
		"tier-loosened": {
			grade: "widens",
			title: "Devices of a group capture more content.",
			because: "what people and tools write reaches stores that did not get it",
		},
		"tier-tightened": {
			grade: "informs",
			title: "Devices of a group capture less content.",
			because: "stores get less, and detections that need more see nothing of the group",
		},
		"content-reader-added": {
			grade: "widens",
			title: "Somebody else may read captured content.",
			because: "more people read what others write",
		},
		"content-reader-removed": {
			grade: "informs",
			title: "Somebody may no longer read captured content.",
			because: "fewer people read it",
		},
		"content-kept-longer": {
			grade: "widens",
			title: "Captured content is kept longer.",
			because: "it can be read for longer",
		},
		"content-kept-shorter": {
			grade: "informs",
			title: "Captured content is kept for less time.",
			because: "it is gone sooner",
		},
		"records-kept-otherwise": {
			grade: "informs",
			title: "Records without content are kept for another time.",
			because: "an incident is looked into with what is still there, and people are known of for as long",
		},
		"people-shown": {
			grade: "loosens",
			title: "Telemetry says more of who people are.",
			because: "whoever reads it knows whom it is about",
		},
		"people-hidden": {
			grade: "informs",
			title: "Telemetry says less of who people are.",
			because: "alerts no longer name whom they are about",
		},
		"sink-moved": {
			grade: "widens",
			title: "A signal goes to a further place, or elsewhere.",
			because: "whoever may read that place gets it",
		},
		"sink-header-changed": {
			grade: "widens",
			title: "A place that gets a signal is sent another header.",
			because: "a header may say whose the records are there, and with that who reads them",
		},
		"sink-removed": {
			grade: "breaks",
			title: "A signal no longer goes to a place.",
			because: "what reads it there gets nothing any more",
		},
	},
	compare: ({ groups, before, after }: DeploymentPair) => [
		...groups.flatMap(({ name, was = name }) =>
			compareTier(name, before.observability?.tiers[was], after.observability?.tiers[name]),
		),
		...(before.observability || after.observability
			? compareReading(before.observability ?? nobody, after.observability ?? nobody)
			: []),
		...(before.observability && after.observability
			? compareRecords(before.observability.retention.metadata, after.observability.retention.metadata)
			: []),
	],
};

/** What the subject reads. */
type Read = Pick<DescribedObservability, "tiers" | "people" | "readers" | "retention" | "sinks">;

const nobody: Read = { tiers: {}, people: "none", readers: [], retention: {}, sinks: {} };

function compareTier(group: string, before: Tier = "metadata", after: Tier = "metadata"): Difference[] {
	if (before === after) return [];
	const rule = isLooser(after, before) ? "tier-loosened" : "tier-tightened";
	const says = `has the tier ${after} instead of ${before}`;
	return [{ rule, groups: [group], subject: "captured content", change: "changed", before, after, says }];
}

function compareReading(before: Read, after: Read): Difference[] {
	const { added, removed } = addedAndRemoved(before.readers, after.readers);
	return [
		...added.map(
			(reader): Difference => ({
				rule: "content-reader-added",
				groups: [],
				subject: reader,
				change: "added",
				says: "may read captured content",
			}),
		),
		...removed.map(
			(reader): Difference => ({
				rule: "content-reader-removed",
				groups: [],
				subject: reader,
				change: "removed",
				says: "may no longer read captured content",
			}),
		),
		...compareRetention("captured content", before.retention.content, after.retention.content),
		...sinks.flatMap((sink) => compareStore(sink, before, after)),
		...comparePeople(before, after),
		...compareSinks(before.sinks, after.sinks),
	];
}

function compareRetention(subject: string, before: number | undefined, after: number | undefined): Difference[] {
	if (before === undefined || after === undefined || before === after) return [];
	const rule = after > before ? "content-kept-longer" : "content-kept-shorter";
	const says = `is kept ${after} days instead of ${before}`;
	return [{ rule, groups: [], subject, change: "changed", before, after, says }];
}

function compareRecords(before: number | undefined, after: number | undefined): Difference[] {
	if (before === after) return [];
	const shown = (days: number | undefined) => (days === undefined ? "for as long as nothing says" : `${days} days`);
	const says = `are kept ${shown(after)} instead of ${shown(before)}`;
	return [
		{
			rule: "records-kept-otherwise",
			groups: [],
			subject: "records without content",
			...changeOf(before, after),
			says,
		},
	];
}

/** Content beside the store for it is kept as long as the rest there. */
function compareStore(sink: Sink, before: Read, after: Read): Difference[] {
	if (sink === "content" || !holdsContent(sink, before) || !holdsContent(sink, after)) return [];
	const subject = `captured content in ${sink}`;
	const [from, to] = [before.retention.metadata, after.retention.metadata];
	if (from === undefined || to !== undefined) return compareRetention(subject, from, to);
	const says = `is kept for as long as nothing says, instead of ${from} days`;
	return [{ rule: "content-kept-longer", groups: [], subject, change: "removed", before: from, says }];
}

function holdsContent(sink: Sink, { tiers, sinks: given }: Read): boolean {
	return given[sink] !== undefined && Object.values(tiers).some((tier) => tierFacts[tier].reaches[sink] !== undefined);
}

function comparePeople({ people: before }: Read, { people: after }: Read): Difference[] {
	if (before === after) return [];
	// The forms stand from most to least.
	const rule = peopleForms.indexOf(after) < peopleForms.indexOf(before) ? "people-shown" : "people-hidden";
	const says = `are ${after} instead of ${before}`;
	return [{ rule, groups: [], subject: "people in telemetry", change: "changed", before, after, says }];
}

function compareSinks(before: Read["sinks"], after: Read["sinks"]): Difference[] {
	const names = namesOfBoth(Object.keys(before), Object.keys(after));
	return names.flatMap((subject): Difference[] => {
		const [was, is] = [before[subject], after[subject]];
		const [from, to] = [was?.endpoint, is?.endpoint];
		if (was && is && from === to) return compareHeaders(subject, was.headers, is.headers);
		if (to === undefined) {
			return [{ rule: "sink-removed", groups: [], subject, change: "removed", says: `no longer go to ${from}` }];
		}
		const says = from === undefined ? `go to ${to}` : `go to ${to} instead of ${from}`;
		return [{ rule: "sink-moved", groups: [], subject, change: from === undefined ? "added" : "changed", says }];
	});
}

/** No value is told: one may be a credential. */
function compareHeaders(subject: string, before: JsonObject, after: JsonObject): Difference[] {
	const names = membersThatDiffer(before, after).map(({ name }) => name);
	if (names.length === 0) return [];
	const says = `go to the same address with another ${names.join(", ")}`;
	return [{ rule: "sink-header-changed", groups: [], subject, change: "changed", says }];
}
