export interface Repeat {
	readonly index: number;
	/** Where the same stood first. */
	readonly first: number;
}

/** Where a text stands that stood before; what is no text is passed over. */
export function repeats(texts: readonly unknown[]): Repeat[] {
	const seen = new Map<string, number>();
	return texts.flatMap((text, index) => {
		if (typeof text !== "string") return [];
		const first = seen.get(text);
		if (first !== undefined) return [{ index, first }];
		seen.set(text, index);
		return [];
	});
}
