import type { JsonValue } from "../json.js";
import type { Outcome } from "../outcome.js";
import type { Problem } from "../problem.js";
import type { AppVersion } from "../version.js";

/**
 * What a value may be, as data: read by the check, by JSON Schema, by declarations for editors, by templates for device
 * management and by documentation, so that nothing is described twice.
 */
export type Shape =
	| TextShape
	| SwitchShape
	| NumberShape
	| ListShape
	| MapShape
	| ObjectShape
	| EitherShape
	| VariantsShape
	| AnyShape;

/** A rule for a value, over what its shape says as data. Paths start at the value; messages never repeat a text. */
export type Rule<Value> = (value: Value) => readonly Problem[];

/** An object as rules between its members see it: a member may be missing, of another type or a reference. */
export type Members = Readonly<Record<string, unknown>>;

export interface TextShape {
	readonly kind: "text";
	/** The only texts there are. @default any text */
	readonly values?: readonly string[];
	/** Texts of old, each with what to do instead. */
	readonly retired?: Readonly<Record<string, string>>;
	/** In UTF-16 code units. */
	readonly maxLength?: number;
	/** What readers of data can hold a text against; the rules say the same and more. */
	readonly pattern?: string;
	/** Whether a program may pass an output in its place, and a plan hold a token for it. @default false */
	readonly late?: true;
	/** In order; the first that finds an error is the last that is asked. */
	readonly rules?: readonly Rule<string>[];
}

export interface SwitchShape {
	readonly kind: "switch";
	/** The only value there is. @default both */
	readonly only?: boolean;
}

export interface NumberShape {
	readonly kind: "number";
	readonly integer: boolean;
	/** Inclusive. */
	readonly min?: number;
	/** Exclusive. */
	readonly above?: number;
	/** Inclusive. */
	readonly max?: number;
	readonly rules?: readonly Rule<number>[];
}

export interface ListShape {
	readonly kind: "list";
	readonly items: Shape;
	readonly minItems?: number;
	readonly maxItems?: number;
	/** Rules between items, which may be of any form. */
	readonly rules?: readonly Rule<readonly unknown[]>[];
}

/** Values by names that the user chooses. */
export interface MapShape {
	readonly kind: "map";
	/** What a name may be. @default any text */
	readonly names?: TextShape;
	readonly values: Shape;
	readonly rules?: readonly Rule<Members>[];
}

export interface ObjectShape {
	readonly kind: "object";
	/** Name of the declaration for editors. @default - the type stands where it is used */
	readonly name?: string;
	readonly summary?: string;
	readonly members: Readonly<Record<string, Member>>;
	/** Names that it does not have although somebody might think so, each with what to do. */
	readonly refused?: Readonly<Record<string, string>>;
	/** Present: exactly one member is given, and this is the word for one in messages, such as `route`. */
	readonly exactlyOne?: string;
	/** Rules between members. */
	readonly rules?: readonly Rule<Members>[];
}

/** One of shapes that differ in their outermost type. */
export interface EitherShape {
	readonly kind: "either";
	readonly of: readonly Shape[];
}

/** One of several objects, told apart by what they hold. */
export interface VariantsShape {
	readonly kind: "variants";
	readonly name?: string;
	readonly summary?: string;
	readonly of: Readonly<Record<string, Shape>>;
	/** The word of the variant that a value is meant for. */
	readonly choose: (value: unknown) => Outcome<string>;
}

/** Anything that JSON can carry; what it may be is checked elsewhere, or not at all. */
export interface AnyShape {
	readonly kind: "any";
}

export interface Member {
	readonly shape: Shape;
	/** A sentence for people. */
	readonly summary: string;
	/** @default false */
	readonly required?: true;
	/** What holds where the member is absent. */
	readonly default?: JsonValue;
	/** The same in words, where it is no single value. */
	readonly defaultNote?: string;
	/** Whether it is a credential, which is given by reference alone. @default false */
	readonly secret?: true;
	/** First app version that knows the member, where it is younger than what holds it. */
	readonly since?: AppVersion;
	/** Why it should not be used any more, although it still works. */
	readonly deprecated?: string;
}
