import type { JsonValue } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import { formatPath } from "../path.js";
import { type Problem, warning } from "../problem.js";
import type { CarriedSettings } from "./carried.js";
import { policyKey } from "./policy-key.js";
import { unreadable } from "./read-text.js";

/** What one entry of a file does to a registry. */
export interface RegistryEntry {
	/** `machine` below HKEY_LOCAL_MACHINE, `user` below HKEY_CURRENT_USER, or another hive in the file's words. */
	readonly hive: string;
	/** Below the hive. */
	readonly key: string;
	/** Absent where the key itself is named or deleted. */
	readonly value?: { readonly name: string; readonly carried?: JsonValue; readonly type: string };
	/** Whether the key, or the value, goes away. */
	readonly deletes: boolean;
}

/** https://learn.microsoft.com/windows/win32/sysinfo/registry-value-types */
const typeNames: Readonly<Record<number, string>> = {
	0: "REG_NONE",
	1: "REG_SZ",
	2: "REG_EXPAND_SZ",
	3: "REG_BINARY",
	4: "REG_DWORD",
	5: "REG_DWORD_BIG_ENDIAN",
	7: "REG_MULTI_SZ",
	11: "REG_QWORD",
};

export function nameOfType(type: number): string {
	return typeNames[type] ?? `number ${type} of the registry`;
}

/** Where Windows keeps the policies of Claude Code, another product on the same devices. */
const claudeCodeKey = /^SOFTWARE\\Policies\\ClaudeCode(?:\\|$)/i;

/**
 * What entries, done one after the other, leave of the policies of Claude Desktop, machine and user apart; warnings name
 * what else they set, and where the last of several values won. A file that deletes the policies alone sets none.
 */
export function carriedByRegistry(entries: Iterable<RegistryEntry>): Outcome<readonly CarriedSettings[]> {
	const places = new Map<Scope, Place>();
	const told = new Map<string, Problem>();
	for (const entry of entries) {
		const { hive, key } = entry;
		const emptiesOurs = !entry.value && entry.deletes && isAbove(key);
		if (!isScope(hive) || (key.toLowerCase() !== policyKey.toLowerCase() && !emptiesOurs)) {
			const other = notOurs(entry);
			told.set(other.message, other);
			continue;
		}
		const place = places.get(hive) ?? new Map<string, RegistryValue>();
		places.set(hive, place);
		for (const problem of [...take(entry, place), ...(emptiesOurs ? [deletesMore(hive, key)] : [])]) {
			told.set(`${formatPath(problem.path)} ${problem.message}`, problem);
		}
	}
	const warnings = [...told.values()];
	if (places.size === 0) {
		const [other] = warnings;
		const found = other ? `; ${other.message}` : "";
		return unreadable(`the file has no key ${policyKey}${found}`);
	}
	return made(
		[...places].map(([scope, place]) => carriedOf(scope, [...place.values()])),
		warnings,
	);
}

type Scope = "machine" | "user";

type RegistryValue = NonNullable<RegistryEntry["value"]>;

/** Values by their names in lower case: the registry tells no capitals apart. */
type Place = Map<string, RegistryValue>;

function carriedOf(scope: Scope, held: readonly RegistryValue[]): CarriedSettings {
	const unread = held.flatMap(({ name, carried, type }) => (carried === undefined ? [{ name, type }] : []));
	return {
		platform: "windows",
		scope,
		values: held.flatMap(({ name, carried }) => (carried === undefined ? [] : [[name, carried] as const])),
		...(unread.length > 0 && { unread }),
	};
}

const hiveNames: Readonly<Record<Scope, string>> = { machine: "HKEY_LOCAL_MACHINE", user: "HKEY_CURRENT_USER" };

function isScope(hive: string): hive is Scope {
	return hive === "machine" || hive === "user";
}

/** Does what an entry says; a warning where a value takes the place of another. */
function take({ value, deletes }: RegistryEntry, place: Place): readonly Problem[] {
	if (!value) {
		if (deletes) place.clear();
		return [];
	}
	const folded = value.name.toLowerCase();
	const before = place.get(folded);
	if (deletes) {
		place.delete(folded);
		return [];
	}
	place.set(folded, value);
	if (!before || (before.carried === value.carried && before.type === value.type)) return [];
	const types = before.type === value.type ? "" : `, as ${before.type} and as ${value.type}`;
	return [warning("conflict", [value.name], `stands twice${types}; the last is taken, as Windows does`)];
}

/** Whether the policies stand below a key, and go with it. */
function isAbove(key: string): boolean {
	return key !== "" && policyKey.toLowerCase().startsWith(`${key.toLowerCase()}\\`);
}

function deletesMore(hive: Scope, key: string): Problem {
	const message = `deletes ${hiveNames[hive]}\\${key}, and with it the policies of Claude Desktop and of others`;
	return warning("deletes-more", [], message);
}

function notOurs({ hive, key }: RegistryEntry): Problem {
	const where = isScope(hive) ? hiveNames[hive] : hive;
	if (claudeCodeKey.test(key)) {
		return warning(
			"other-product",
			[],
			`${where}\\${key} holds policies of Claude Code, which Claude Desktop does not read; they are left out`,
		);
	}
	return warning("left-out", [], `${where}\\${key} is no place of Claude Desktop's policies; it is left out`);
}
