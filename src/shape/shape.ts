import type { JsonValue } from "../json.js";
import type { Outcome } from "../outcome.js";
import type { Problem } from "../problem.js";
import type { AppVersion, VersionWindow } from "../version.js";

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

/** What any shape may say besides what it takes. */
export interface Remarks {
	/**
	 * What Claude Desktop does with a value that has not this shape, as the end of a sentence: "otherwise Claude Desktop
	 * drops the entry". Holds for what is inside, too, that says nothing of its own.
	 */
	readonly otherwise?: string;
	/** What to do instead of writing a value of another type that somebody may well write; undefined for any other. */
	readonly instead?: (value: unknown) => string | undefined;
	/** What only some app versions find fault with. */
	readonly someVersions?: readonly VersionRule[];
}

/** A rule that holds for some app versions: nothing is wrong where the fleet has none of them. */
export interface VersionRule {
	readonly code: string;
	/** At least one end is given. */
	readonly versions: VersionWindow;
	/** Whether those versions find fault with a value. */
	readonly concerns: (value: unknown) => boolean;
	/** What they do with it. */
	readonly message: string;
}

export interface TextShape extends Remarks {
	readonly kind: "text";
	/** The only texts there are. @default any text */
	readonly values?: readonly string[];
	/** Texts of old, each with what to do instead. */
	readonly retired?: Readonly<Record<string, string>>;
	/** Whether the app reads those all the same. @default false */
	readonly stillRead?: true;
	/** First app version that knows a text, for those that are younger than what holds them. */
	readonly since?: Readonly<Record<string, AppVersion>>;
	/** In UTF-16 code units; what readers of data can hold a text against, and the rules say the same. */
	readonly minLength?: number;
	/** In UTF-16 code units. */
	readonly maxLength?: number;
	/** What readers of data can hold a text against; the rules say the same and more. */
	readonly pattern?: string;
	/** Whether a program may pass an output in its place, and a plan hold a token for it. @default false */
	readonly late?: true;
	/** In order; the first that finds an error is the last that is asked. */
	readonly rules?: readonly Rule<string>[];
}

export interface SwitchShape extends Remarks {
	readonly kind: "switch";
	/** The only value there is. @default both */
	readonly only?: boolean;
}

export interface NumberShape extends Remarks {
	readonly kind: "number";
	readonly integer: boolean;
	/** Inclusive. */
	readonly min?: number;
	/** Exclusive. */
	readonly above?: number;
	/** Inclusive. */
	readonly max?: number;
}

export interface ListShape extends Remarks {
	readonly kind: "list";
	readonly items: Shape;
	readonly minItems?: number;
	readonly maxItems?: number;
	/** Rules between items, which may be of any form. */
	readonly rules?: readonly Rule<readonly unknown[]>[];
}

/** Values by names that the user chooses. */
export interface MapShape extends Remarks {
	readonly kind: "map";
	/** What a name may be. @default any text */
	readonly names?: TextShape;
	readonly values: Shape;
	readonly rules?: readonly Rule<Members>[];
}

export interface ObjectShape extends Remarks {
	readonly kind: "object";
	/** Name of the declaration for editors. @default - the type stands where it is used */
	readonly name?: string;
	readonly summary?: string;
	readonly members: Readonly<Record<string, Member>>;
	/** A named shape whose members it has, too, for declarations. @default - none */
	readonly extends?: ObjectShape;
	/** Names that it does not have although somebody might think so, each with what to do. */
	readonly refused?: Readonly<Record<string, string>>;
	/** Names that the app reads and ignores, each with what to do: warned about, and never written to a device. */
	readonly surplus?: Readonly<Record<string, string>>;
	/** Present: exactly one member is given, and this is the word for one in messages, such as `route`. */
	readonly exactlyOne?: string;
	/** Rules between members. */
	readonly rules?: readonly Rule<Members>[];
}

/** One of shapes that differ in their outermost type. */
export interface EitherShape extends Remarks {
	readonly kind: "either";
	readonly of: readonly Shape[];
}

/** One of several objects, told apart by what they hold. */
export interface VariantsShape extends Remarks {
	readonly kind: "variants";
	readonly name?: string;
	readonly summary?: string;
	readonly of: Readonly<Record<string, Shape>>;
	/** The word of the variant that a value is meant for. */
	readonly choose: (value: unknown) => Outcome<string>;
}

/** Anything that JSON can carry; what it may be is checked elsewhere, or not at all. */
export interface AnyShape extends Remarks {
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
	/** Whether a reference to a secret may stand for any text inside. @default false */
	readonly secretsInside?: true;
	/** First app version that knows the member, where it is younger than what holds it. */
	readonly since?: AppVersion;
	/** Which values close something, so that an app that does not know the member is too open. @default none */
	readonly closes?: (value: unknown) => boolean;
	/** Why it should not be used any more, although it still works. */
	readonly deprecated?: string;
}
