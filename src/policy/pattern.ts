/** Whether one of the patterns stands for a text; `*` in it stands for any text. */
export function matchesAny(patterns: readonly string[], text: string): boolean {
	return patterns.some((pattern) => matches(pattern.toLowerCase().split("*"), text.toLowerCase()));
}

/** The first piece begins the text and the last one ends it; the others come between, each as early as it can. */
function matches([first = "", ...others]: readonly string[], text: string): boolean {
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
