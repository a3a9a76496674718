import type { ProfileFile } from "./format.js";
import { writeRegistryText } from "./registry-text.js";

/** First line of every file that the registry editor takes; a comment in front of it makes it none. */
export const head = "Windows Registry Editor Version 5.00";

/** Whether the text of a file begins as one of the registry editor. */
export function isReg(source: string): boolean {
	return source.startsWith(head);
}

/**
 * A file of the registry editor: UTF-16LE with its mark, and CRLF. A line of the comment has printable characters alone
 * and does not end with a backslash, behind which some readers take the next line for the same one.
 */
export function registryFile(name: string, comment: readonly string[], lines: readonly string[]): ProfileFile {
	const all = [head, "", ...comment.map((line) => `; ${line}`), "", ...lines];
	const content = new Uint8Array(Buffer.from(`\ufeff${all.join("\r\n")}\r\n`, "utf16le"));
	return { name, mediaType: "text/x-ms-regedit", content };
}

/** What a line of the file has no escape for. */
const unquotable = /[\p{Cc}\u2028\u2029]/u;

/** A value of type REG_SZ. */
export function registryValue(name: string, text: string): string {
	const start = `"${name}"=`;
	return unquotable.test(text) ? writeHex(`${start}hex(1):`, text) : `${start}"${text.replace(/[\\"]/g, "\\$&")}"`;
}

/** The UTF-16LE bytes of a terminated string, wrapped where the registry editor wraps: 77 columns and a backslash. */
function writeHex(start: string, text: string): string {
	const bytes = writeRegistryText(text);
	const pieces = [start];
	let column = start.length;
	for (let index = 0; index < bytes.length; index++) {
		pieces.push(bytes.toString("hex", index, index + 1));
		if (index === bytes.length - 1) break;
		pieces.push(",");
		column += 3;
		if (column < 77) continue;
		pieces.push("\\\r\n  ");
		column = 2;
	}
	return pieces.join("");
}
