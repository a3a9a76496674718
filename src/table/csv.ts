import { oneLine } from "./one-line.js";

/** A table as CSV, https://www.rfc-editor.org/rfc/rfc4180, with its head as the first record. */
export function csvTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
	return [head, ...rows].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

/**
 * A cell that no program takes for more than text: quoted where it has to be, on one line, and without the first
 * characters by which spreadsheets know a formula (https://owasp.org/www-community/attacks/CSV_Injection).
 */
function cell(text: string): string {
	const line = oneLine(text);
	const plain = /^[=+\-@]/.test(line.trimStart()) ? `'${line}` : line;
	return /[",]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
