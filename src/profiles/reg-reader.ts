import type { JsonValue } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import type { Decoding } from "./format.js";
import { unreadable } from "./read-text.js";
import { carriedByRegistry, nameOfType, type RegistryEntry } from "./registry-entry.js";
import { head } from "./registry-file.js";
import { readRegistryText } from "./registry-text.js";

const keyLine = /^\[(-?)([^\\\]]+)(?:\\(.+))?\]$/;
const quoted = String.raw`"([^"\\\r]*(?:\\[\\"nr][^"\\\r]*)*)"`;
const valueLine = new RegExp(`^(?:${quoted}|(@))=(.+)$`, "s");
const comment = String.raw`\s*(?:;.*)?$`;
const text = new RegExp(`^${quoted}${comment}`, "s");
const word = new RegExp(`^dword:([0-9a-f]{8})${comment}`, "is");
const bytes = /^hex(?:\(([0-9a-f]{1,8})\))?:/i;

const hives: Readonly<Record<string, string>> = {
	HKEY_LOCAL_MACHINE: "machine",
	HKLM: "machine",
	HKEY_CURRENT_USER: "user",
	HKCU: "user",
};

/** The settings that a registry editor file holds. */
export function carriedByReg(source: string): Decoding {
	const entries = readReg(source);
	return entries.value ? carriedByRegistry(entries.value) : entries;
}

/** What each line of a registry editor file does; the file is refused where one is not understood. */
export function readReg(source: string): Outcome<readonly RegistryEntry[]> {
	const [first, ...lines] = source.split(/\r?\n/);
	if (first?.trimEnd() !== head) return unreadable(`line 1: expected ${head}`);
	const entries: RegistryEntry[] = [];
	let key: Pick<RegistryEntry, "hive" | "key"> | undefined;
	let user: string | undefined;
	for (const { line, number } of logicalLines(lines)) {
		if (/^\s*(?:;|$)/.test(line)) continue;
		const opened = keyLine.exec(line.trim());
		if (opened) {
			const opening = placeOf(opened[2] ?? "", opened[3] ?? "");
			if (opening.user !== undefined && user !== undefined && opening.user !== user) {
				return unreadable(`line ${number}: a key of a second user; expected those of one`);
			}
			user ??= opening.user;
			key = { hive: opening.hive, key: opening.key };
			const deletes = opened[1] === "-";
			entries.push({ ...key, deletes });
			if (deletes) key = undefined;
			continue;
		}
		const value = key && readValue(line.trim());
		if (!key || !value) {
			const expected = key
				? "a value of the registry"
				: "a key such as [HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]";
			return unreadable(`line ${number}: unexpected line; expected ${expected}`);
		}
		entries.push({ ...key, ...value });
	}
	return made(entries);
}

/** Where a key stands; what Windows keeps of a user by number is what that user sees as the current one's. */
function placeOf(hive: string, key: string): Pick<RegistryEntry, "hive" | "key"> & { readonly user?: string } {
	const known = hives[hive.toUpperCase()];
	if (known !== undefined) return { hive: known, key };
	const [, user, below] = /^HK(?:EY_USERS|U)$/i.test(hive)
		? (/^(S-1-(?:5-21|12-1)-[\d-]+)\\(.+)$/i.exec(key) ?? [])
		: [];
	return user === undefined || below === undefined
		? { hive, key }
		: { hive: "user", key: below, user: user.toUpperCase() };
}

/** Lines with the continuations of binary values joined; numbers count from the file's second line. */
function* logicalLines(lines: readonly string[]): Generator<{ line: string; number: number }> {
	for (let index = 0; index < lines.length; index++) {
		const number = index + 2;
		const parts = [lines[index] ?? ""];
		if (/=hex(?:\([0-9a-f]+\))?:/i.test(parts[0] ?? "")) {
			while (parts.at(-1)?.endsWith("\\")) parts.push((lines[++index] ?? "").trimStart());
		}
		yield { line: parts.map((part, at) => (at < parts.length - 1 ? part.slice(0, -1) : part)).join(""), number };
	}
}

function readValue(line: string): Pick<RegistryEntry, "value" | "deletes"> | undefined {
	const [, written, isDefault, data] = valueLine.exec(line) ?? [];
	if (data === undefined) return undefined;
	const name = isDefault === undefined ? unquote(written) : "";
	if (data === "-") return { value: { name, type: "none" }, deletes: true };
	const value = readData(data);
	if (!value) return undefined;
	// The default value has no name, which no setting is without.
	return {
		value: isDefault === undefined ? { name, ...value } : { name: "(default)", type: "default value" },
		deletes: false,
	};
}

/** Of the types of the registry, text and double words are read by the app. */
function readData(data: string): { readonly carried?: JsonValue; readonly type: string } | undefined {
	const string = text.exec(data);
	if (string) return { carried: unquote(string[1]), type: "REG_SZ" };
	const number = word.exec(data);
	if (number) return { carried: Number.parseInt(number[1] ?? "", 16), type: "REG_DWORD" };
	const hex = bytes.exec(data);
	const content = hex ? readHex(data.slice(hex[0].length)) : undefined;
	if (!hex || !content) return undefined;
	const type = hex[1] === undefined ? 3 : Number.parseInt(hex[1], 16);
	if (type === 1) {
		const carried = readRegistryText(content);
		return carried === undefined ? undefined : { carried, type: "REG_SZ" };
	}
	if (type === 4 && content.length === 4) return { carried: content.readUInt32LE(0), type: "REG_DWORD" };
	return { type: nameOfType(type) };
}

/** The registry editor escapes two characters; Wine, which reads what it writes, line ends too. */
function unquote(written = ""): string {
	return written.replace(/\\(.)/g, (_, escaped: string) => ({ n: "\n", r: "\r" })[escaped] ?? escaped);
}

/** Undefined where there are other characters: Buffer stops at the first digit it does not know, without an error. */
function readHex(digits: string): Buffer | undefined {
	if (digits.trim() === "") return Buffer.alloc(0);
	if (!/^[0-9a-f]{2}(?:,[0-9a-f]{2})*$/i.test(digits)) return undefined;
	return Buffer.from(digits.replaceAll(",", ""), "hex");
}
