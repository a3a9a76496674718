import type { PlannedIdentity } from "../../inference/cloud-plan.js";
import { canonicalJson, compareText } from "../../json.js";
import { namesOfBoth } from "../both-sides.js";
import type { DeploymentPair } from "../pair.js";
import { listed } from "../shown.js";
import type { Difference, Subject } from "../subject.js";

/** What devices sign in as in the cloud: without it they call nothing. */
export const principals: Subject = {
	title: "Principals",
	rules: {
		"principal-created": {
			grade: "informs",
			title: "Devices get something of their own to sign in as.",
			because: "what it may do is told for itself",
		},
		"principal-deleted": {
			grade: "breaks",
			title: "Something goes that devices sign in as.",
			because: "devices that still have it are cut off until they have another",
		},
		"principal-let-go": {
			grade: "breaks",
			title: "Something that stays there is no longer let do anything.",
			because: "devices that still have it are cut off until they have another",
		},
		"principal-replaced": {
			grade: "breaks",
			title: "Something that devices sign in as becomes another of its name.",
			because: "devices that have the one of before are cut off",
		},
		"principal-groups-changed": {
			grade: "breaks",
			title: "Other groups sign in as something.",
			because: "devices of a group that leaves it have to get another first",
		},
		"people-changed": {
			grade: "widens",
			title: "Other people may use what devices sign in as.",
			because: "whoever is new gets all that it may do",
		},
		"principal-leaving": {
			grade: "informs",
			title: "Something that devices sign in as is said to go, or to stay.",
			because: "nothing of it changes yet",
		},
	},
	compare({ before, after }: DeploymentPair): Difference[] {
		const [from, to] = [byName(before.cloud?.identities), byName(after.cloud?.identities)];
		const names = namesOfBoth(from.keys(), to.keys());
		return names.flatMap((name) => compareIdentity(name, from.get(name), to.get(name)));
	},
};

function compareIdentity(
	subject: string,
	before: PlannedIdentity | undefined,
	after: PlannedIdentity | undefined,
): readonly Difference[] {
	const known = after ?? before;
	if (!known) return [];
	const at = { groups: known.groups, subject };
	const of = `devices of ${listed(known.groups)}`;
	if (!before) {
		const says = `is what ${of} sign in as from now on`;
		return [{ ...at, rule: "principal-created", change: "added", says }];
	}
	if (!after) {
		const [rule, verb] = before.existing
			? (["principal-let-go", "is no longer let do anything"] as const)
			: (["principal-deleted", "is deleted"] as const);
		return [{ ...at, rule, change: "removed", says: `${verb}, and ${of} that still have it call nothing` }];
	}
	return statements.flatMap(({ rule, of: part, says }) => {
		const [old, now] = [part(before), part(after)];
		if (canonicalJson(old) === canonicalJson(now)) return [];
		return [{ ...at, rule, change: "changed" as const, before: old, after: now, says: says(old, now, of) }];
	});
}

type Part = readonly string[] | Readonly<Record<string, string>> | boolean;

interface Statement {
	readonly rule: string;
	readonly of: (identity: PlannedIdentity) => Part;
	readonly says: (before: Part, after: Part, devices: string) => string;
}

const statements: readonly Statement[] = [
	{
		rule: "principal-replaced",
		of: ({ place = {} }) => place,
		says: (_, after, devices) => `is another one, at ${words(after)}, and ${devices} have the one of before`,
	},
	{
		rule: "principal-groups-changed",
		of: ({ groups }) => [...groups].sort(compareText),
		says: (before, after) => `is what ${words(after)} sign in as, where ${words(before)} did`,
	},
	{
		rule: "people-changed",
		of: ({ people = [] }) => [...people].sort(compareText),
		says: (before, after) => `may be used by ${words(after)}, where ${words(before)} might`,
	},
	{
		rule: "principal-leaving",
		of: ({ leaving = false }) => leaving,
		says: (_, after) => (after === true ? "is said to go once devices have another" : "is no longer said to go"),
	},
];

function words(part: Part): string {
	if (Array.isArray(part)) return listed(part) || "nobody in particular";
	return listed(Object.entries(part).map(([word, value]) => `${word} ${value}`));
}

function byName(identities: readonly PlannedIdentity[] | undefined): ReadonlyMap<string, PlannedIdentity> {
	return new Map((identities ?? []).map((each) => [each.name, each]));
}
