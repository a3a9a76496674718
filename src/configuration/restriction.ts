import { isJsonObject, itemsOf, type JsonValue } from "../json.js";
import type { ManagedKey, Restriction } from "./managed-key.js";

interface Direction {
	/** Whether a value forbids or narrows something. */
	restricts(value: JsonValue): boolean;
	/** Whether `after` allows something that `before` does not. */
	loosens(before: JsonValue, after: JsonValue): boolean;
}

const directions: Readonly<Record<Restriction, Direction>> = {
	"when true": { restricts: (value) => value === true, loosens: (before, after) => before === true && after !== true },
	"when false": {
		restricts: (value) => value === false,
		loosens: (before, after) => before === false && after !== false,
	},
	"when block": {
		restricts: (value) => value === "block",
		loosens: (before, after) => before === "block" && after !== "block",
	},
	lower: { restricts: () => true, loosens: (before, after) => Number(after) > Number(before) },
	fewer: {
		restricts: (value) => !itemsOf(value).includes("*"),
		loosens: (before, after) => {
			const allowed = itemsOf(before);
			return !allowed.includes("*") && !itemsOf(after).every((item) => covers(allowed, item));
		},
	},
	more: {
		restricts: (value) => itemsOf(value).length > 0,
		loosens: (before, after) => !itemsOf(before).every((item) => covers(itemsOf(after), item)),
	},
	"when set": { restricts: () => true, loosens: (before, after) => !same(before, after) },
};

/** Whether a value of a key closes something, so that an app that ignores it would be too open. */
export function isRestrictive(restriction: Restriction | undefined, value: JsonValue): boolean {
	return restriction !== undefined && directions[restriction].restricts(value);
}

/** Whether going from one value of a key to another opens something. */
export function loosens(restriction: Restriction | undefined, before: JsonValue, after: JsonValue): boolean {
	return restriction !== undefined && directions[restriction].loosens(before, after);
}

/**
 * Whether going from one state of a key to another opens something, `undefined` being that it is not set. What the app
 * does without the key counts; where nobody says what that is, it is taken for what opens more.
 */
export function opens(
	{ restricts, default: unset, closedByDefault }: Pick<ManagedKey, "restricts" | "default" | "closedByDefault">,
	before: JsonValue | undefined,
	after: JsonValue | undefined,
): boolean {
	if (restricts === undefined || same(before ?? null, after ?? null)) return false;
	if (closedByDefault && before === undefined) return itemsOf(after).length > 0;
	if (closedByDefault && after === undefined) return itemsOf(before).length === 0;
	if (restricts === "when set") return before !== undefined;
	const from = before ?? unset ?? unsetEnds[restricts].closed;
	const to = after ?? unset ?? unsetEnds[restricts].open;
	return directions[restricts].loosens(from, to);
}

/** What a key that is not set may stand for at most, where the catalogue has no default. */
const unsetEnds: Readonly<Record<Exclude<Restriction, "when set">, { closed: JsonValue; open: JsonValue }>> = {
	"when true": { closed: true, open: false },
	"when false": { closed: false, open: true },
	"when block": { closed: "block", open: "allow" },
	lower: { closed: Number.POSITIVE_INFINITY, open: Number.POSITIVE_INFINITY },
	fewer: { closed: ["*"], open: ["*"] },
	more: { closed: [], open: [] },
};

function covers(list: readonly JsonValue[], item: JsonValue): boolean {
	return list.some((entry) => same(entry, item) || narrows(item, entry));
}

/** An object with all members of another and more of them, such as a folder that is also read-only. */
function narrows(item: JsonValue, entry: JsonValue): boolean {
	const [narrow, wide] = [whole(item), whole(entry)];
	if (!isJsonObject(narrow) || !isJsonObject(wide)) return false;
	return Object.entries(wide).every(([name, value]) => same(value, narrow[name]));
}

/** Text is the older spelling of a folder. */
function whole(item: JsonValue): JsonValue {
	return typeof item === "string" ? { path: item } : item;
}

function same(a: JsonValue, b: JsonValue | undefined): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
