import type { Evidence } from "./evidence.js";

/** What is known of a variant of an axis before its file is loaded. */
export interface KnownVariant<Variant> {
	readonly title: string;
	/** The page that defines its format. */
	readonly docs: string;
	readonly evidence: Evidence;
	/** Names of what its block has in a deployment file besides the options of every block of the axis. */
	readonly options: readonly string[];
	/** Whether it is written where a deployment says nothing of its axis. @default false */
	readonly byDefault?: boolean;
	/** Its file is read once, and only where a deployment uses the word. */
	readonly load: () => Promise<Variant>;
}

/** By the word of a deployment file; one that is missing does not compile. */
export type KnownVariants<Variant, Word extends string = string> = Readonly<Record<Word, KnownVariant<Variant>>>;

/** The same of an axis of which nothing but the words has to be known before. */
export type Loadable<Variant, Word extends string = string> = Readonly<
	Record<Word, Pick<KnownVariant<Variant>, "load">>
>;
