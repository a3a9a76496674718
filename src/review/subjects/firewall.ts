import type { DescribedRules } from "../../bundle/described-rules.js";
import { type Effect, formatEffect } from "../../firewall/backend.js";
import { canonicalJson, type JsonValue } from "../../json.js";
import { formatPath } from "../../path.js";
import { changeOf, membersThatDiffer, namesOfBoth } from "../both-sides.js";
import type { DeploymentPair } from "../pair.js";
import type { ReviewedRules } from "../reviewed-deployment.js";
import { changeText, listed, shownWhole } from "../shown.js";
import type { Difference, Subject } from "../subject.js";

/** Rule sets, and where they do not match a host exactly as the plan means it. Hosts themselves are a subject of their own. */
export const firewall: Subject = {
	title: "Rule sets",
	rules: {
		"rule-set-added": {
			grade: "informs",
			title: "A rule set is written for a further product.",
			because: "it does nothing before somebody puts it in place",
		},
		"rule-set-removed": {
			grade: "loosens",
			title: "A rule set is no longer written.",
			because: "what stands in the product ages, and where a program placed it, it is taken away",
		},
		"rule-set-options-changed": {
			grade: "informs",
			title: "A rule set is made with other options.",
			because: "what it opens otherwise than the plan is told for itself",
		},
		"deny-list-shortened": {
			grade: "loosens",
			title: "A rule set denies fewer hosts by name.",
			because: "devices reach what it denied, where nothing else closes it",
		},
		"rule-set-wider": {
			grade: "widens",
			title: "A rule set opens more than the plan.",
			because: "devices reach what nothing needs",
		},
		"rule-set-narrower": {
			grade: "breaks",
			title: "A rule set opens less than the plan.",
			because: "devices do not reach something that they need",
		},
		"new-rule-set-narrower": {
			grade: "informs",
			title: "A rule set of a new deployment or group opens less than the plan.",
			because: "nobody works with it yet; what it does not open needs a rule of its own before somebody does",
		},
		"rule-set-exact": {
			grade: "informs",
			title: "A rule set no longer differs from the plan in a host.",
			because: "it is as the plan means it, or the host is gone",
		},
		"hosts-left-changed": {
			grade: "informs",
			title: "A rule set leaves other hosts to another one.",
			because: "the bundle checks that they are expressed there",
		},
	},
	compare(pair: DeploymentPair): Difference[] {
		const { before, after } = pair;
		const words = namesOfBoth(Object.keys(before.firewall), Object.keys(after.firewall));
		return words.flatMap((word) => [
			...compareRules(word, before.firewall[word], after.firewall[word]),
			...compareMatches(word, pair),
		]);
	},
};

function compareRules(word: string, before: ReviewedRules | undefined, after: ReviewedRules | undefined): Difference[] {
	const at = { groups: [], subject: word, path: formatPath(["firewall", word]) };
	if (!before) {
		const says = `is a product that rules are written for: ${shownWhole(after?.options)}`;
		return [{ ...at, rule: "rule-set-added", change: "added", says }];
	}
	if (!after) {
		const says = `is a product that no rules are written for any more: ${shownWhole(before.options)}`;
		return [{ ...at, rule: "rule-set-removed", change: "removed", says }];
	}
	return compareOptions(word, before, after);
}

function compareOptions(
	word: string,
	{ options: before }: ReviewedRules,
	{ options: after }: ReviewedRules,
): Difference[] {
	return membersThatDiffer(before, after).map(({ name, from, to }) => ({
		rule: name === "deny" && deniesLess(from, to) ? "deny-list-shortened" : "rule-set-options-changed",
		groups: [],
		subject: `${word}.${name}`,
		...changeOf(from, to),
		says: changeText(from, to),
		path: formatPath(["firewall", word, name]),
	}));
}

/** Whether something that was denied may no longer be: a list that lost an entry. */
function deniesLess(before: JsonValue | undefined, after: JsonValue | undefined): boolean {
	const entries = (value: JsonValue | undefined): string[] =>
		typeof value === "object" && value !== null
			? Object.entries(value).flatMap(([name, member]) =>
					Array.isArray(member)
						? member.map((item: JsonValue) => canonicalJson([name, item]))
						: [canonicalJson([name, member])],
				)
			: [];
	const kept = new Set(entries(after));
	return entries(before).some((entry) => !kept.has(entry));
}

/** What rule sets match otherwise than the plan, of all groups or, where one side writes for each alone, group by group. */
function compareMatches(word: string, { only, before, after, groups }: DeploymentPair): Difference[] {
	const [from, to] = [before.firewall[word], after.firewall[word]];
	const isAlone = groups.some((each) => each.before?.ruleSets?.[word] ?? each.after?.ruleSets?.[word]);
	if (!isAlone) return compareDescribed({ word, groups: [], isNew: only === "after" }, from, to);
	return groups.flatMap((each) =>
		compareDescribed(
			{ word, groups: [each.name], isNew: !each.before },
			each.before && (each.before.ruleSets?.[word] ?? from),
			each.after && (each.after.ruleSets?.[word] ?? to),
		),
	);
}

interface Compared {
	readonly word: string;
	readonly groups: readonly string[];
	/** Whether the deployment, or the group that it is of, was not there before. */
	readonly isNew: boolean;
}

function compareDescribed(
	{ word, groups, isNew }: Compared,
	before: DescribedRules | undefined,
	after: DescribedRules | undefined,
): Difference[] {
	const at = { groups, subject: word, path: formatPath(["firewall", word]) };
	const left = before && after ? compareLeft(at, before.left, after.left) : [];
	const narrower = isNew ? "new-rule-set-narrower" : "rule-set-narrower";
	return [...left, ...compareEffects(at, before?.effects ?? [], after?.effects ?? [], narrower)];
}

type Place = Pick<Difference, "groups" | "subject" | "path">;

function compareLeft(at: Place, before: readonly string[], after: readonly string[]): Difference[] {
	if (before.join() === after.join()) return [];
	const says = `leaves ${listed(after) || "nothing"} to another block, where it left ${listed(before) || "nothing"}`;
	return [{ ...at, rule: "hosts-left-changed", change: "changed", before, after, says }];
}

function compareEffects(
	at: Place,
	before: readonly Effect[],
	after: readonly Effect[],
	narrower: string,
): Difference[] {
	const [from, to] = [byText(before), byText(after)];
	const added = [...to].filter(([text]) => !from.has(text));
	const removed = [...from].filter(([text]) => !to.has(text));
	return [
		...added.map(([text, { kind }]): Difference => {
			const rule = kind === "widened" ? "rule-set-wider" : narrower;
			return { ...at, rule, change: "added", after: text, says: `differs from the plan: ${text}` };
		}),
		...removed.map(([text]): Difference => {
			const says = `no longer differs from the plan: ${text}`;
			return { ...at, rule: "rule-set-exact", change: "removed", before: text, says };
		}),
	];
}

function byText(effects: readonly Effect[]): ReadonlyMap<string, Effect> {
	return new Map(effects.map((effect) => [formatEffect(effect), effect]));
}
