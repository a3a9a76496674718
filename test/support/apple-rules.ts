import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { findSchema } from "./facts.js";

interface PayloadKey {
	readonly key: string;
	readonly type: string;
	readonly presence?: string;
	readonly rangelist?: readonly unknown[];
}

/** Where Apple's rules for the keys of profiles lie; undefined where they are not at hand. */
export const appleRules = findSchema("apple/TopLevel.yaml");

/** What of a profile breaks Apple's rules: keys that are missing, unknown, of another type or of another value. */
export function checkAppleRules(profile: Readonly<Record<string, unknown>>): readonly string[] {
	const payloads = profile.PayloadContent as readonly Readonly<Record<string, unknown>>[];
	const ofPayloads = payloads.flatMap((payload) => check("payload", payload, keysOf("CommonPayloadKeys.yaml"), true));
	return [...check("profile", profile, keysOf("TopLevel.yaml"), false), ...ofPayloads];
}

function keysOf(name: string): readonly PayloadKey[] {
	return parse(readFileSync(findSchema(`apple/${name}`) ?? "", "utf8")).payloadkeys;
}

const isOfType: Readonly<Record<string, (value: unknown) => boolean>> = {
	"<string>": (value) => typeof value === "string",
	"<integer>": Number.isInteger,
	"<boolean>": (value) => typeof value === "boolean",
	"<array>": Array.isArray,
};

function check(
	what: string,
	dictionary: Readonly<Record<string, unknown>>,
	keys: readonly PayloadKey[],
	isOpen: boolean,
): readonly string[] {
	const known = new Set(keys.map(({ key }) => key));
	const unknown = isOpen ? [] : Object.keys(dictionary).filter((key) => !known.has(key));
	const wrong = keys.flatMap(({ key, type, presence, rangelist }) => {
		const value = dictionary[key];
		if (value === undefined) return presence === "required" ? [`${key} is missing`] : [];
		if (isOfType[type]?.(value) === false) return [`${key} is no ${type.slice(1, -1)}`];
		return rangelist && !rangelist.includes(value) ? [`${key} is not allowed`] : [];
	});
	return [...wrong, ...unknown.map((key) => `${key} is unknown`)].map((each) => `${what}: ${each}`);
}
