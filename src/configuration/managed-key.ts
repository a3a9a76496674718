import type { JsonValue } from "../json.js";
import * as build from "../shape/build.js";
import type { Shape, TextShape } from "../shape/shape.js";
import type { AppVersion } from "../version.js";
import { line } from "./values/text.js";

/** Native type of a key, in the words of the configuration reference. */
export type KeyType =
	| "boolean"
	| "string"
	| "enum"
	| "integer"
	| "number"
	| "object"
	| "string[]"
	| "object[]"
	| "object[]|string[]";

/**
 * Which values of a key close something, so that it can be told whether a layer loosens another:
 * `true` or `false` of a switch, `block` of a choice, `lower` numbers, lists where `fewer` or `more` entries close,
 * or any value at all.
 */
export type Restriction = "when true" | "when false" | "when block" | "lower" | "fewer" | "more" | "when set";

/** What is the same for every kind of key. */
export interface KeyFacts {
	/** One line for people. */
	readonly summary: string;
	/** First Claude Desktop version that knows the key. */
	readonly since: AppVersion;
	/** First version that no longer knows the key. */
	readonly removedIn?: AppVersion;
	/** Section of the configuration reference, newest edition. */
	readonly section: string;
	readonly group: string;
	/** What the app does where the key is absent. */
	readonly default?: JsonValue;
	/** The default in words, where it is no single value. */
	readonly defaultNote?: string;
	/** Why the key should not be used any more, although it still works. */
	readonly deprecated?: string;
	/** Whether the value, or a part of it, is a credential. */
	readonly secret?: true;
	/** How the key reaches a device. @default "mdm+bootstrap" */
	readonly delivery?: "mdm+bootstrap" | "mdm";
	/** Inference routes that read the key. @default every route */
	readonly providers?: readonly string[];
	/** Platforms that read the key. @default every platform */
	readonly platforms?: readonly ("macos" | "windows" | "linux")[];
	/** A key of this kind alone does not take a device over. */
	readonly appBehavior?: true;
	readonly restricts?: Restriction;
	/** Whether the app opens less without the key than any list with entries does, although more than an empty one. */
	readonly closedByDefault?: true;
	/** Whether nobody signs in without it by the way that it belongs to. */
	readonly neededToSignIn?: true;
	/** What the app does with a value that it cannot read, as the end of "otherwise Claude Desktop". */
	readonly otherwise?: string;
	/** Pages of the documentation besides the key's own entry, below the documentation's address. */
	readonly alsoOn?: readonly string[];
}

/** A key of the managed configuration. */
export interface ManagedKey extends KeyFacts {
	readonly type: KeyType;
	/** What a native value may be. */
	readonly shape: Shape;
	/** Inclusive, as `max` is. */
	readonly min?: number;
	/** Exclusive. */
	readonly above?: number;
	readonly max?: number;
	/** Allowed values of an enumeration, or of the items of a list. */
	readonly values?: readonly string[];
	/** Retired values of an enumeration, each with what to do instead. */
	readonly deprecatedValues?: Readonly<Record<string, string>>;
}

/** Whether the whole value is a credential, which is given by reference alone. */
export function isCredential({ type, secret }: ManagedKey): boolean {
	return type === "string" && secret === true;
}

/**
 * Whether a reference to a secret may stand for text inside the value. It may not for an entry of a plain list, nor for
 * other plain text, which shape what is open.
 */
export function takesSecretsInside({ type }: ManagedKey): boolean {
	return type.includes("object");
}

export const documentation = "https://claude.com/docs/third-party/claude-desktop/";

/** Every address that documents a key: its entry in the reference first. */
export function sourcesOf(name: string, key: ManagedKey): readonly string[] {
	return [`configuration#${name.toLowerCase()}`, ...(key.alsoOn ?? [])].map((page) => documentation + page);
}

type Bounds = { readonly min?: number; readonly above?: number; readonly max?: number };

export function flag<const F extends KeyFacts>(facts: F) {
	return { ...facts, type: "boolean", shape: remarked(facts, build.flag) } as const;
}

/** Text; `max` is a number of characters. */
export function text<const F extends KeyFacts & { readonly max?: number }>(facts: F, shape: TextShape = line) {
	const { max } = facts;
	const bounded = max === undefined ? shape : { ...shape, maxLength: max };
	return { ...facts, type: "string", shape: remarked(facts, bounded) } as const;
}

/** A count, so never negative. */
export function integer<const F extends KeyFacts & Bounds>(facts: F) {
	const { above, min = above === undefined ? 0 : undefined, max } = facts;
	const bounds = {
		...(min !== undefined && { min }),
		...(above !== undefined && { above }),
		...(max !== undefined && { max }),
	};
	return { ...facts, type: "integer", shape: remarked(facts, build.integer(bounds)) } as const;
}

/** A factor above 0. */
export function factor<const F extends KeyFacts & { readonly max: number }>(facts: F) {
	return { ...facts, type: "number", shape: remarked(facts, build.number({ above: 0, max: facts.max })) } as const;
}

export function choice<
	const V extends readonly [string, ...string[]],
	const F extends KeyFacts & { readonly deprecatedValues?: Readonly<Record<string, string>> },
>(facts: F, values: V, remarks: Pick<TextShape, "since" | "someVersions"> = {}) {
	const shape = remarked(facts, { ...build.words(values, facts.deprecatedValues), ...remarks });
	return { ...facts, type: "enum", values, shape } as const;
}

/** A list of text, each item of the same shape. */
export function list<const F extends KeyFacts>(facts: F, item: TextShape) {
	return { ...facts, type: "string[]", shape: remarked(facts, build.list(item)) } as const;
}

/** A list of some words. */
export function choices<const V extends readonly [string, ...string[]], const F extends KeyFacts>(facts: F, values: V) {
	return { ...facts, type: "string[]", values, shape: remarked(facts, build.list(build.words(values))) } as const;
}

export function structure<const T extends KeyType, const F extends KeyFacts>(type: T, facts: F, shape: Shape) {
	return { ...facts, type, shape: remarked(facts, shape) } as const;
}

function remarked<S extends Shape>({ otherwise }: KeyFacts, shape: S): S {
	return otherwise === undefined ? shape : { ...shape, otherwise };
}
