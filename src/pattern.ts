/** Whether one of the patterns stands for a text, in whatever case; `*` in it stands for any text. */
export function matchesAny(patterns: readonly string[], text: string): boolean {
	return patterns.some((pattern) => matchesPattern(pattern.toLowerCase(), text.toLowerCase()));
}

/**
 * The same for one pattern, in its own case: the first piece begins the text and the last one ends it; the others come
 * between, each as early as it can.
 */
export function matchesPattern(pattern: string, text: string): boolean {
	const [first = "", ...others] = pattern.split("*");
	const last = others.pop();
	if (last === undefined) return text === first;
	if (!text.startsWith(first)) return false;
	let from = first.length;
	for (const piece of others) {
		const at = text.indexOf(piece, from);
		if (at === -1) return false;
		from = at + piece.length;
	}
	return text.length - from >= last.length && text.endsWith(last);
}
