import { hideCredentials } from "../pasted-credential.js";
import { printable } from "../printable.js";
import { oneLine } from "./one-line.js";

/** Lines of a table, https://github.github.com/gfm/#tables-extension-; `Nothing.` where it has no rows. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
	const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
	return rows.length === 0 ? ["Nothing."] : [line(head), line(head.map(() => "---")), ...rows.map(line)];
}

/** A name or a short value as code; what would end the code, or the cell around it, is text. */
export function markdownCode(name: string): string {
	// Spaces at its start would make code of the whole line.
	const shown = printable(hideCredentials(name)).trim();
	return /^[!-_a-{}~]+(?: [!-_a-{}~]+)*$/.test(shown) ? `\`${shown}\`` : markdownText(shown);
}

/** A page of a source as it is, which readers of Markdown make a link of. */
export function markdownAddress(address: string): string {
	return /^https:\/\/[\w./#-]+$/.test(address) ? address : markdownText(address);
}

/** A page, by the last part of its address. */
export function markdownLink(address: string): string {
	const name = address.slice(address.lastIndexOf("/") + 1);
	const isPlain = /^https:\/\/[\w./#-]+$/.test(address) && name !== "";
	return isPlain ? `[${markdownText(name)}](${address})` : markdownText(address);
}

/**
 * Text on one line that shows all that it has and in which no character means anything but itself; pages go to
 * everybody, and credentials to nobody. Addresses are no links where the text may be anybody's:
 * https://github.github.com/gfm/#autolinks-extension-
 */
export function markdownText(words: string): string {
	return printable(oneLine(hideCredentials(words)))
		.replace(/[!-/:-@[-`{-~]/g, (mark) => (/[-,.;:()/']/.test(mark) ? mark : `\\${mark}`))
		.replaceAll("://", ":&#47;/")
		.replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}&#46;`);
}
