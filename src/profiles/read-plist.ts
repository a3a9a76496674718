import { isObject, type JsonValue } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import type { CarriedSettings } from "./carried.js";
import { isPayloadName } from "./check-renderable.js";
import { checkSize, readText, unreadable } from "./read-text.js";

/** What a property list holds; a date and data are no setting. */
export type PlistValue = string | number | boolean | Date | Uint8Array | readonly PlistValue[] | PlistDictionary;
export type PlistDictionary = { readonly [key: string]: PlistValue };

const binaryStart = "bplist00";

/** Whether bytes look like a property list, XML or binary, whatever is wrong with them otherwise. */
export function isPlist(bytes: Uint8Array): boolean {
	return isBinary(bytes) || /^\s*<(?:\?xml|!DOCTYPE plist|!--|plist)/.test(startOf(bytes));
}

/** Whether a property list has a member of this name, as far as that shows without reading it. */
export function namesMember(bytes: Uint8Array, name: string): boolean {
	const written = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return written.includes(isBinary(bytes) ? name : `<key>${name}</key>`);
}

/**
 * The dictionary of a property list, XML or binary. Stricter than the system's reader: each key once, nothing outside of
 * elements, no entities of the document's own. The libraries that read it are loaded here, where one is read.
 */
export async function readPlist(bytes: Uint8Array): Promise<Outcome<PlistDictionary>> {
	const tooLarge = checkSize(bytes);
	if (tooLarge.length > 0) return { problems: tooLarge };
	const parsed = isBinary(bytes)
		? (await import("./binary-plist.js")).parseBinaryPlist(bytes)
		: (await import("./xml-plist.js")).parseXmlPlist(bytes);
	if (parsed.value === undefined) return parsed;
	if (isDictionary(parsed.value)) return made(parsed.value);
	return unreadable("the property list is no dictionary; expected <dict>");
}

/** {@link readPlist} of a part, in a property list that begins and ends like this around it. */
export async function readPlistPart(
	part: Uint8Array,
	before: string,
	after: string,
): Promise<Outcome<PlistDictionary>> {
	const text = readText(part, "utf-8");
	if (text.value === undefined) return text;
	return readPlist(new TextEncoder().encode(`<plist version="1.0">${before}${text.value}${after}</plist>`));
}

export function isDictionary(value: PlistValue | undefined): value is PlistDictionary {
	return isObject(value) && !(value instanceof Date) && !(value instanceof Uint8Array);
}

/** The settings of a dictionary; what belongs to a payload around them is left out, and a date or data is none. */
export function carriedByPlist(
	dictionary: PlistDictionary,
	place: Omit<CarriedSettings, "values" | "unread" | "platform">,
): CarriedSettings {
	const members = Object.entries(dictionary).filter(([name]) => !isPayloadName(name));
	const unread = members.filter(([, value]) => !isJson(value)).map(([name]) => ({ name, type: "date or data" }));
	return {
		platform: "macos",
		...place,
		values: members.flatMap(([name, value]) => (isJson(value) ? [[name, value] as const] : [])),
		...(unread.length > 0 && { unread }),
	};
}

function isJson(value: PlistValue): value is Extract<PlistValue, JsonValue> {
	if (value instanceof Date || value instanceof Uint8Array) return false;
	return typeof value !== "object" || Object.values(value).every(isJson);
}

function isBinary(bytes: Uint8Array): boolean {
	return startOf(bytes).startsWith(binaryStart);
}

function startOf(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes.subarray(0, 256));
}
