import type { ContentCategory } from "./content-category.js";

/** A switch that no tier sets: what is sent by it is content, and goes nowhere. */
export type Gate = ContentCategory | "managedSettings";

/** A record, a metric or a span as the catalogue knows it. */
export interface Signal {
	/** Attributes that every record has, whatever is captured. */
	readonly attributes: readonly string[];
	/** Attributes that are content, each with what emits it: any of the categories does. @default none */
	readonly content?: Readonly<Record<string, readonly Gate[]>>;
	/** What emits the whole signal. @default it is always sent */
	readonly gatedBy?: readonly Gate[];
	/** First version that sends it. @default as old as the stream */
	readonly since?: string;
}

export type Signals = Readonly<Record<string, Signal>>;
