import type { Metered, PlannedResource } from "../../cloud/planned-resource.js";
import { type Purpose, purposeOf } from "../../cloud/purpose.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../json.js";
import { formatPath, type Path } from "../../path.js";
import { changeOf, membersThatDiffer, namesOfBoth } from "../both-sides.js";
import type { DeploymentPair } from "../pair.js";
import type { ReviewedDeployment } from "../reviewed-deployment.js";
import { changeText } from "../shown.js";
import type { Difference, Subject } from "../subject.js";

/** What is created in the cloud and what is paid for; what policies in it allow is a subject of its own. */
export const resources: Subject = {
	title: "Resources, network, records and cost",
	rules: {
		"resource-created": {
			grade: "informs",
			title: "Something is created in the cloud.",
			because: "what it lets somebody do, or costs, is told for itself",
		},
		"resource-deleted": {
			grade: "informs",
			title: "Something is deleted in the cloud.",
			because: "what devices lose by that is told as principals and permissions",
		},
		"resource-left": {
			grade: "informs",
			title: "Something stays in the cloud that nothing plans any more.",
			because: "nothing of it changes",
		},
		"resource-changed": {
			grade: "informs",
			title: "Something in the cloud is set otherwise.",
			because: "nothing is known of it that opens or closes something",
		},
		"network-path-added": {
			grade: "widens",
			title: "There is a further way in the network.",
			because: "whatever is at its ends reaches each other by it",
		},
		"network-path-removed": {
			grade: "breaks",
			title: "A way in the network is gone.",
			because: "devices that come by it reach no model, or take the public way",
		},
		"network-path-changed": {
			grade: "widens",
			title: "A way in the network is another.",
			because: "who may come by it is told by it alone, and no order of ways is known",
		},
		"records-deleted": {
			grade: "breaks",
			title: "What keeps records is deleted.",
			because: "records that it holds are gone with it",
		},
		"retention-shortened": {
			grade: "breaks",
			title: "Records are kept for less time.",
			because: "older ones are deleted",
		},
		"retention-lengthened": {
			grade: "informs",
			title: "Records are kept for more time.",
			because: "nothing of them is lost",
		},
		"records-changed": {
			grade: "widens",
			title: "Other things are recorded, or elsewhere.",
			because: "records may hold what people wrote, and no order of them is known",
		},
		"key-sign-in-opened": {
			grade: "widens",
			title: "Whoever holds a key of the account may call it.",
			because: "keys are nobody's in particular",
		},
		"key-sign-in-closed": {
			grade: "breaks",
			title: "Nobody may call the account with a key any more.",
			because: "devices and programs that hold one are refused",
		},
		"cost-added": {
			grade: "informs",
			title: "Something of a further kind is paid for.",
			because: "it costs, and lets nobody do anything",
		},
		"cost-removed": {
			grade: "informs",
			title: "Nothing of a kind is paid for any more.",
			because: "it costs less, and lets nobody do anything",
		},
	},
	compare: ({ before, after }: DeploymentPair) => [...compareResources(before, after), ...compareCosts(before, after)],
};

function compareResources(before: ReviewedDeployment, after: ReviewedDeployment): Difference[] {
	return (["cloud", "collector"] as const).flatMap((part) =>
		comparePlanned(before[part]?.resources, after[part]?.resources),
	);
}

function comparePlanned(
	before: readonly PlannedResource[] | undefined,
	after: readonly PlannedResource[] | undefined,
): Difference[] {
	const [from, to] = [byId(before), byId(after)];
	const ids = namesOfBoth(from.keys(), to.keys());
	return ids.flatMap((id) => compareResource(from.get(id), to.get(id)));
}

function compareResource(before: PlannedResource | undefined, after: PlannedResource | undefined): Difference[] {
	if (before && after && before.type === after.type)
		return toldAsPermissions.includes(after.type) ? [] : compareProperties(before, after);
	return [...(after ? [created(after)] : []), ...(before ? [deleted(before)] : [])];
}

/** Kinds that are nothing but who may do what. */
const toldAsPermissions = [
	"cloudresourcemanager.googleapis.com/Project.IamMember",
	"Microsoft.Authorization/roleAssignments",
];

