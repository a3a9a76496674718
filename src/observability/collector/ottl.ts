/** A text in the transformation language of the collector. */
export function quoted(text: string): string {
	return JSON.stringify(text);
}

export function quotedList(texts: readonly string[]): string {
	return `[${texts.map(quoted).join(", ")}]`;
}

/** A text that the collector is not to look for variables in. */
export function withoutVariables(text: string): string {
	return text.replaceAll("$", "$$$$");
}

/** Statements of a processor that run one after the other in a context. */
export interface Statements {
	readonly context: "resource" | "scope" | "log" | "metric" | "datapoint" | "span" | "spanevent";
	readonly statements: readonly string[];
}
