import { groupBy } from "../group-by.js";
import { canonicalJson, compareText, type JsonValue } from "../json.js";
import type { ReviewedDeployment, ReviewedEgress, ReviewedGroup, ReviewedSetting } from "./reviewed-deployment.js";

/** A deployment before and after; one that is on one side alone stands against itself without anything in it. */
export interface DeploymentPair {
	readonly name: string;
	/** Absent where both sides have it. */
	readonly only?: "before" | "after";
	readonly before: ReviewedDeployment;
	readonly after: ReviewedDeployment;
	/** In code-unit order of the names. */
	readonly groups: readonly GroupPair[];
}

/** A group before and after; absent where it was not there or is gone. */
export interface GroupPair {
	/** Its name after, or else before. */
	readonly name: string;
	/** Its name before, where that was another. */
	readonly was?: string;
	readonly before?: ReviewedGroup;
	readonly after?: ReviewedGroup;
}

export function pairOf(
	name: string,
	before: ReviewedDeployment | undefined,
	after: ReviewedDeployment | undefined,
): DeploymentPair {
	const known = before ?? after;
	if (!known) throw new RangeError(`no side has deployment ${name}`);
	const from = before ?? emptied(known);
	const to = after ?? emptied(known);
	return {
		name,
		...(!before && { only: "after" as const }),
		...(!after && { only: "before" as const }),
		before: from,
		after: to,
		groups: groupPairs(from.groups, to.groups),
	};
}

const nothing: ReviewedEgress = {
	hosts: [],
	contentStays: true,
	contentAlsoReaches: [],
	takesOverDevice: false,
	notes: [],
};

function emptied({ name, organization, app }: ReviewedDeployment): ReviewedDeployment {
	const publication = { signed: false };
	return { name, organization, app, groups: {}, egress: nothing, firewall: {}, profiles: {}, publish: {}, publication };
}

type Groups = ReviewedDeployment["groups"];

function groupPairs(before: Groups, after: Groups): GroupPair[] {
	const lost = Object.entries(before).filter(([name]) => !Object.hasOwn(after, name));
	const byMeaning = groupBy(lost, ([, group]) => meaningOf(group));
	const renamed = new Set<string>();
	const pairs = Object.entries(after).map(([name, group]): GroupPair => {
		const same = Object.hasOwn(before, name) ? before[name] : undefined;
		if (same) return { name, before: same, after: group };
		const [was, old] = (lost.length > 0 && byMeaning.get(meaningOf(group))?.shift()) || [];
		if (was === undefined || !old) return { name, after: group };
		renamed.add(was);
		return { name, was, before: old, after: group };
	});
	const gone = lost.filter(([name]) => !renamed.has(name)).map(([name, group]) => ({ name, before: group }));
	return [...pairs, ...gone].sort((a, b) => compareText(a.name, b.name));
}

/** Equal for groups that differ in nothing but their names. */
function meaningOf(group: ReviewedGroup): string {
	const { preset, platforms, delivery, clients = [], members = {}, settings, claudeCode } = group;
	const code = claudeCode ? [valuesOf(claudeCode.settings), valuesOf(claudeCode.mcpServers ?? {})] : [];
	return canonicalJson([preset, platforms, delivery, clients, members, valuesOf(settings), code]);
}

/** A setting before and after, as devices with Windows get it; absent where no side tells them apart from others. */
export function onWindows(
	from: ReviewedSetting | undefined,
	to: ReviewedSetting | undefined,
): readonly [ReviewedSetting | undefined, ReviewedSetting | undefined] | undefined {
	const isToldApart = from?.onWindows !== undefined || to?.onWindows !== undefined;
	return isToldApart ? [valueOnWindows(from), valueOnWindows(to)] : undefined;
}

function valueOnWindows(setting: ReviewedSetting | undefined): ReviewedSetting | undefined {
	return setting?.onWindows === undefined ? setting : { ...setting, value: setting.onWindows };
}

/** What settings are, wherever that was said. */
export function valuesOf(settings: ReviewedGroup["settings"]): Record<string, JsonValue> {
	const said = Object.entries(settings).flatMap(([key, { value, onWindows: other }]): [string, JsonValue][] =>
		other === undefined
			? [[key, value]]
			: [
					[key, value],
					[`${key} on Windows`, other],
				],
	);
	return Object.fromEntries(said);
}
