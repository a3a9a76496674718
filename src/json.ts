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
