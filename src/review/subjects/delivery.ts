import { managedKeys } from "../../configuration/catalogue.js";
import { canonicalJson, type JsonObject } from "../../json.js";
import { formatPath } from "../../path.js";
import { namesOfBoth } from "../both-sides.js";
import { type DeploymentPair, type GroupPair, valuesOf } from "../pair.js";
import type { ReviewedGroup } from "../reviewed-deployment.js";
import { counted, listed, shown } from "../shown.js";
import type { Difference, Subject } from "../subject.js";

/** How settings come to devices, and how long a change takes. */
export const delivery: Subject = {
	title: "Delivery",
	rules: {
		"delivery-changed": {
			grade: "breaks",
			title: "Settings come to devices in another way.",
			because: "devices have nothing by the new way before it is set up",
		},
		"takes-effect": {
			grade: "informs",
			title: "How long a change of settings takes to hold.",
			because: "it tells a time and changes nothing",
		},
		"format-added": {
			grade: "informs",
			title: "Profiles are written in a further format.",
			because: "nobody imports it yet",
		},
		"format-removed": {
			grade: "breaks",
			title: "Profiles are no longer written in a format.",
			because: "devices that are fed with it get no change any more",
		},
		"format-options-changed": {
			grade: "informs",
			title: "A format is written with other options.",
			because: "it carries the same settings",
		},
		"profiles-unsigned": {
			grade: "loosens",
			title: "Profiles are no longer signed.",
			because: "nobody can tell any more whether they were altered on their way",
		},
	},
	compare: (pair: DeploymentPair) => [...pair.groups.flatMap(compareGroup), ...compareFormats(pair)],
};

function compareGroup({ name, before, after }: GroupPair): Difference[] {
	if (!before || !after) return [];
	const found: Difference[] = [];
	if (before.delivery !== after.delivery) {
		found.push({
			rule: "delivery-changed",
			groups: [name],
			subject: "delivery",
			change: "changed",
			before: before.delivery,
			after: after.delivery,
			says: `is ${after.delivery} where it was ${before.delivery}`,
			path: formatPath(["groups", name, "delivery"]),
		});
	}
	if (canonicalJson(valuesOf(before.settings)) === canonicalJson(valuesOf(after.settings))) return found;
	const says = effect(after);
	return [...found, { rule: "takes-effect", groups: [name], subject: "change of settings", change: "changed", says }];
}

/** https://claude.com/docs/third-party/claude-desktop/configuration-changelog */
function effect({ settings, delivery: way, rings = {} }: ReviewedGroup): string {
	const { configRecheckIntervalMinutes: recheck, relaunchEnforcementHours: relaunch } = managedKeys;
	const minutes = Number(settings.configRecheckIntervalMinutes?.value ?? recheck.default);
	const hours = Number(settings.relaunchEnforcementHours?.value ?? relaunch.default);
	const brought = way === "bootstrap" ? "once the server answers with it" : "once device management has brought it";
	const held = Object.keys(rings);
	const later =
		held.length === 0
			? ""
			: `; devices of ${held.length === 1 ? "ring" : "rings"} ${listed(held)} stay at what they have`;
	return `holds on every running app of ${recheck.since} or later within ${counted(minutes, "minute")} and, by a restart, ${counted(hours, "hour")} ${brought}; an older app takes it when it starts${later}`;
}

function compareFormats({
	before: { profiles: before },
	after: { profiles: after },
	only,
}: DeploymentPair): Difference[] {
	if (only) return [];
	const words = namesOfBoth(Object.keys(before), Object.keys(after));
	return words.flatMap((word): Difference[] => {
		const [from, to] = [before[word], after[word]];
		const at = { groups: [], subject: word, path: formatPath(["profiles", word]) };
		if (!from)
			return [{ ...at, rule: "format-added", change: "added", says: "is a format that profiles are written in" }];
		if (!to)
			return [
				{
					...at,
					rule: "format-removed",
					change: "removed",
					says: "is no longer a format that profiles are written in",
				},
			];
		return compareOptions(word, from, to);
	});
}

function compareOptions(word: string, before: JsonObject, after: JsonObject): Difference[] {
	if (canonicalJson(before) === canonicalJson(after)) return [];
	const isUnsigned = before.sign !== undefined && after.sign === undefined;
	return [
		{
			rule: isUnsigned ? "profiles-unsigned" : "format-options-changed",
			groups: [],
			subject: word,
			change: "changed",
			before,
			after,
			says: isUnsigned ? "is no longer signed" : `is written with ${shown(after)}, and was with ${shown(before)}`,
			path: formatPath(["profiles", word]),
		},
	];
}
