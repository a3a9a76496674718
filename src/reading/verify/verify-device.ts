import { findKey, keysByFold } from "../../configuration/catalogue.js";
import { findRefused } from "../../configuration/check-name.js";
import { canonicalJson, compareText, type JsonObject, type JsonValue } from "../../json.js";
import type { Problem } from "../../problem.js";
import { decodeCarried } from "../../profiles/carried.js";
import { checkRenderable } from "../../profiles/check-renderable.js";
import { decodeValue, encodeValue } from "../../profiles/encoding.js";
import { isReference, type ReferenceLookup } from "../../reference/reference.js";
import { findReferences, replaceReferences } from "../../reference/walk.js";
import { isNamedByCredential } from "../describe/credential-text.js";
import { routeOf } from "../describe/route-of.js";
import { withoutSecrets } from "../describe/take-secrets.js";
import { inPlainForm } from "../plain-form.js";
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

/** Holds what a device has against what a group's devices get. The files are of one device: {@link checkOneDevice}. */
export function verifyDevice(
	read: readonly ReadSettings[],
	group: string,
	expected: ExpectedSettings,
	lookup: ReferenceLookup,
): DeviceReport {
	const { values, unread, native, foldsNames, notes } = effectiveSettings(read);
	const spelt = speller(expected.get(group) ?? {}, foldsNames);
	const held = new Map(
		values.map(([name, carried]) => {
			const key = spelt(name);
			return [key, readValue(key, carried, native)];
		}),
	);
	const types = new Map(unread.map(({ name, type }) => [spelt(name), type]));
	const namesByFold = new Map([...held.keys(), ...types.keys()].map((name) => [name.toLowerCase(), name]));
	const impliedKind = () =>
		routeOf(Object.fromEntries([...held].flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value]]))))
			.value?.kind;
	const judge = (key: string, wanted: JsonValue | undefined): Judgement => {
		const type = types.get(key);
		if (type !== undefined) return { state: "unreadable", because: `it is of type ${type}` };
		const has = held.get(key);
		const other = namesByFold.get(key.toLowerCase());
		if (!has && other !== undefined) {
			return { state: "missing", because: `${other} is there, which differs in capitals and is another name here` };
		}
		if (!has && key === kindKey && wanted === impliedKind()) {
			return { state: "applied", because: "the app takes it from the other settings" };
		}
		if (!has) return { state: "missing" };
		if (has.value === undefined) return { state: "unreadable", because: "its text is none of the key's type" };
		if (wanted === undefined) return { state: "extra", found: has.value, ...olderName(key) };
		const given = inPlainForm(key, asCarried(key, withValues(wanted, lookup), native));
		const state = compare(given, inPlainForm(key, has.value));
		if (state === "different") return { state, found: has.value };
		return state === "applied" ? { state } : { state, because: "its secret cannot be had here" };
	};
	const judgementsOf = (settings: JsonObject) => {
		const keys = new Set([...Object.keys(settings), ...held.keys(), ...types.keys()]);
		return [...keys].sort(compareText).map((key) => {
			// The file may name what every object has.
			const wanted = Object.hasOwn(settings, key) ? settings[key] : undefined;
			return { key, wanted, ...judge(key, wanted) };
		});
	};
	const isSame = (each: readonly Judgement[]) =>
		each.every(({ state }) => state === "applied" || state === "not compared");
	const own = judgementsOf(expected.get(group) ?? {});
	const isRight = isSame(own);
	const others = isRight
		? []
		: [...expected].filter(([name, settings]) => name !== group && isSame(judgementsOf(settings)));
	const findings = own.map(({ key, wanted, state, found, because }) => ({
		key,
		state,
		...(wanted !== undefined && { expected: shown(key, wanted) }),
		...(found !== undefined && { found: shownOfDevice(key, found) }),
		...(because !== undefined && { because }),
	}));
	return { group, isRight: isRight && notes.length === 0, findings, notes, isOf: others.map(([name]) => name) };
}

const kindKey = "inferenceCredentialKind";

function olderName(key: string): Pick<Judgement, "because"> {
	const newer = findRefused(key)?.newerName;
	return newer === undefined ? {} : { because: `it is the older spelling of ${newer}, which apps read no longer` };
}

/** How a device's name for a key is spelt in what is expected: a store that tells no capitals apart keeps any. */
function speller(settings: JsonObject, foldsNames: boolean): (name: string) => string {
	if (!foldsNames) return (name) => name;
	const byFold = new Map(Object.keys(settings).map((key) => [key.toLowerCase(), key]));
	return (name) => byFold.get(name.toLowerCase()) ?? keysByFold.get(name.toLowerCase()) ?? name;
}

/** A finding of a key before it is made fit to be shown: what was found may be a credential. */
type Judgement = Pick<DeviceFinding, "state" | "found" | "because">;

/** What the app reads of a carried value; of one that is not to be read, no value. */
function readValue(key: string, carried: JsonValue, native: true | undefined): { readonly value?: JsonValue } {
	const read = decodeCarried(key, carried, native);
	return read.value !== undefined && checkRenderable(read.value).length === 0 ? { value: read.value } : {};
}

/** An expected value as a device's file gives it back: what no catalogue has a type for comes as text of every store. */
function asCarried(key: string, value: JsonValue, native: true | undefined): JsonValue {
	if (native || findKey(key)) return value;
	return decodeValue(key, encodeValue(value)).value ?? value;
}

/** The value with what it refers to; references stay where that cannot be had. */
function withValues(value: JsonValue, lookup: ReferenceLookup): JsonValue {
	return replaceReferences(value, (reference) => lookup(reference) ?? reference);
}

/** A text stands for a reference that cannot be had; all else is compared. */
function compare(expected: JsonValue, found: JsonValue): "applied" | "not compared" | "different" {
	if (isReference(expected)) return typeof found === "string" && found !== "" ? "not compared" : "different";
	if (findReferences(expected).length === 0) {
		return canonicalJson(expected) === canonicalJson(found) ? "applied" : "different";
	}
	const [wanted, has] = [membersOf(expected), membersOf(found)];
	const isSameShape = Array.isArray(expected) === Array.isArray(found) && wanted.length === has.length;
	const isSame = wanted.every(([name, value], index) => {
		const [other, its] = has[index] ?? [];
		return name === other && its !== undefined && compare(value, its) !== "different";
	});
	return isSameShape && isSame ? "not compared" : "different";
}

/** Members of an object, or items by their places, in order of the names; none of another value. */
function membersOf(value: JsonValue): readonly (readonly [name: string, member: JsonValue])[] {
	if (typeof value !== "object" || value === null) return [];
	return Object.entries<JsonValue>(value).sort(([a], [b]) => compareText(a, b));
}

/** A value as it may be shown: words in the place of credentials; references stay. */
function shown(key: string, value: JsonValue): JsonValue {
	return isNamedByCredential(value) ? aCredential : withoutSecrets(key, value, () => aCredential);
}

/** The same of what a device has, where whatever has the form of a reference is none. */
function shownOfDevice(key: string, value: JsonValue): JsonValue {
	return shown(
		key,
		replaceReferences(value, () => aCredential),
	);
}

const aCredential = "a credential";
