import { printable } from "../printable.js";
import { markdownText } from "../table/markdown.js";

/** Text from anywhere at the start of a line or in a cell: one line that is nothing but text, and shows all that it has. */
export function words(text: string): string {
	return markdownText(printable(text.trim())).replace(/^(?:\d+(?=[.)])|(?=-))/, (start) => `${start}\\`);
}

/** The first of some names, and how many more there are. */
export function fewOf(names: readonly string[], rest: string): string {
	const shown = 8;
	if (names.length <= shown) return names.join(", ");
	return `${names.slice(0, shown).join(", ")} and ${names.length - shown} more ${rest}`;
}
