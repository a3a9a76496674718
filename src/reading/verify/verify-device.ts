import { findKey } from "../../configuration/catalogue.js";
import { canonicalJson, compareText, type JsonObject, type JsonValue } from "../../json.js";
import type { Problem } from "../../problem.js";
import { decodeValue } from "../../profiles/encoding.js";
import type { ReferenceLookup } from "../../reference/reference.js";
import { findReferences, replaceReferences } from "../../reference/walk.js";
import { SecretNames, takeSecrets } from "../describe/take-secrets.js";
import type { ReadSettings } from "../read-device-file.js";
import { effectiveSettings } from "./effective-settings.js";

export const states = ["applied", "not compared", "missing", "different", "unreadable", "extra"] as const;

/** What a device has of one key, beside what the configuration gives it. Never a credential. */
export interface DeviceFinding {
	readonly key: string;
	/** `not compared` is for a value with a secret that cannot be had here. */
	readonly state: (typeof states)[number];
	/** References in the place of credentials. */
	readonly expected?: JsonValue;
	readonly found?: JsonValue;
	/** Why it is so, where that does not follow from the values. */
	readonly because?: string;
}

export interface DeviceReport {
	readonly group: string;
	/** Whether the device has exactly what the configuration gives the group. */
	readonly isRight: boolean;
	/** By key. */
	readonly findings: readonly DeviceFinding[];
	/** What is wrong with where the settings stand. */
	readonly notes: readonly Problem[];
	/** Other groups whose settings these are; empty where it is the group's own or nobody's. */
	readonly isOf: readonly string[];
}

/** What devices of each group get by device management, secrets by reference. */
export type ExpectedSettings = ReadonlyMap<string, JsonObject>;

/** Holds what a device has against what a group's devices get. */
export function verifyDevice(
	read: readonly ReadSettings[],
	group: string,
	expected: ExpectedSettings,
	lookup: ReferenceLookup,
): DeviceReport {
	const { values, unread, native, notes } = effectiveSettings(read);
	const found = new Map(values);
	const types = new Map(unread.map(({ name, type }) => [name, type]));
	const nativeOf = (key: string) => {
		const carried = found.get(key);
		if (carried === undefined) return undefined;
		return native && !findKey(key) ? { value: carried } : decodeValue(key, carried);
	};
	const findingsFor = (settings: JsonObject): DeviceFinding[] => {
		const keys = new Set([...Object.keys(settings), ...found.keys(), ...types.keys()]);
		return [...keys].sort(compareText).map((key) => {
			const type = types.get(key);
			const wanted = settings[key];
			const shown = shownOf(key, wanted, "expected");
			if (type !== undefined) return { key, state: "unreadable", ...shown, because: `it is of type ${type}` };
			const has = nativeOf(key);
			if (has && has.value === undefined) {
				return { key, state: "unreadable", ...shown, because: "its text is none of the key's type" };
			}
			if (!has) return { key, state: "missing", ...shown };
			const holds = shownOf(key, has.value, "found");
			if (wanted === undefined) return { key, state: "extra", ...holds };
			const resolved = withValues(wanted, lookup);
			if (resolved === undefined)
				return { key, state: "not compared", ...shown, because: "its secret cannot be had here" };
			const same = canonicalJson(resolved) === canonicalJson(has.value ?? null);
			return same ? { key, state: "applied", ...shown } : { key, state: "different", ...shown, ...holds };
		});
	};
	const findings = findingsFor(expected.get(group) ?? {});
	const isSame = (each: readonly DeviceFinding[]) =>
		each.every(({ state }) => state === "applied" || state === "not compared");
	const isRight = isSame(findings);
	const others = isRight
		? []
		: [...expected].filter(([name, settings]) => name !== group && isSame(findingsFor(settings)));
	return { group, isRight: isRight && notes.length === 0, findings, notes, isOf: others.map(([name]) => name) };
}

/** The value with what it refers to; undefined where something of that is missing. */
function withValues(value: JsonValue, lookup: ReferenceLookup): JsonValue | undefined {
	const isMissing = findReferences(value).some(({ reference }) => lookup(reference) === undefined);
	return isMissing ? undefined : replaceReferences(value, (reference) => lookup(reference) ?? "");
}

/** A value as it may be shown: references, or words, in the place of credentials. */
function shownOf<Name extends string>(
	key: string,
	value: JsonValue | undefined,
	name: Name,
): Partial<Record<Name, JsonValue>> {
	if (value === undefined) return {};
	const taken = takeSecrets({ [key]: value }, new SecretNames())[key] ?? null;
	const shown = name === "expected" ? taken : replaceReferences(taken, () => "a credential");
	return { [name]: shown } as Partial<Record<Name, JsonValue>>;
}
