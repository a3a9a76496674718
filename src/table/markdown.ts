import { oneLine } from "./one-line.js";

/** Lines of a table, https://github.github.com/gfm/#tables-extension-; `Nothing.` where it has no rows. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
	const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
	return rows.length === 0 ? ["Nothing."] : [line(head), line(head.map(() => "---")), ...rows.map(line)];
}

/** A name or a network, in which nothing has to be escaped. */
export function markdownCode(name: string): string {
	return `\`${name}\``;
}

/** Text on one line in which no character means anything but itself. */
export function markdownText(words: string): string {
	return oneLine(words).replace(/[!-/:-@[-`{-~]/g, (mark) => (/[-,.;:()/']/.test(mark) ? mark : `\\${mark}`));
}
