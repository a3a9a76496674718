import { printable } from "./printable.js";

/** A value that JSON can carry. */
export type JsonValue =
	| string
	| number
	| boolean
	| null
	| readonly JsonValue[]
	| { readonly [name: string]: JsonValue };
export type JsonObject = { readonly [name: string]: JsonValue };

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Of a value that JSON can carry, an object is one whose members are too. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
	return isObject(value);
}

/** The items of a list; none of what is no list. */
export function itemsOf(value: JsonValue | undefined): readonly JsonValue[] {
	return Array.isArray(value) ? value : [];
}

/** JSON text with sorted member names and no white space: equal values give equal text. */
export function canonicalJson(value: JsonValue): string {
	return JSON.stringify(sortMembers(value));
}

/**
 * JSON for people and diffs: two spaces, members in the order they were given, a final newline. Nobody reads other text
 * than a program: what would hide or reorder it is escaped, which every reader of JSON takes for the same.
 */
export function prettyJson(value: unknown): string {
	const text = `${JSON.stringify(value, undefined, 2)}\n`;
	// Large documents rarely hold anything to escape, and are not taken apart for it.
	return /[^\n -~]/.test(text) ? text.split("\n").map(printable).join("\n") : text;
}

/**
 * {@link prettyJson} of a document with members, in pieces that follow one another: as one text, a list of hundreds of
 * thousands would be in memory several times over while it is made.
 */
export function* prettyPieces(document: Readonly<Record<string, unknown>>): Generator<string> {
	let before = "{\n";
	for (const [name, value] of Object.entries(document)) {
		const items: readonly unknown[] = Array.isArray(value) ? value : [];
		if (items.length <= itemsAtOnce) yield before + membersOf({ [name]: value });
		else {
			for (let from = 0; from < items.length; from += itemsAtOnce) {
				const some = membersOf({ [name]: items.slice(from, from + itemsAtOnce) });
				const start = from === 0 ? 0 : some.indexOf(listStart) + listStart.length;
				const end = from + itemsAtOnce >= items.length ? some.length : -listEnd.length;
				yield (from === 0 ? before : ",\n") + some.slice(start, end);
			}
		}
		before = ",\n";
	}
	yield "\n}\n";
}

const itemsAtOnce = 1000;
const [listStart, listEnd] = ["[\n", "\n  ]"];

/** The lines between the braces. */
function membersOf(document: object): string {
	return prettyJson(document).slice("{\n".length, -"\n}\n".length);
}

/** The same value with the members of every object in code-unit order, which no locale changes. */
export function sortMembers(value: JsonObject): JsonObject;
export function sortMembers(value: JsonValue): JsonValue;
export function sortMembers(value: JsonValue): JsonValue {
	if (Array.isArray(value)) return value.map((item: JsonValue) => sortMembers(item));
	if (!isJsonObject(value)) return value;
	// Without a comparison of its own, sort() is in code-unit order, and several times faster.
	const names = Object.keys(value).sort();
	// Each name is the object's own.
	return Object.fromEntries(names.map((name) => [name, sortMembers(value[name] as JsonValue)]));
}

/** Code-unit order: the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
