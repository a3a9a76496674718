import type { JsonValue } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import { policyKey } from "./policy-key.js";
import { checkSize, unreadable } from "./read-text.js";
import { readRegistryText } from "./registry-text.js";

/** `PReg` and the version. */
export const header = Uint8Array.of(0x50, 0x52, 0x65, 0x67, 1, 0, 0, 0);
/** REG_SZ. */
export const stringType = 1;
/** REG_DWORD. */
const wordType = 4;
/** Deletes every value of the key; what begins like this means something else than a value. */
const deletesValues = /^\*\*delvals\.?$/i;
const directive = /^\*\*/;

/** Whether bytes begin as a registry policy file. */
export function isRegistryPol(bytes: Uint8Array): boolean {
	return header.every((byte, index) => bytes[index] === byte);
}

/**
 * The values of a registry policy file that holds Claude's policy key and nothing else: text, and numbers where the file
 * has a double word. All values may be deleted first.
 */
export function readRegistryPol(bytes: Uint8Array): Outcome<readonly (readonly [name: string, value: JsonValue])[]> {
	const tooLarge = checkSize(bytes);
	if (tooLarge.length > 0) return { problems: tooLarge };
	if (!isRegistryPol(bytes)) return unreadable("the file does not begin as a registry policy file of version 1");
	const values: [string, JsonValue][] = [];
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = header.length, count = 1; at < file.length; count++) {
		const entry = readEntry(file, at);
		if (!entry) return unreadable(`entry ${count}: unexpected bytes; expected [key;value;type;size;data]`);
		at = entry.end;
		if (entry.key.toLowerCase() !== policyKey.toLowerCase()) {
			return unreadable(`entry ${count}: unexpected key; expected ${policyKey} alone`);
		}
		if (count === 1 && deletesValues.test(entry.name)) continue;
		const value = directive.test(entry.name) ? undefined : valueOfEntry(entry);
		if (value === undefined) {
			return unreadable(`entry ${count}: unexpected entry; expected a value of type REG_SZ or REG_DWORD`);
		}
		values.push([entry.name, value]);
	}
	return made(values);
}

interface Entry {
	readonly key: string;
	readonly name: string;
	readonly type: number;
	readonly data: Buffer;
	/** Where the next entry begins. */
	readonly end: number;
}

/** The entry at a place, or undefined where there is none whole. */
function readEntry(file: Buffer, start: number): Entry | undefined {
	let at = start;
	const mark = (character: string) => {
		const isThere = at + 2 <= file.length && file.readUInt16LE(at) === character.charCodeAt(0);
		at += 2;
		return isThere;
	};
	const text = () => {
		const from = at;
		while (at + 2 <= file.length && file.readUInt16LE(at) !== 0) at += 2;
		at += 2;
		return at <= file.length ? file.toString("utf16le", from, at - 2) : undefined;
	};
	const number = () => {
		at += 4;
		return at <= file.length ? file.readUInt32LE(at - 4) : undefined;
	};
	const key = mark("[") ? text() : undefined;
	const name = mark(";") ? text() : undefined;
	const type = mark(";") ? number() : undefined;
	const size = mark(";") ? number() : undefined;
	if (key === undefined || name === undefined || type === undefined || size === undefined || !mark(";"))
		return undefined;
	const data = file.subarray(at, at + size);
	at += size;
	return data.length === size && mark("]") ? { key, name, type, data, end: at } : undefined;
}

function valueOfEntry({ type, data }: Entry): JsonValue | undefined {
	if (type === wordType && data.length === 4) return data.readUInt32LE(0);
	return type === stringType ? readRegistryText(data) : undefined;
}
