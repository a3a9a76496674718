import { findKey } from "../../configuration/catalogue.js";
import { canonicalJson, compareText, type JsonObject, type JsonValue } from "../../json.js";
import { made } from "../../outcome.js";
import type { Problem } from "../../problem.js";
import { checkRenderable } from "../../profiles/check-renderable.js";
import { decodeValue, encodeValue } from "../../profiles/encoding.js";
import { isReference, type ReferenceLookup, referenceName } from "../../reference/reference.js";
import { findReferences, replaceReferences } from "../../reference/walk.js";
import { SecretNames, withoutSecrets } from "../describe/take-secrets.js";
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
		return carried === undefined ? undefined : readValue(key, carried, native);
	};
	const findingsFor = (settings: JsonObject): DeviceFinding[] => {
		const keys = new Set([...Object.keys(settings), ...found.keys(), ...types.keys()]);
		return [...keys].sort(compareText).map((key) => {
			const type = types.get(key);
			// The file may name what every object has.
			const wanted = Object.hasOwn(settings, key) ? settings[key] : undefined;
			const shown = shownOf(key, wanted, "expected");
			if (type !== undefined) return { key, state: "unreadable", ...shown, because: `it is of type ${type}` };
			const has = nativeOf(key);
			if (!has) return { key, state: "missing", ...shown };
			if (has.value === undefined) {
				return { key, state: "unreadable", ...shown, because: "its text is none of the key's type" };
			}
			const holds = shownOf(key, has.value, "found");
			if (wanted === undefined) return { key, state: "extra", ...holds };
			const state = compare(asCarried(key, withValues(wanted, lookup), native), has.value);
			if (state === "applied") return { key, state, ...shown };
			if (state === "different") return { key, state, ...shown, ...holds };
			return { key, state, ...shown, because: "its secret cannot be had here" };
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

/** What the app reads of a carried value; of one that is not to be read, no value. */
function readValue(key: string, carried: JsonValue, native: true | undefined): { readonly value?: JsonValue } {
	const read = native && !findKey(key) ? made(carried) : decodeValue(key, carried);
	return read.value !== undefined && checkRenderable(read.value).length === 0 ? { value: read.value } : {};
}

/** An expected value as a device's file gives it back: what no catalogue has a type for comes as text of every store. */
function asCarried(key: string, value: JsonValue, native: true | undefined): JsonValue {
	if (native || findKey(key)) return value;
	return decodeValue(key, encodeValue(value)).value ?? value;
}

/** The value with what it refers to; references stay where that cannot be had. */
function withValues(value: JsonValue, lookup: ReferenceLookup): JsonValue {
	return replaceReferences(value, (reference) => lookup(reference) ?? (reference as JsonValue));
}

/** A text stands for a reference that cannot be had; all else is compared. */
function compare(expected: JsonValue, found: JsonValue): "applied" | "not compared" | "different" {
	if (isReference(expected)) return typeof found === "string" && found !== "" ? "not compared" : "different";
	if (findReferences(expected).length === 0) {
		return canonicalJson(expected) === canonicalJson(found) ? "applied" : "different";
	}
	const [names, others] = [namesOf(expected), namesOf(found)];
	const isSameShape =
		Array.isArray(expected) === Array.isArray(found) && canonicalJson(names) === canonicalJson(others);
	const members = names.map((name) => compare(memberOf(expected, name), memberOf(found, name)));
	return isSameShape && !members.includes("different") ? "not compared" : "different";
}

function namesOf(value: JsonValue): readonly string[] {
	return typeof value === "object" && value !== null ? Object.keys(value).sort() : [];
}

function memberOf(value: JsonValue, name: string): JsonValue {
	return typeof value === "object" && value !== null
		? ((Object.entries(value) as [string, JsonValue][]).find(([each]) => each === name)?.[1] ?? null)
		: null;
}

/** A value as it may be shown: references, or words, in the place of credentials. */
function shownOf<Name extends string>(
	key: string,
	value: JsonValue | undefined,
	name: Name,
): Partial<Record<Name, JsonValue>> {
	if (value === undefined) return {};
	// References of the deployment are shown as they stand there; what only reads as a credential has none.
	const own = new Set(
		name === "expected" ? findReferences(value).map(({ reference }) => referenceName(reference)) : [],
	);
	const shown = replaceReferences(withoutSecrets(key, value, new SecretNames()), (reference) =>
		own.has(referenceName(reference)) ? (reference as JsonValue) : "a credential",
	);
	return { [name]: shown } as Partial<Record<Name, JsonValue>>;
}
