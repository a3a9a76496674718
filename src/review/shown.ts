import { canonicalJson, isJsonObject, type JsonValue } from "../json.js";
import { hideCredentials } from "../pasted-credential.js";
import { formatPath, type Path } from "../path.js";
import { membersThatDiffer } from "./both-sides.js";

/** Characters of a value among others. */
const short = 160;
/** Characters of what is new or gone as a whole: whoever reads of it has to see all that it says. */
const long = 4000;

/** All that something new says, or something that is gone said. */
export function shownWhole(value: JsonValue | undefined): string {
	return shown(value, long);
}

/** A value for people, on one line; of a secret the name by which it is had, and words for what reads as a credential. */
export function shown(value: JsonValue | undefined, longest = short): string {
	if (value === undefined) return "not set";
	if (isJsonObject(value) && Object.keys(value).length === 1) {
		const { secret, late } = value;
		if (isJsonObject(secret)) return `the secret ${Object.values(secret).join()}`;
		if (typeof late === "string") return `${late} of the cloud`;
	}
	const text = hideCredentials(canonicalJson(value));
	return text.length > longest ? `${text.slice(0, longest - 3)}...` : text;
}

/** `is 2 where it was 1`; of values that are long only what differs in them, which no beginning of them tells. */
export function changeText(before: JsonValue | undefined, after: JsonValue | undefined): string {
	if (isShort(before) && isShort(after)) return `is ${shown(after)} where it was ${shown(before)}`;
	const parts = partsThatDiffer(before, after, []);
	const told = parts.slice(0, mostParts);
	const more = parts.length - told.length;
	return `is another: ${told.join("; ")}${more > 0 ? `; and ${counted(more, "further difference")}` : ""}`;
}

const mostParts = 20;

/** Whether all of a value is shown among others. */
export function isShort(value: JsonValue | undefined): boolean {
	return value === undefined || canonicalJson(value).length <= short;
}

function partsThatDiffer(before: JsonValue | undefined, after: JsonValue | undefined, at: Path): string[] {
	if (isJsonObject(before) && isJsonObject(after)) {
		return membersThatDiffer(before, after).flatMap(({ name, from, to }) => partsThatDiffer(from, to, [...at, name]));
	}
	const prefix = at.length === 0 ? "" : `${formatPath(at)} `;
	if (Array.isArray(before) && Array.isArray(after)) return itemsThatDiffer(before, after, at, prefix);
	if (typeof before === "string" && typeof after === "string") {
		// Before anything is cut: the rest of a credential would be none to see.
		const [old, now] = [hideCredentials(before), hideCredentials(after)];
		if (old === now) return [`${prefix}has another credential in it`];
		const start = Math.max(0, firstDifference(old, now) - 40);
		return [`${prefix}is ${excerpt(now, start)} where it was ${excerpt(old, start)}`];
	}
	return [`${prefix}is ${shownWhole(after)} where it was ${shownWhole(before)}`];
}

function itemsThatDiffer(
	before: readonly JsonValue[],
	after: readonly JsonValue[],
	at: Path,
	prefix: string,
): string[] {
	const [gone, added] = [beyond(before, after), beyond(after, before)];
	const [old, now] = [gone[0], added[0]];
	if (old && now && gone.length + added.length === 2) return partsThatDiffer(old.item, now.item, [...at, now.index]);
	if (gone.length + added.length === 0) return [`${prefix}has the same items in another order or number`];
	return [
		...added.map(({ item }) => `${prefix}has ${shownWhole(item)}`),
		...gone.map(({ item }) => `${prefix}no longer has ${shownWhole(item)}`),
	];
}

function beyond(some: readonly JsonValue[], others: readonly JsonValue[]) {
	const known = new Set(others.map((item) => canonicalJson(item)));
	return some.map((item, index) => ({ item, index })).filter(({ item }) => !known.has(canonicalJson(item)));
}

function firstDifference(one: string, other: string): number {
	let index = 0;
	while (index < one.length && one[index] === other[index]) index++;
	return index;
}

/** Part of a long text, in which the place is that differs. */
function excerpt(text: string, start: number): string {
	const part = text.slice(start, start + short);
	return `${start > 0 ? "..." : ""}${JSON.stringify(part)}${start + short < text.length ? "..." : ""}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
	const last = names.at(-1) ?? "";
	return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** `1 group`, `2 groups`. */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
