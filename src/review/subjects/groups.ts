import { presets } from "../../configuration/presets.js";
import { formatPath } from "../../path.js";
import { addedAndRemoved, changeOf, namesOfBoth } from "../both-sides.js";
import type { DeploymentPair, GroupPair } from "../pair.js";
import type { ReviewedGroup } from "../reviewed-deployment.js";
import { counted, listed, shown } from "../shown.js";
import type { Difference, Subject } from "../subject.js";

/** Groups that come, go and are renamed, and who and what is in them. */
export const groups: Subject = {
	title: "Groups",
	rules: {
		"group-added": { grade: "informs", title: "A group is new.", because: "nobody is in it yet" },
		"group-added-filled": {
			grade: "widens",
			title: "A group is new, and says who is in it.",
			because: "whoever that names gets what the group may do as soon as it is there",
		},
		"group-removed": {
			grade: "breaks",
			title: "A group is gone.",
			because: "its devices keep the last profile, and what lets them in may go",
		},
		"group-renamed": {
			grade: "breaks",
			title: "A group has another name and is otherwise the same.",
			because: "its profiles and what it signs in with are named after it, so that devices get new ones beside the old",
		},
		"preset-changed": {
			grade: "informs",
			title: "A group starts from another preset.",
			because: "each setting that this changes is told for itself",
		},
		"platform-added": { grade: "informs", title: "A group has a further platform.", because: "nobody has it yet" },
		"platform-removed": {
			grade: "breaks",
			title: "A platform of a group is gone.",
			because: "its devices get nothing any more, and keep the last profile",
		},
		"members-changed": {
			grade: "widens",
			title: "Other people are in a group.",
			because: "whoever is in that group of the identity provider gets what the group may do",
		},
		"clients-added": {
			grade: "widens",
			title: "Rule sets let devices through from further networks.",
			because: "devices there reach what the rule sets open",
		},
		"clients-removed": {
			grade: "breaks",
			title: "Rule sets no longer let devices through from a network.",
			because: "devices that are still there reach nothing of it",
		},
	},
	compare: ({ groups: pairs }: DeploymentPair) => pairs.flatMap(compareGroup),
};

function compareGroup(pair: GroupPair): Difference[] {
	const { name, was, before, after } = pair;
	const at = { subject: name, groups: [name], path: formatPath(["groups", name]) };
	if (after && !before) {
		const says = `is new: ${about(after)}`;
		const rule = peopleOf(after) === "" ? "group-added" : "group-added-filled";
		return [{ ...at, rule, change: "added", after: about(after), says }];
	}
	if (before && !after) {
		const says = `is gone, which was ${about(before)}`;
		return [{ ...at, rule: "group-removed", change: "removed", before: about(before), says }];
	}
	if (!before || !after) return [];
	const says = `is ${name} where it was ${was}, with the same settings`;
	const renamed: Difference[] =
		was === undefined
			? []
			: [
					{
						...at,
						rule: "group-renamed",
						subject: "name of the group",
						change: "changed",
						before: was,
						after: name,
						says,
					},
				];
	return [
		...renamed,
		...comparePresets(name, before, after),
		...comparePlatforms(name, before, after),
		...compareMembers(name, before, after),
		...compareClients(name, before, after),
	];
}

function about(group: ReviewedGroup): string {
	const { preset, platforms, settings } = group;
	const count = counted(Object.keys(settings).length, "setting");
	return `preset ${presets[preset].title} on ${listed(platforms)}, with ${count}${peopleOf(group)}`;
}

/** Who is in a group, and from where, as far as it says. */
function peopleOf({ members = {}, clients = [] }: ReviewedGroup): string {
	const who = Object.entries(members).map(([kind, value]) => `${kind} ${value}`);
	return [
		...(who.length > 0 ? [`, for ${listed(who)}`] : []),
		...(clients.length > 0 ? [`, from ${listed(clients)}`] : []),
	].join("");
}

function comparePresets(name: string, before: ReviewedGroup, after: ReviewedGroup): Difference[] {
	if (before.preset === after.preset) return [];
	const [from, to] = [presets[before.preset].title, presets[after.preset].title];
	const path = formatPath(["groups", name, "preset"]);
	const says = `is ${to} where it was ${from}`;
	return [
		{
			rule: "preset-changed",
			groups: [name],
			subject: "preset",
			change: "changed",
			before: from,
			after: to,
			says,
			path,
		},
	];
}

function comparePlatforms(name: string, before: ReviewedGroup, after: ReviewedGroup): Difference[] {
	const path = formatPath(["groups", name, "platforms"]);
	const { added, removed } = addedAndRemoved(before.platforms, after.platforms);
	return [
		...added.map((subject): Difference => {
			const says = "is a platform that gets profiles from now on";
			return { rule: "platform-added", groups: [name], subject, change: "added", after: subject, says, path };
		}),
		...removed.map((subject): Difference => {
			const says = "is a platform that gets no profiles any more";
			return { rule: "platform-removed", groups: [name], subject, change: "removed", before: subject, says, path };
		}),
	];
}

function compareMembers(name: string, { members: before = {} }: ReviewedGroup, { members: after = {} }: ReviewedGroup) {
	const kinds = namesOfBoth(Object.keys(before), Object.keys(after));
	return kinds.flatMap((kind): Difference[] => {
		const [from, to] = [before[kind], after[kind]];
		if (from === to) return [];
		return [
			{
				rule: "members-changed",
				groups: [name],
				subject: kind,
				...changeOf(from, to),
				says: `is ${shown(to)} where it was ${shown(from)}`,
				path: formatPath(["groups", name, "members", kind]),
			},
		];
	});
}

function compareClients(name: string, { clients: before }: ReviewedGroup, { clients: after }: ReviewedGroup) {
	const path = formatPath(["groups", name, "clients"]);
	const subject = "networks of devices";
	const at = { groups: [name], subject, path };
	const { added, removed } = addedAndRemoved(before ?? [], after ?? []);
	// Without them, rule sets that carry networks say nothing of where devices are.
	const opened = before && (after ? added : ["any network"]);
	const closed = after && (before ? removed : ["any other network"]);
	const values = { ...(before && { before }), ...(after && { after }) };
	const opens: Difference = {
		...at,
		rule: "clients-added",
		change: "changed",
		...values,
		says: `include ${listed(opened ?? [])} from now on`,
	};
	const closes: Difference = {
		...at,
		rule: "clients-removed",
		change: "changed",
		...values,
		says: `no longer include ${listed(closed ?? [])}`,
	};
	return [...(opened && opened.length > 0 ? [opens] : []), ...(closed && closed.length > 0 ? [closes] : [])];
}
