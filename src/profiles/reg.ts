import { documentation } from "../configuration/managed-key.js";
import { made, type Outcome } from "../outcome.js";
import type { ProfileFile, ReadableProfileFormat } from "./format.js";
import { policyKey } from "./policy-key.js";
import { readText } from "./read-text.js";
import { isReg, readReg } from "./reg-reader.js";
import { carriedByRegistry } from "./registry-entry.js";
import { writeRegistryText } from "./registry-text.js";

const key = `HKEY_LOCAL_MACHINE\\${policyKey}`;
/** Removes the key with every value that an earlier revision left there, settings unknown to the catalogue included. */
const deletion = ["Windows Registry Editor Version 5.00", "", `[-${key}]`];

/**
 * Registry editor file for the machine's policies, every value REG_SZ. A full statement: whatever the key held before,
 * it holds these values alone once the file is merged.
 */
export const reg: ReadableProfileFormat<Record<never, never>> = {
	title: "Windows registry file",
	docs: `${documentation}mdm`,
	evidence: "read by Wine's regedit and hivexregedit",
	platforms: ["windows"],
	byDefault: true,
	options: {},
	handling: {
		imports: [{ tool: "configuration managers", step: "merge Claude.reg on the machine, as the system" }],
		removal: "merge Claude-remove.reg on the machine, as the system",
	},
	examples: { plain: {} },
	fileNames: () => ["Claude.reg"],

	render({ settings }) {
		const values = settings.map(({ name, text }) => writeValue(name, text));
		return made([regFile("Claude.reg", [...deletion, "", `[${key}]`, ...values])]);
	},

	beside: () => [regFile("Claude-remove.reg", deletion)],

	recognizes: (bytes) => isReg(read(bytes).value ?? ""),

	decode(bytes) {
		const { value: text, problems } = read(bytes);
		if (text === undefined) return { problems };
		const entries = readReg(text);
		return entries.value ? carriedByRegistry(entries.value) : entries;
	},
};

/** The registry editor writes UTF-16LE with its mark; what people save anew is UTF-8 as well. */
function read(bytes: Uint8Array): Outcome<string> {
	return readText(bytes, bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8");
}

function regFile(name: string, lines: readonly string[]): ProfileFile {
	const content = new Uint8Array(Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`, "utf16le"));
	return { name, mediaType: "text/x-ms-regedit", content };
}

/** What a line of the file has no escape for. */
const unquotable = /[\p{Cc}\u2028\u2029]/u;

function writeValue(name: string, text: string): string {
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
