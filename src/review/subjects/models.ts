import type { AnsweredModel } from "../../inference/cloud-plan.js";
import { canonicalJson, isJsonObject, type JsonValue } from "../../json.js";
import { changeOf } from "../both-sides.js";
import type { DeploymentPair, GroupPair } from "../pair.js";
import type { ReviewedDeployment, ReviewedGroup } from "../reviewed-deployment.js";
import { changeText, listed, shown } from "../shown.js";
import type { Difference, Subject } from "../subject.js";

/** Keys that are told as models. */
export const modelKeys = ["inferenceModels"] as const;
/** Keys that are told as where models are called. */
export const regionKeys = ["inferenceBedrockRegion", "inferenceVertexRegion"] as const;

/** Models that people may choose, and where they are answered. */
export const models: Subject = {
	title: "Models and regions",
	rules: {
		"model-added": {
			grade: "informs",
			title: "People may choose a further model.",
			because: "nobody loses one; what it costs or lets somebody do is told for itself",
		},
		"model-removed": {
			grade: "breaks",
			title: "People may no longer choose a model.",
			because: "whoever works with it has to choose another",
		},
		"default-model-changed": {
			grade: "informs",
			title: "Sessions start with another model.",
			because: "both may be chosen",
		},
		"model-described-otherwise": {
			grade: "informs",
			title: "A model is shown or counted otherwise.",
			because: "it is the same model",
		},
		"region-changed": {
			grade: "widens",
			title: "Models are called in another region.",
			because: "conversations go where they did not",
		},
		"answered-in-further-regions": {
			grade: "widens",
			title: "Calls of a model may be answered in further regions.",
			because: "conversations go where they did not",
		},
		"answered-in-fewer-regions": {
			grade: "informs",
			title: "Calls of a model are answered in fewer regions.",
			because: "conversations go to fewer places",
		},
		"data-boundary-changed": {
			grade: "widens",
			title: "The cloud states another boundary for a model's content.",
			because: "no order of boundaries is known, so that it is taken for a wider one",
		},
	},
	compare({ before, after, groups }: DeploymentPair) {
		const [old, now] = [offerOf(before), offerOf(after)];
		return [
			...groups.flatMap((group) => [
				...compareModels(group, old, now),
				...modelsOfNone(group, old, now),
				...regionKeys.flatMap((key) => compareRegion(group, key)),
			]),
			...compareAnswers(old, now),
		];
	},
};

/** What a deployment has of models. */
interface Offer {
	/** Those of all groups. */
	readonly models: ReadonlySet<string>;
	readonly answers: ReadonlyMap<string, AnsweredModel>;
}

function offerOf({ groups, cloud }: ReviewedDeployment): Offer {
	return {
		models: new Set(Object.values(groups).flatMap((group) => [...entriesOf(group).keys()])),
		answers: new Map((cloud?.answers ?? []).map((each) => [each.model, each])),
	};
}

function compareModels({ name, before, after }: GroupPair, old: Offer, now: Offer): Difference[] {
	// Of a group that is new or gone all would be told.
	if (!before || !after) return [];
	const [from, to] = [entriesOf(before), entriesOf(after)];
	const at = { groups: [name], ...(after.settings.inferenceModels ?? before.settings.inferenceModels)?.at };
	const added = [...to.keys()].filter((id) => !from.has(id));
	const removed = [...from.keys()].filter((id) => !to.has(id));
	const changed = [...to].filter(
		([id, entry]) => from.has(id) && canonicalJson(from.get(id) ?? null) !== canonicalJson(entry),
	);
	const [[first] = [], [start] = []] = [[...from.keys()], [...to.keys()]];
	return [
		...added.map((subject): Difference => {
			const says = `can be chosen${where(now.answers.get(subject))}`;
			return { ...at, rule: "model-added", subject, change: "added", says };
		}),
		...removed.map((subject): Difference => {
			const says = `can no longer be chosen${where(old.answers.get(subject))}`;
			return { ...at, rule: "model-removed", subject, change: "removed", says };
		}),
		...changed.map(([subject, entry]): Difference => {
			const values = { before: from.get(subject) ?? null, after: entry };
			const says = `is described otherwise: ${changeText(from.get(subject), entry)}`;
			return { ...at, rule: "model-described-otherwise", subject, change: "changed", ...values, says };
		}),
		...(first !== undefined && start !== undefined && first !== start && from.has(start) && to.has(first)
			? [
					{
						...at,
						rule: "default-model-changed",
						subject: "default model",
						change: "changed" as const,
						before: first,
						after: start,
						says: `is ${start} where it was ${first}`,
					},
				]
			: []),
	];
}

