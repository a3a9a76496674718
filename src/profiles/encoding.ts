import { findKey } from "../configuration/catalogue.js";
import type { KeyType } from "../configuration/managed-key.js";
import { isObject, type JsonValue } from "../json.js";
import { made, type Outcome, refused } from "../outcome.js";
import { error } from "../problem.js";
import { parseJson } from "./parse-json.js";

/**
 * A native value as the one string that a policy store carries: `true` and `false`, decimal integers,
 * lists and objects as JSON without white space.
 */
export function encodeValue(value: JsonValue): string {
	if (typeof value === "string") return value;
	// Large integers would otherwise be written with an exponent.
	if (typeof value === "number" && Number.isInteger(value)) return BigInt(value).toString();
	return JSON.stringify(value);
}

/**
 * The native value of a setting from what a file carries: a string, or the store's own type where there is one.
 * A key that the catalogue does not know keeps what is carried, except that text of a JSON list or object is read
 * as one.
 */
export function decodeValue(name: string, carried: JsonValue): Outcome<JsonValue> {
	const type = findKey(name)?.type;
	if (type === undefined) return made(typeof carried === "string" ? (parseStructure(carried) ?? carried) : carried);
	const { read, expected } = readers[type];
	const value = read(carried);
	if (value === undefined) return refused(error("not-readable", [], `unreadable value; expected ${expected}`));
	return made(value);
}

interface Reader {
	readonly expected: string;
	/** The native value, or undefined where it cannot be read. */
	read(carried: JsonValue): JsonValue | undefined;
}

const text: Reader = {
	expected: "text",
	read: (carried) => (typeof carried === "string" ? carried : undefined),
};

const boolean: Reader = {
	expected: "true or false",
	read: (carried) => {
		const value = typeof carried === "string" ? carried.trim().toLowerCase() : carried;
		if (value === true || value === "true" || value === 1 || value === "1") return true;
		return value === false || value === "false" || value === 0 || value === "0" ? false : undefined;
	},
};

const integer: Reader = {
	expected: "a whole number",
	read: (carried) => {
		const value = typeof carried === "string" && /^-?\d{1,16}$/.test(carried) ? Number(carried) : carried;
		return Number.isSafeInteger(value) ? value : undefined;
	},
};

const number: Reader = {
	expected: "a number",
	read: (carried) => {
		const written = typeof carried === "string" && /^-?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i.test(carried);
		const value = written ? Number(carried) : carried;
		return Number.isFinite(value) ? value : undefined;
	},
};

const list: Reader = {
	expected: "a JSON list",
	read: (carried) => {
		const value = typeof carried === "string" ? parseStructure(carried) : carried;
		return Array.isArray(value) ? value : undefined;
	},
};

const object: Reader = {
	expected: "a JSON object",
	read: (carried) => {
		const value = typeof carried === "string" ? parseStructure(carried) : carried;
		return isObject(value) ? value : undefined;
	},
};

const readers: Readonly<Record<KeyType, Reader>> = {
	boolean,
	string: text,
	enum: text,
	integer,
	number,
	object,
	"string[]": list,
	"object[]": list,
	"object[]|string[]": list,
};

/** Where text is no JSON, the app takes each lone backslash for itself, as in a path that nobody has escaped. */
function parseStructure(carried: string): JsonValue | undefined {
	if (!/^\s*[[{]/.test(carried)) return undefined;
	return parseJson(carried).value ?? parseJson(carried.replace(backslashes, doubled)).value;
}

/** Those in pairs, and one that begins no escape of JSON. */
const backslashes = /\\\\|\\(?!["/bfnrtu])/g;

function doubled(found: string): string {
	return found.length === 2 ? found : `${found}${found}`;
}
