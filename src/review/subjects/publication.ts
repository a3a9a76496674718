import { withoutAccess } from "../../artifact-store/access.js";
import type { JsonObject } from "../../json.js";
import { formatPath, type Path } from "../../path.js";
import type { HeldRings } from "../../publication/publish-options.js";
import { addedAndRemoved, changeOf, membersThatDiffer, namesOfBoth } from "../both-sides.js";
import type { DeploymentPair } from "../pair.js";
import { changeText, listed, shownWhole } from "../shown.js";
import type { Difference, Subject } from "../subject.js";

/** Where files are published to, which rings there are, and which of them stay at a revision. */
export const publication: Subject = {
	title: "Publication",
	rules: {
		"store-added": {
			grade: "widens",
			title: "Files are published to a further place.",
			because: "whoever may read that place gets them",
		},
		"store-removed": {
			grade: "breaks",
			title: "Files are no longer published to a place.",
			because: "what fetches from there gets no change any more",
		},
		"store-changed": {
			grade: "breaks",
			title: "Files are published otherwise, or elsewhere.",
			because: "what fetches from there may have to be told anew, or may get at it otherwise",
		},
		"store-keeps-otherwise": {
			grade: "informs",
			title: "What is published is kept otherwise.",
			because: "it is where it was, and the same may read it",
		},
		"ring-added": { grade: "informs", title: "There is a further ring.", because: "no device looks at it yet" },
		"ring-removed": {
			grade: "breaks",
			title: "A ring is gone.",
			because: "what looks at its pointer gets no change any more",
		},
		"ring-order-changed": {
			grade: "informs",
			title: "Rings come in another order.",
			because: "each follows what it followed",
		},
		"ring-held": {
			grade: "informs",
			title: "A ring stays at a revision.",
			because: "its devices get no change until it is released",
		},
		"ring-moved": {
			grade: "informs",
			title: "A ring goes to another revision and stays there.",
			because: "what that revision holds was reviewed when it was new",
		},
		"ring-released": {
			grade: "informs",
			title: "A ring follows the newest revision.",
			because: "its devices get at once all that changed while it was held, which was reviewed then",
		},
		"revisions-unsigned": {
			grade: "loosens",
			title: "Revisions are no longer signed.",
			because: "whoever reads them has to trust the store",
		},
		"revisions-signed": {
			grade: "informs",
			title: "Revisions are signed.",
			because: "whoever reads them need not trust the store",
		},
	},
	compare: (pair: DeploymentPair) => [
		...compareStores(pair),
		...compareRings(pair),
		...compareHolds([], ["publish", "perimeter"], pair.before.publication.perimeter, pair.after.publication.perimeter),
		...pair.groups.flatMap(({ name, before, after }) =>
			before && after ? compareHolds([name], ["groups", name, "rings"], before.rings, after.rings) : [],
		),
		...compareSigning(pair),
	],
};

function compareStores({ before: { publish: before }, after: { publish: after } }: DeploymentPair): Difference[] {
	const words = namesOfBoth(Object.keys(before), Object.keys(after));
	return words.flatMap((word): Difference[] => {
		const [from, to] = [before[word], after[word]];
		const at = { groups: [], subject: word, path: formatPath(["publish", word]) };
		if (!from) {
			const says = `is a place that files are published to: ${shownWhole(withoutAccess(to ?? {}))}`;
			return [{ ...at, rule: "store-added", change: "added", says }];
		}
		if (!to) {
			const says = `is no longer a place that files are published to: ${shownWhole(withoutAccess(from))}`;
			return [{ ...at, rule: "store-removed", change: "removed", says }];
		}
		return compareOptions(word, withoutAccess(from), withoutAccess(to));
	});
}

function compareOptions(word: string, before: JsonObject, after: JsonObject): Difference[] {
	return membersThatDiffer(before, after).map(({ name, from, to }) => ({
		rule: keeping.has(name) ? "store-keeps-otherwise" : "store-changed",
		groups: [],
		subject: `${word}.${name}`,
		...changeOf(from, to),
		says: changeText(from, to),
		path: formatPath(["publish", word, name]),
	}));
}

/** Options that say how a place keeps what it has, and neither where that is nor who gets at it. */
const keeping: ReadonlySet<string> = new Set([
	"objectLock",
	"pointerHistoryDays",
	"retain",
	"sku",
	"softDeleteDays",
	"tags",
	"versioning",
]);

function compareRings({ before: old, after: now }: DeploymentPair): Difference[] {
	const [from, to] = [old.publication.rings ?? [], now.publication.rings ?? []];
	const path = formatPath(["publish", "rings"]);
	const { added, removed } = addedAndRemoved(from, to);
	const kept = [from.filter((ring) => to.includes(ring)), to.filter((ring) => from.includes(ring))] as const;
	const reordered: Difference = {
		rule: "ring-order-changed",
		groups: [],
		subject: "rings",
		change: "changed",
		before: from,
		after: to,
		says: `are ${listed(to)} in this order, where they were ${listed(from)}`,
		path,
	};
	return [
		...added.map((ring): Difference => {
			const says = "is a ring that devices can look at";
			return { rule: "ring-added", groups: [], subject: `ring ${ring}`, change: "added", says, path };
		}),
		...removed.map((ring): Difference => {
			const says = "is no longer a ring, and its pointer stays as it is";
			return { rule: "ring-removed", groups: [], subject: `ring ${ring}`, change: "removed", says, path };
		}),
		...(kept[0].join() === kept[1].join() ? [] : [reordered]),
	];
}

function compareHolds(
	groups: readonly string[],
	at: Path,
	before: HeldRings | undefined,
	after: HeldRings | undefined,
): Difference[] {
	const rings = namesOfBoth(Object.keys(before ?? {}), Object.keys(after ?? {}));
	return rings.flatMap((ring): Difference[] => {
		const [from, to] = [before?.[ring]?.hold, after?.[ring]?.hold];
		if (from === to) return [];
		const rule = from === undefined ? "ring-held" : to === undefined ? "ring-released" : "ring-moved";
		return [
			{
				rule,
				groups,
				subject: groups.length === 0 ? `ring ${ring} of what serves every group` : `ring ${ring}`,
				...changeOf(from, to),
				says: sentences[rule](shortened(from), shortened(to)),
				path: formatPath([...at, ring]),
			},
		];
	});
}

const sentences = {
	"ring-held": (_: string, to: string) => `stays at revision ${to}, and its devices get nothing newer`,
	"ring-moved": (from: string, to: string) => `goes from revision ${from} to ${to} and stays there`,
	"ring-released": (from: string) => `follows the newest revision, where it stayed at ${from}`,
};

/** Enough of a digest to tell it from others by eye. */
function shortened(digest = ""): string {
	return digest.slice(0, 12);
}

function compareSigning({ only, before, after }: DeploymentPair): Difference[] {
	const [from, to] = [before.publication.signed, after.publication.signed];
	if (only || from === to) return [];
	return [
		{
			rule: to ? "revisions-signed" : "revisions-unsigned",
			groups: [],
			subject: "signature of revisions",
			change: to ? "added" : "removed",
			says: to ? "is written beside every manifest" : "is no longer written",
			path: formatPath(["publish", "sign"]),
		},
	];
}
