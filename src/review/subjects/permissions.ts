import type { CloudPart } from "../../bundle/cloud-files.js";
import { groupBy } from "../../group-by.js";
import { canonicalJson, compareText, type JsonValue } from "../../json.js";
import type { Grant, GrantReader, Target } from "../grants/grant.js";
import { grantReaders } from "../grants/index.js";
import type { DeploymentPair } from "../pair.js";
import { listed, shownWhole } from "../shown.js";
import type { Difference, Subject } from "../subject.js";

/** Who may newly do what on what in the cloud, by what its documents come to and not by how they are written. */
export const permissions: Subject = {
	title: "Permissions",
	rules: {
		"permission-added": {
			grade: "widens",
			title: "Somebody may do something in the cloud that nothing let them do.",
			because: "no statement of before covers it",
		},
		"permission-removed": {
			grade: "breaks",
			title: "Somebody may no longer do something in the cloud.",
			because: "no statement covers it any more, and whoever does it is refused",
		},
		"denial-added": {
			grade: "breaks",
			title: "Something is denied in the cloud that was not.",
			because: "whoever does it is refused, whatever else allows it",
		},
		"denial-removed": {
			grade: "widens",
			title: "Something is no longer denied in the cloud.",
			because: "whatever allows it counts again",
		},
	},
	compare: ({ before, after }: DeploymentPair) =>
		Object.values(grantReaders).flatMap((reader) => [
			...compareGrants(reader, before.cloud, after.cloud),
			...compareGrants(reader, before.collector, after.collector),
		]),
};

function compareGrants(
	reader: GrantReader,
	before: CloudPart | undefined,
	after: CloudPart | undefined,
): readonly Difference[] {
	const [from, to] = [before ? reader.grants(before) : [], after ? reader.grants(after) : []];
	const fresh = beyond(reader, to, from);
	const gone = beyond(reader, from, to);
	return [...told(fresh, "added", after), ...told(gone, "removed", before)];
}

/** Grants that no other of the same kind covers, at the same place. */
function beyond({ covers }: GrantReader, some: readonly Grant[], others: readonly Grant[]): Grant[] {
	const kind = ({ effect, at }: Grant) => `${effect} ${at}`;
	const known = groupBy(others, kind);
	return some.filter((grant) => !known.get(kind(grant))?.some((other) => covers(other, grant)));
}

const rules = {
	allow: { added: "permission-added", removed: "permission-removed" },
	deny: { added: "denial-added", removed: "denial-removed" },
} as const;

/** Actions that are let be done on the same things stand together. */
function told(grants: readonly Grant[], change: "added" | "removed", cloud: CloudPart | undefined): Difference[] {
	const byAction = groupBy(grants, ({ effect, at, who, action, when = null }) =>
		canonicalJson([effect, at, who, action, when]),
	);
	const actions = [...byAction.values()].flatMap((same) => {
		const [first] = same;
		return first ? [{ ...first, targets: [...new Set(same.map(({ on }) => targetText(on)))].sort(compareText) }] : [];
	});
	const together = groupBy(actions, ({ effect, at, who, targets, when = null }) =>
		canonicalJson([effect, at, who, targets, when]),
	);
	return [...together.values()].flatMap((same): Difference[] => {
		const [first] = same;
		if (!first) return [];
		const value = {
			actions: [...new Set(same.map(({ action }) => action))].sort(compareText),
			on: first.targets,
			...(first.when !== undefined && { when: first.when }),
		};
		return [
			{
				rule: rules[first.effect][change],
				groups: groupsOf(first.principal, cloud),
				subject: first.who,
				change,
				...(change === "added" ? { after: value } : { before: value }),
				says: `${verb(first.effect, change)} ${listed(value.actions)} on ${listed(value.on)}${conditionText(first.when)}`,
			},
		];
	});
}

function verb(effect: Grant["effect"], change: "added" | "removed"): string {
	if (effect === "deny") return change === "added" ? "is denied" : "is no longer denied";
	return change === "added" ? "may" : "may no longer";
}

function targetText(target: Target): string {
	return "matching" in target ? target.matching : `all but ${listed(target.besides)}`;
}

function conditionText(when: JsonValue | undefined): string {
	return when === undefined ? "" : `, where ${shownWhole(when)}`;
}

/** Groups whose devices have an identity of that name. */
function groupsOf(principal: string, cloud: CloudPart | undefined): readonly string[] {
	const identities = cloud?.identities ?? [];
	const own = identities.filter(({ name }) => name.endsWith(`/${principal}`) || name.includes(`/${principal}/`));
	return [...new Set(own.flatMap(({ groups }) => groups))].sort(compareText);
}
