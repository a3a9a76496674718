import { documentation } from "../configuration/managed-key.js";
import type { ProfileFormat } from "./format.js";
import { readText } from "./read-text.js";
import { readReg } from "./reg-reader.js";
import { decodeSettings, encodeSettings } from "./settings.js";

/** Registry editor file for the machine's policies; every value REG_SZ. Importing it removes nothing. */
export const reg: ProfileFormat = {
	title: "Windows registry file",
	docs: `${documentation}mdm`,
	platform: "windows",
	mediaType: "text/x-ms-regedit",
	fileName: () => "Claude.reg",

	render({ settings }) {
		const lines = ["Windows Registry Editor Version 5.00", "", "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]"];
		for (const { name, text } of encodeSettings(settings)) lines.push(writeValue(name, text));
		return new Uint8Array(Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`, "utf16le"));
	},

	decode(bytes) {
		if (bytes[0] !== 0xff || bytes[1] !== 0xfe) throw new Error("the file has no byte order mark of UTF-16LE");
		return decodeSettings(readReg(readText(bytes, "utf-16le")));
	},
};

/** What a line of the file has no escape for. */
const unquotable = /[\p{Cc}\u2028\u2029]/u;

function writeValue(name: string, text: string): string {
	const start = `"${name}"=`;
	return unquotable.test(text) ? writeHex(`${start}hex(1):`, text) : `${start}"${text.replace(/[\\"]/g, "\\$&")}"`;
}

/** The UTF-16LE bytes of a terminated string, wrapped where the registry editor wraps: 77 columns and a backslash. */
function writeHex(start: string, text: string): string {
	const bytes = Buffer.from(`${text}\0`, "utf16le");
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
