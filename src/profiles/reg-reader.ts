import type { JsonValue } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import { unreadable } from "./read-text.js";
import { readRegistryText } from "./registry-text.js";

const header = "Windows Registry Editor Version 5.00";
const policies = /^\[(-?)HKEY_(?:LOCAL_MACHINE|CURRENT_USER)\\SOFTWARE\\Policies\\Claude\]$/i;
const stringValue = /^"([^"\\\r]*(?:\\[\\"][^"\\\r]*)*)"="([^"\\\r]*(?:\\[\\"][^"\\\r]*)*)"$/;
const wordValue = /^"([^"\\\r]*(?:\\[\\"][^"\\\r]*)*)"=dword:([0-9a-f]{8})$/i;
const hexValue = /^"([^"\\\r]*(?:\\[\\"][^"\\\r]*)*)"=hex\(1\):/;

/**
 * The values of a registry editor file that holds Claude's policy key and nothing else: text, and numbers where the
 * file has a double word. The key may be deleted first, and need not be written again then: that leaves no values.
 */
export function readReg(text: string): Outcome<readonly (readonly [name: string, value: JsonValue])[]> {
	const [first, ...lines] = text.split(/\r?\n/);
	if (first !== header) return unreadable(`line 1: expected ${header}`);
	const values: [string, JsonValue][] = [];
	let stage: "before" | "deleted" | "written" = "before";
	for (const { line, number } of logicalLines(lines)) {
		if (line === "" || line.startsWith(";")) continue;
		const key: RegExpExecArray | null = stage === "written" ? null : policies.exec(line);
		if (key) stage = key[1] === "-" ? "deleted" : "written";
		else if (stage === "written") {
			const value = readValue(line);
			if (!value) return unreadable(`line ${number}: unexpected line; expected a value of type REG_SZ or REG_DWORD`);
			values.push(value);
		} else return unreadable(`line ${number}: unexpected line; expected the key SOFTWARE\\Policies\\Claude`);
	}
	return stage === "before" ? unreadable("the file has no key SOFTWARE\\Policies\\Claude") : made(values);
}

/** Whether the text of a file begins as one of the registry editor. */
export function isReg(text: string): boolean {
	return text.startsWith(header);
}

/** Lines with the continuations of binary values joined; numbers count from the file's second line. */
function* logicalLines(lines: readonly string[]): Generator<{ line: string; number: number }> {
	for (let index = 0; index < lines.length; index++) {
		const number = index + 2;
		const parts = [lines[index] ?? ""];
		if (hexValue.test(parts[0] ?? "")) {
			while (parts.at(-1)?.endsWith("\\")) parts.push((lines[++index] ?? "").trimStart());
		}
		yield { line: parts.map((part, at) => (at < parts.length - 1 ? part.slice(0, -1) : part)).join(""), number };
	}
}

function readValue(line: string): [name: string, value: JsonValue] | undefined {
	const string = stringValue.exec(line);
	if (string) return [unquote(string[1]), unquote(string[2])];
	const word = wordValue.exec(line);
	if (word) return [unquote(word[1]), Number.parseInt(word[2] ?? "", 16)];
	const hex = hexValue.exec(line);
	const text = hex ? readHex(line.slice(hex[0].length)) : undefined;
	return hex && text !== undefined ? [unquote(hex[1]), text] : undefined;
}

function unquote(text = ""): string {
	return text.replace(/\\(.)/g, "$1");
}

/** The string, or undefined where the bytes are none. */
function readHex(digits: string): string | undefined {
	// Rejects anything else first: Buffer stops at the first digit it does not know, without an error.
	if (!/^[0-9a-f]{2}(?:,[0-9a-f]{2})*$/i.test(digits)) return undefined;
	return readRegistryText(Buffer.from(digits.replaceAll(",", ""), "hex"));
}
