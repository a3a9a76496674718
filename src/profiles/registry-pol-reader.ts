import type { JsonValue } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import { checkSize, unreadable } from "./read-text.js";
import { nameOfType, type RegistryEntry } from "./registry-entry.js";
import { readRegistryText } from "./registry-text.js";

/** `PReg` and the version. */
export const header = Uint8Array.of(0x50, 0x52, 0x65, 0x67, 1, 0, 0, 0);
/** REG_SZ. */
export const stringType = 1;
/** REG_DWORD. */
const wordType = 4;
// https://learn.microsoft.com/previous-versions/windows/desktop/policy/registry-policy-file-format
/** Deletes every value of the key. */
const deletesValues = /^\*\*delvals\.?$/i;
/** Deletes one value of the key. */
const deletesValue = /^\*\*del\.(.+)$/i;

/** Whether bytes begin as a registry policy file. */
export function isRegistryPol(bytes: Uint8Array): boolean {
	return header.every((byte, index) => bytes[index] === byte);
}

/** What each entry of a registry policy file does, to the machine's policies as far as the file says. */
export function readRegistryPol(bytes: Uint8Array): Outcome<readonly RegistryEntry[]> {
	const tooLarge = checkSize(bytes);
	if (tooLarge.length > 0) return { problems: tooLarge };
	if (!isRegistryPol(bytes)) return unreadable("the file does not begin as a registry policy file of version 1");
	const entries: RegistryEntry[] = [];
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = header.length, count = 1; at < file.length; count++) {
		const entry = readEntry(file, at);
		if (!entry) return unreadable(`entry ${count}: unexpected bytes; expected [key;value;type;size;data]`);
		at = entry.end;
		const done = doneBy(entry);
		if (!done) {
			return unreadable(`entry ${count}: unexpected entry; expected a value, or the deletion of one or of all`);
		}
		entries.push(...done);
	}
	return made(entries);
}

/** What an entry does; undefined where that is not known, or its data are none of its type. */
function doneBy({ key, name, type, data }: Entry): readonly RegistryEntry[] | undefined {
	const at = { hive: "machine", key };
	if (name === "") return [{ ...at, deletes: false }];
	if (deletesValues.test(name)) return [{ ...at, deletes: true }];
	const gone = (value: string): RegistryEntry => ({ ...at, value: { name: value, type: "none" }, deletes: true });
	const [, deleted] = deletesValue.exec(name) ?? [];
	if (deleted !== undefined) return [gone(deleted)];
	if (/^\*\*DeleteValues$/i.test(name)) return namesIn(data)?.map(gone);
	if (/^\*\*DeleteKeys$/i.test(name)) {
		return namesIn(data)?.map((below) => ({ hive: "machine", key: `${key}\\${below}`, deletes: true }));
	}
	// Who may write a key says nothing of what stands there.
	if (/^\*\*SecureKey/i.test(name)) return [];
	if (name.startsWith("**")) return undefined;
	const as = (carried?: JsonValue): readonly RegistryEntry[] => [
		{ ...at, value: { name, type: nameOfType(type), ...(carried !== undefined && { carried }) }, deletes: false },
	];
	if (type === wordType && data.length === 4) return as(data.readUInt32LE(0));
	if (type !== stringType) return as();
	const text = readRegistryText(data);
	return text === undefined ? undefined : as(text);
}

function namesIn(data: Buffer): readonly string[] | undefined {
	return readRegistryText(data)
		?.split(";")
		.filter((name) => name !== "");
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
