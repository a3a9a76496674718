import { isDeepStrictEqual } from "node:util";
import { findKey } from "../../configuration/catalogue.js";
import type { ManagedKey } from "../../configuration/managed-key.js";
import { isRestrictive, loosens } from "../../configuration/restriction.js";
import { type EgressPlan, type EgressSummary, formatAddress } from "../../egress/plan.js";
import { canonicalJson, isObject, type JsonValue } from "../../json.js";
import { egressOf, type GroupRecipe } from "./part-recipe.js";

/**
 * What a change of a group means, in one line for a reviewer: `finance: opens 15 hosts, loosens 3 switches`. Undefined
 * where neither hosts nor settings nor their delivery change, and where the state is of a build whose groups cannot be compared.
 */
export function describeChange(before: unknown, after: GroupRecipe): string | undefined {
	// Of most groups nothing changes, and the hosts before would be derived only to be the same.
	if (isDeepStrictEqual(before, after)) return undefined;
	const { group } = after.identity;
	const now = egressOf(after);
	const opened = addressesOf(now);
	if (before === undefined) return `${group}: is new and opens ${count(opened.size, "host")}`;
	if (!isComparable(before, after)) return undefined;
	const was = egressOf(before);
	const closed = addressesOf(was);
	const settings = settingChanges(before, after);
	const said = [
		deliveryChange(before, after),
		say("opens", without(opened, closed), "host"),
		say("closes", without(closed, opened), "host"),
		say("loosens", settings.loosened, "switch"),
		say("tightens", settings.tightened, "switch"),
		say("changes", settings.others, "other setting"),
		contentChange(was.summary, now.summary),
	].flat();
	return said.length === 0 ? undefined : `${group}: ${said.join(", ")}`;
}

/** Members that not every group has. */
const mayBeAbsent = [
	"clients",
	"delivery",
	"fleet",
	"manual",
	"otherAgents",
	"observed",
] satisfies (keyof GroupRecipe)[] as readonly string[];

/** State of an earlier build may lack what hosts follow from today. */
function isComparable(before: unknown, after: GroupRecipe): before is GroupRecipe {
	if (!isObject(before) || !isObject(before.circumstances) || !isObject(before.settings)) return false;
	const { circumstances } = before;
	return (
		Object.keys(after).every((name) => mayBeAbsent.includes(name) || name in before) &&
		Object.keys(after.circumstances).every((name) => name in circumstances)
	);
}

function addressesOf({ hosts }: EgressPlan): ReadonlySet<string> {
	return new Set(hosts.map(formatAddress));
}

function without(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
	return [...some].filter((each) => !others.has(each)).length;
}

/** Where the settings come from, from now on. */
function deliveryChange(before: GroupRecipe, after: GroupRecipe): string[] {
	if (before.delivery === after.delivery) return [];
	return [
		after.delivery === "bootstrap" ? "gets settings from a bootstrap server" : "gets settings by device management",
	];
}

/** Who else is shown conversations from now on, which no count of hosts or switches tells. */
function contentChange(before: EgressSummary, after: EgressSummary): string[] {
	const known = before.contentAlsoReaches.map(({ host }) => canonicalJson(host as JsonValue));
	const others = after.contentAlsoReaches.filter(({ host }) => !known.includes(canonicalJson(host as JsonValue)));
	const names = others.map(({ host }) => (typeof host === "string" ? host : host.late));
	if (names.length > 0) return [`shows conversations to ${[...new Set(names)].join(", ")}`];
	const isEnd = before.conversationContentStaysWithProvider && !after.conversationContentStaysWithProvider;
	return isEnd ? ["lets conversations leave the inference provider"] : [];
}

function settingChanges(before: GroupRecipe, after: GroupRecipe) {
	const names = new Set([...Object.keys(before.settings), ...Object.keys(after.settings)]);
	const changes = { loosened: 0, tightened: 0, others: 0 };
	for (const name of names) {
		const key = findKey(name);
		// What the app does without a key is its default, or else no restriction.
		const [old, now] = [before, after].map(({ settings }) => settings[name]?.value ?? key?.default);
		const [oldOther, nowOther] = [before, after].map(({ settings }) => settings[name]?.onWindows);
		if (canonicalJson(old ?? null) === canonicalJson(now ?? null)) {
			if (canonicalJson(oldOther ?? null) !== canonicalJson(nowOther ?? null)) changes.others++;
			continue;
		}
		if (isLooser(key, old, now)) changes.loosened++;
		else if (isLooser(key, now, old)) changes.tightened++;
		else changes.others++;
	}
	return changes;
}

/** Whether a device may do more afterwards. */
function isLooser(key: ManagedKey | undefined, old: JsonValue | undefined, now: JsonValue | undefined): boolean {
	if (key?.closedByDefault && old === undefined) return !isEmpty(now);
	if (key?.closedByDefault && now === undefined) return isEmpty(old);
	if (old === undefined) return false;
	return now === undefined ? isRestrictive(key?.restricts, old) : loosens(key?.restricts, old, now);
}

function isEmpty(list: JsonValue | undefined): boolean {
	return Array.isArray(list) && list.length === 0;
}

function say(verb: string, number: number, what: string): string[] {
	return number === 0 ? [] : [`${verb} ${count(number, what)}`];
}

function count(number: number, what: string): string {
	const plural = what.endsWith("ch") ? `${what}es` : `${what}s`;
	return `${number} ${number === 1 ? what : plural}`;
}
