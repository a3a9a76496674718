import { accessOf, everywhere, nowhere, type StoreAccess } from "../../artifact-store/access.js";
import type { JsonObject } from "../../json.js";
import { formatPath } from "../../path.js";
import { namesOfBoth } from "../both-sides.js";
import type { DeploymentPair } from "../pair.js";
import { listed } from "../shown.js";
import type { Difference, Subject } from "../subject.js";

/** Who may read and write what is published, and from where: by name who gains it and who loses it. */
export const storeAccess: Subject = {
	title: "Who reads what is published",
	rules: {
		"store-reader-added": {
			grade: "widens",
			title: "Somebody may read what is published.",
			because: "it tells how people's devices are set up, and whom they reach",
		},
		"secret-reader-added": {
			grade: "widens",
			title: "Somebody may read what carries secrets.",
			because: "whoever has a credential can use it from anywhere that takes it",
		},
		"store-reader-removed": {
			grade: "breaks",
			title: "Somebody may no longer read what is published.",
			because: "what fetches as they do gets no change any more",
		},
		"store-writer-added": {
			grade: "widens",
			title: "Somebody may write where files are published.",
			because: "whoever writes there decides what devices get",
		},
		"store-writer-removed": {
			grade: "breaks",
			title: "Somebody may no longer write where files are published.",
			because: "what publishes as they do is refused",
		},
		"store-reach-added": {
			grade: "widens",
			title: "What is published can be reached from somewhere else.",
			because: "whoever comes from there and has a right to it gets it",
		},
		"store-reach-removed": {
			grade: "breaks",
			title: "What is published can no longer be reached from somewhere.",
			because: "what fetches from there gets no change any more",
		},
	},
	compare: ({ before: { publish: before }, after: { publish: after } }: DeploymentPair) =>
		namesOfBoth(Object.keys(before), Object.keys(after)).flatMap((word) =>
			compareStore(word, before[word], after[word]),
		),
};

function compareStore(word: string, before: JsonObject | undefined, after: JsonObject | undefined): Difference[] {
	const [from, to] = [accessOf(before ?? {}), accessOf(after ?? {})];
	return [
		...comparePrincipals(word, from, to),
		// Of a place that is new or gone it is told elsewhere that it is there.
		...(before && after ? [false, true].flatMap((sensitive) => compareReach(word, from, to, sensitive)) : []),
	];
}

function comparePrincipals(word: string, before: readonly StoreAccess[], after: readonly StoreAccess[]): Difference[] {
	const [from, to] = [byKey(before), byKey(after)];
	return [
		...[...to].flatMap(([key, access]) => (from.has(key) ? [] : [ofPrincipal(word, access, "added")])),
		...[...from].flatMap(([key, access]) => (to.has(key) ? [] : [ofPrincipal(word, access, "removed")])),
	];
}

function byKey(access: readonly StoreAccess[]): ReadonlyMap<string, StoreAccess> {
	const principals = access.filter(({ may }) => may !== "reach");
	return new Map(principals.map((each) => [JSON.stringify([each.may, each.sensitive, each.who]), each]));
}

function ofPrincipal(word: string, { may, sensitive, who }: StoreAccess, change: "added" | "removed"): Difference {
	const kind = sensitive && may === "read" && change === "added" ? "secret-reader" : kinds[may];
	return {
		rule: `${kind}-${change}`,
		groups: [],
		subject: who,
		change,
		says: `${change === "added" ? "may" : "may no longer"} ${may} what ${placeIn(word, sensitive)} holds`,
		path: pathIn(word, sensitive, may === "read" ? "readers" : "writers"),
	};
}

const kinds = { read: "store-reader", write: "store-writer", reach: "store-reach" } as const;

/** From everywhere is more than from any network, so that both are never told at once. */
function compareReach(
	word: string,
	before: readonly StoreAccess[],
	after: readonly StoreAccess[],
	sensitive: boolean,
): Difference[] {
	const [from, to] = [networksIn(before, sensitive), networksIn(after, sensitive)];
	if (from.length === 0 || to.length === 0) return [];
	const [opened, closed] = [beyond(to, from), beyond(from, to)];
	const difference = (rule: string, says: string): Difference => ({
		rule,
		groups: [],
		subject: `networks that reach ${placeIn(word, sensitive)}`,
		change: "changed",
		before: from,
		after: to,
		says,
		path: pathIn(word, sensitive, "network"),
	});
	return [
		...(opened.length > 0 ? [difference("store-reach-added", `include ${listed(opened)} from now on`)] : []),
		...(closed.length > 0 ? [difference("store-reach-removed", `no longer include ${listed(closed)}`)] : []),
	];
}

function beyond(some: readonly string[], others: readonly string[]): readonly string[] {
	if (others.includes(everywhere)) return [];
	return some.filter((each) => each !== nowhere && !others.includes(each));
}

function networksIn(access: readonly StoreAccess[], place: boolean): readonly string[] {
	return access.flatMap(({ may, sensitive, who }) => (may === "reach" && sensitive === place ? [who] : []));
}

function placeIn(word: string, sensitive: boolean): string {
	return sensitive ? `${word} for what carries secrets` : word;
}

function pathIn(word: string, sensitive: boolean, member: string): string {
	return formatPath(["publish", word, ...(sensitive ? ["sensitive"] : []), member]);
}
