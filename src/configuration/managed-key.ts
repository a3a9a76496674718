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

/** The least of an integer: without a bound of its own it is a count. */
export function leastOf({ min, above = -1 }: Pick<ManagedKey, "min" | "above">): number {
	return min ?? above + 1;
}

/** Every address that documents a key: its entry in the reference first. */
export function sourcesOf(name: string, key: ManagedKey): readonly string[] {
	return [`configuration#${name.toLowerCase()}`, ...(key.alsoOn ?? [])].map((page) => documentation + page);
}

type Facts<Name extends keyof ManagedKey> = KeyFacts & Pick<ManagedKey, Name>;
type Words = readonly [string, ...string[]];

export function flag(facts: KeyFacts): ManagedKey {
	return { ...facts, type: "boolean", shape: remarked(facts, build.flag) };
}

/** Text; `max` is a number of characters. */
export function text(facts: Facts<"max">, shape: TextShape = line): ManagedKey {
	const { max } = facts;
	const bounded = max === undefined ? shape : { ...shape, maxLength: max };
	return { ...facts, type: "string", shape: remarked(facts, bounded) };
}

/** A count, so never negative. */
export function integer(facts: Facts<"min" | "above" | "max">): ManagedKey {
	const { above, min = above === undefined ? 0 : undefined, max } = facts;
	const bounds = {
		...(min !== undefined && { min }),
		...(above !== undefined && { above }),
		...(max !== undefined && { max }),
	};
	return { ...facts, type: "integer", shape: remarked(facts, build.integer(bounds)) };
}

/** A factor above 0. */
export function factor(facts: KeyFacts & { readonly max: number }): ManagedKey {
	return { ...facts, type: "number", shape: remarked(facts, build.number({ above: 0, max: facts.max })) };
}

export function choice(
	facts: Facts<"deprecatedValues">,
	values: Words,
	remarks: Pick<TextShape, "since" | "someVersions"> = {},
): ManagedKey {
	const shape = remarked(facts, { ...build.words(values, facts.deprecatedValues), ...remarks });
	return { ...facts, type: "enum", values, shape };
}

/** A list of text, each item of the same shape. */
export function list(facts: KeyFacts, item: TextShape): ManagedKey {
	return { ...facts, type: "string[]", shape: remarked(facts, build.list(item)) };
}

/** A list of some words. */
export function choices(facts: KeyFacts, values: Words): ManagedKey {
	return { ...facts, type: "string[]", values, shape: remarked(facts, build.list(build.words(values))) };
}

export function structure(type: KeyType, facts: KeyFacts, shape: Shape): ManagedKey {
	return { ...facts, type, shape: remarked(facts, shape) };
}

function remarked<S extends Shape>({ otherwise }: KeyFacts, shape: S): S {
	return otherwise === undefined ? shape : { ...shape, otherwise };
}