function created(resource: PlannedResource): Difference {
	const isWay = purposeOf(resource.type) === "network";
	return {
		rule: isWay ? "network-path-added" : "resource-created",
		groups: [],
		subject: nameOf(resource),
		change: "added",
		says: `is created${resource.meter === "free" ? "" : `, and paid ${resource.meter}`}`,
	};
}

function deleted(resource: PlannedResource): Difference {
	const at = { groups: [], subject: nameOf(resource), change: "removed" as const };
	if (resource.kept) return { ...at, rule: "resource-left", says: "leaves the plan and stays in the cloud" };
	return { ...at, rule: deletions[purposeOf(resource.type)] ?? "resource-deleted", says: "is deleted" };
}

const deletions: Readonly<Partial<Record<Purpose, string>>> = {
	network: "network-path-removed",
	records: "records-deleted",
};

function compareProperties(before: PlannedResource, after: PlannedResource): Difference[] {
	return membersThatDiffer(leaves(before.properties), leaves(after.properties)).map(({ name: path, from, to }) => {
		const isFixed = after.fixed?.some((each) => path === each || path.startsWith(`${each}.`));
		return {
			rule: ruleOf(after.type, path, from, to),
			groups: [],
			subject: `${nameOf(after)}: ${path}`,
			...changeOf(from, to),
			says: `${changeText(from, to)}${isFixed ? ", which counts only where it is created anew" : ""}`,
		};
	});
}

function ruleOf(type: string, path: string, before: JsonValue | undefined, after: JsonValue | undefined): string {
	if (/retention(?:InDays|Days|Period)$/.test(path))
		return Number(after) < Number(before) ? "retention-shortened" : "retention-lengthened";
	if (/(?:^|\.)disableLocalAuth$/.test(path)) return after === true ? "key-sign-in-closed" : "key-sign-in-opened";
	if (/(?:^|\.)tags(?:\.|$)/.test(path)) return "resource-changed";
	if (/(?:^|\.)(?:publicNetworkAccess|networkAcls)(?:\.|$)/.test(path)) return "network-path-changed";
	return changes[purposeOf(type)] ?? "resource-changed";
}

const changes: Readonly<Partial<Record<Purpose, string>>> = {
	network: "network-path-changed",
	records: "records-changed",
};

/** Values by their paths; a list is one of them. */
function leaves(properties: JsonObject, at: Path = []): JsonObject {
	return Object.fromEntries(
		Object.entries(properties).flatMap(([name, value]): [string, JsonValue][] =>
			isJsonObject(value) ? Object.entries(leaves(value, [...at, name])) : [[formatPath([...at, name]), value]],
		),
	);
}

function compareCosts(before: ReviewedDeployment, after: ReviewedDeployment): Difference[] {
	const [from, to] = [costsOf(before), costsOf(after)];
	return [
		...[...to]
			.filter(([cost]) => !from.has(cost))
			.map(([, { type, meter }]): Difference => {
				return {
					rule: "cost-added",
					groups: [],
					subject: type,
					change: "added",
					after: meter,
					says: `is paid ${meter}`,
				};
			}),
		...[...from]
			.filter(([cost]) => !to.has(cost))
			.map(([, { type, meter }]): Difference => {
				const says = `is no longer paid ${meter}`;
				return { rule: "cost-removed", groups: [], subject: type, change: "removed", before: meter, says };
			}),
	];
}

function costsOf({ cloud, collector }: ReviewedDeployment): ReadonlyMap<string, Metered> {
	const all = [cloud, collector].flatMap((part) => (part ? [...part.resources, ...part.uses] : []));
	const metered = all.filter(({ meter }) => meter !== "free");
	return new Map(metered.map((each) => [`${each.type} ${each.meter}`, each]));
}

function nameOf({ type, name }: PlannedResource): string {
	return `${type} ${name}`;
}

function byId(planned: readonly PlannedResource[] | undefined): ReadonlyMap<string, PlannedResource> {
	return new Map((planned ?? []).map((each) => [each.id, each]));
}