/** Of a group that is new or gone, the models that no group has on the other side. */
function modelsOfNone({ name, before, after }: GroupPair, old: Offer, now: Offer): Difference[] {
	const only = before && after ? undefined : (after ?? before);
	if (!only) return [];
	const [own, other] = after ? [now, old] : [old, now];
	const at = { groups: [name], ...only.settings.inferenceModels?.at };
	return [...entriesOf(only).keys()]
		.filter((subject) => !other.models.has(subject))
		.map((subject): Difference => {
			const told = where(own.answers.get(subject));
			return after
				? { ...at, rule: "model-added", subject, change: "added", says: `can be chosen${told}` }
				: { ...at, rule: "model-removed", subject, change: "removed", says: `can no longer be chosen${told}` };
		});
}

/** What the list says of each model besides its id, in order; one without an id of its own stands by what the cloud will know. */
function entriesOf({ settings }: ReviewedGroup): ReadonlyMap<string, JsonValue> {
	const listed = settings.inferenceModels?.value;
	if (!Array.isArray(listed)) return new Map();
	return new Map(
		listed.flatMap((entry: JsonValue): [string, JsonValue][] => {
			if (typeof entry === "string") return [[entry, {}]];
			if (!isJsonObject(entry)) return [];
			const { name, ...rest } = entry;
			return [[typeof name === "string" ? name : shown(name), rest]];
		}),
	);
}

function compareRegion({ name, before, after }: GroupPair, key: (typeof regionKeys)[number]): Difference[] {
	const [from, to] = [before?.settings[key], after?.settings[key]];
	if (!before || !after || canonicalJson(from?.value ?? null) === canonicalJson(to?.value ?? null)) return [];
	return [
		{
			rule: "region-changed",
			groups: [name],
			subject: key,
			...changeOf(from?.value, to?.value),
			says: changeText(from?.value, to?.value),
			...(to ?? from)?.at,
		},
	];
}

function compareAnswers({ answers: before }: Offer, { answers: after }: Offer): Difference[] {
	return [...after.values()].flatMap((now): Difference[] => {
		const was = before.get(now.model);
		if (!was) return [];
		const [further, fewer] = [beyond(now.regions, was.regions), beyond(was.regions, now.regions)];
		const at = { groups: [], subject: now.model, change: "changed" as const };
		const regions = { before: was.regions, after: now.regions };
		const boundaries = {
			...(was.boundary !== undefined && { before: was.boundary }),
			...(now.boundary !== undefined && { after: now.boundary }),
		};
		return [
			...(further.length > 0
				? [
						{
							...at,
							...regions,
							rule: "answered-in-further-regions",
							says: `may be answered in ${listed(further)} too (${now.saidBy})`,
						},
					]
				: []),
			...(further.length === 0 && fewer.length > 0
				? [
						{
							...at,
							...regions,
							rule: "answered-in-fewer-regions",
							says: `is no longer answered in ${listed(fewer)} (${now.saidBy})`,
						},
					]
				: []),
			...(was.boundary === now.boundary
				? []
				: [
						{
							...at,
							...boundaries,
							rule: "data-boundary-changed",
							says: `has the boundary ${shown(now.boundary)} where it was ${shown(was.boundary)}`,
						},
					]),
		];
	});
}

function beyond(some: AnsweredModel["regions"], others: AnsweredModel["regions"]): readonly string[] {
	if (others === "anywhere") return [];
	return some === "anywhere" ? ["any region"] : some.filter((region) => !others.includes(region));
}

function where(answer: AnsweredModel | undefined): string {
	if (!answer) return "";
	const regions = answer.regions === "anywhere" ? "anywhere the cloud decides" : `in ${listed(answer.regions)}`;
	return `, answered ${regions} (${answer.saidBy})`;
}
