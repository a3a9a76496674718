import type { JsonValue } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import { type Problem, warning } from "../problem.js";
import type { CarriedSettings, UnreadValue } from "./carried.js";
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
 * What entries leave of the policies of Claude Desktop, machine and user apart; warnings name what else they set. A file
 * that deletes the policies alone sets none.
 */
export function carriedByRegistry(entries: Iterable<RegistryEntry>): Outcome<readonly CarriedSettings[]> {
	const places = new Map<Scope, Place>();
	const others = new Map<string, Problem>();
	for (const entry of entries) {
		const { hive, key } = entry;
		if (key.toLowerCase() !== policyKey.toLowerCase() || !isScope(hive)) {
			const other = notOurs(entry);
			others.set(other.message, other);
			continue;
		}
		const place = places.get(hive) ?? { values: [], unread: [] };
		places.set(hive, place);
		take(entry, place);
	}
	const warnings = [...others.values()];
	if (places.size === 0) {
		const [other] = warnings;
		const found = other ? `; ${other.message}` : "";
		return unreadable(`the file has no key ${policyKey}${found}`);
	}
	const carried = [...places].map(
		([scope, { values, unread }]): CarriedSettings => ({
			platform: "windows",
			scope,
			values,
			...(unread.length > 0 && { unread }),
		}),
	);
	return made(carried, warnings);
}

type Scope = CarriedSettings["scope"];

interface Place {
	values: [string, JsonValue][];
	unread: UnreadValue[];
}

const hiveNames: Readonly<Record<Scope, string>> = { machine: "HKEY_LOCAL_MACHINE", user: "HKEY_CURRENT_USER" };

function isScope(hive: string): hive is Scope {
	return hive === "machine" || hive === "user";
}

function take({ value, deletes }: RegistryEntry, place: Place): void {
	if (!value) {
		if (!deletes) return;
		place.values = [];
		place.unread = [];
		return;
	}
	const { name, carried, type } = value;
	if (deletes) {
		place.values = place.values.filter(([each]) => each.toLowerCase() !== name.toLowerCase());
		place.unread = place.unread.filter((each) => each.name.toLowerCase() !== name.toLowerCase());
	} else if (carried === undefined) place.unread.push({ name, type });
	else place.values.push([name, carried]);
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
