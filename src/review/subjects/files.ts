import { standsIn } from "../../bundle/redact.js";
import { canonicalJson, isJsonObject, type JsonValue } from "../../json.js";
import { memberOf, namesOfBoth } from "../both-sides.js";
import type { DeploymentPair } from "../pair.js";
import type { ReviewedDeployment, ReviewedFiles } from "../reviewed-deployment.js";
import { counted, listed } from "../shown.js";
import type { Difference, Subject } from "../subject.js";

/** Files of two bundles that differ where what they are made of does not: nothing else of a review looks into them. */
export const files: Subject = {
	title: "Files of bundles",
	rules: {
		"file-differs": {
			grade: "widens",
			title: "A file of a bundle is new or another where what it is made of is the same.",
			because: "no difference in meaning stands behind it, so that nobody can say what it does",
		},
		"file-lost": {
			grade: "breaks",
			title: "A file of a bundle is gone where what it is made of is the same.",
			because: "whatever is fed with it gets nothing of it any more",
		},
		"files-of-another-version": {
			grade: "widens",
			title: "Files of a bundle are others where what they are made of is the same, and another version wrote them.",
			because: "nobody can tell what the version does otherwise from what somebody changed",
		},
	},
	compare({ before, after }: DeploymentPair): Difference[] {
		if (!before.files || !after.files) return [];
		const [old, now] = [before.files, after.files];
		const paths = namesOfBoth(Object.keys(old.digests), Object.keys(now.digests));
		const differing = paths.filter(
			(path) => memberOf(old.digests, path) !== memberOf(now.digests, path) && !isLeftOut(path, old, now),
		);
		const same = sameAmong(new Set(differing.map(groupOf)), before, after);
		const unexplained = differing.filter((path) => same.has(groupOf(path)));
		if (old.writtenBy === now.writtenBy) return unexplained.map((path) => differenceOf(path, old, now));
		return unexplained.length === 0 ? [] : [ofAnotherVersion(unexplained, old.writtenBy, now.writtenBy)];
	},
};

type Group = string | undefined;

/** Groups whose files are made of the same on both sides; `undefined` stands for the files that are for all. */
function sameAmong(
	groups: ReadonlySet<Group>,
	before: ReviewedDeployment,
	after: ReviewedDeployment,
): ReadonlySet<Group> {
	const [old, now] = [parted(before), parted(after)];
	if (textOf(old.forEach) !== textOf(now.forEach)) return new Set();
	const isSame = (group: Group) =>
		group === undefined
			? textOf(old.forAll) === textOf(now.forAll)
			: textOf(before.groups[group]) === textOf(after.groups[group]);
	return new Set([...groups].filter(isSame));
}

/** What files of any group are made of besides the group itself, and what is in those for all alone. */
function parted({ files: _, groups, egress, ...forEach }: ReviewedDeployment) {
	return { forEach, forAll: { groups, egress } };
}

function textOf(part: object | undefined): string {
	// What was read from a bundle is plain data throughout.
	return canonicalJson(withoutWords((part ?? null) as JsonValue));
}

/** What only tells people of something follows from the rest: by itself it makes no file another. */
const words: readonly string[] = ["notes", "because", "source", "ifDenied"];

function withoutWords(value: JsonValue): JsonValue {
	if (Array.isArray(value)) return value.map(withoutWords);
	if (!isJsonObject(value)) return value;
	const members = Object.entries(value).filter(([name]) => !words.includes(name));
	return Object.fromEntries(members.map(([name, member]) => [name, withoutWords(member)]));
}

function groupOf(path: string): Group {
	const [, group] = /^groups\/([^/]+)\//.exec(path) ?? [];
	return group;
}

/** Of a file on one side alone, whether the newer manifest says why it is gone, or it is for reviewers and no device. */
function isLeftOut(path: string, old: ReviewedFiles, now: ReviewedFiles): boolean {
	const [was, is] = [memberOf(old.digests, path), memberOf(now.digests, path)];
	if (was !== undefined && is !== undefined) return false;
	return standsIn(path) || (is === undefined && memberOf(now.omitted, path) !== undefined);
}

function differenceOf(path: string, old: ReviewedFiles, now: ReviewedFiles): Difference {
	const group = groupOf(path);
	const at = { groups: group === undefined ? [] : [group], subject: path };
	const [was, is] = [memberOf(old.digests, path), memberOf(now.digests, path)];
	if (is === undefined) return { ...at, rule: "file-lost", change: "removed", says: `is not there any more${alike}` };
	const credential = now.sensitive.includes(path) ? "; it carries a credential, which may be another" : "";
	if (was !== undefined) {
		const says = `is another${alike}${credential}${othersOmitted(old, now)}`;
		return { ...at, rule: "file-differs", change: "changed", says };
	}
	const omitted = memberOf(old.omitted, path);
	const why = omitted === undefined ? alike : `, and was left out before, because it ${omitted}`;
	return { ...at, rule: "file-differs", change: "added", says: `is there and was not${why}${credential}` };
}

/** Pages for people tell which files were left out. */
function othersOmitted({ omitted: before }: ReviewedFiles, { omitted: after }: ReviewedFiles): string {
	return canonicalJson(before) === canonicalJson(after)
		? ""
		: "; other files than before were left out, which it may tell";
}

const alike = ", although nothing that it is made of changes in meaning";

const mostNamed = 20;

function ofAnotherVersion(paths: readonly string[], before: string, after: string): Difference {
	const named = paths.slice(0, mostNamed);
	const more = paths.length - named.length;
	const others = more > 0 ? [...named, counted(more, "further file")] : named;
	return {
		rule: "files-of-another-version",
		groups: [],
		subject: "files of the bundle",
		change: "changed",
		before,
		after,
		says: `are written by ${after} where they were by ${before}, and others are, although made of the same, ${listed(others)}; write both bundles with one version to compare them`,
	};
}
