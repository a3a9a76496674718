import { made, type Outcome } from "../../outcome.js";
import { desktopPolicies, type PolicyHolder } from "../../profiles/policy-key.js";
import { keyPath } from "../../profiles/powershell-script.js";
import { readText, unreadable } from "../../profiles/read-text.js";
import type { DeviceFileReader } from "./reader.js";

const table = /^\$values = \[ordered\]@\{$/;
const literal = "'((?:[^']|'')*)'";
const member = new RegExp(`^\\t${literal} = (?:${literal}|Read-Text ${literal})$`);

/** The script that this package writes to set a device's policies; scripts of others are programs, which nobody reads. */
export const powershellScript: DeviceFileReader = {
	title: "Windows PowerShell script of this package",

	recognizes: (bytes) => (readText(bytes, "utf-8").value ?? "").includes(keyPath(desktopPolicies)),

	decode(bytes) {
		const { value: values, problems } = valuesOfScript(bytes, desktopPolicies);
		return values ? made([{ platform: "windows", scope: "machine", values }]) : { problems };
	},
};

/** What such a script of a program sets by name. */
export function valuesOfScript(bytes: Uint8Array, { key }: PolicyHolder): Outcome<readonly [string, string][]> {
	const { value: lines, problems } = linesOf(bytes);
	if (!lines) return { problems };
	const start = lines.findIndex((line) => table.test(line));
	if (start < 0) return unreadable(`the script sets no values; expected $values for ${key}`);
	const values: [string, string][] = [];
	for (const [index, line] of lines.entries()) {
		if (index <= start) continue;
		if (line === "}") return made(values);
		const [, name, text, encoded] = member.exec(line) ?? [];
		const value = text === undefined ? decoded(encoded) : unquoted(text);
		if (name === undefined || value === undefined) {
			return unreadable(`line ${index + 1}: unexpected line; expected a name and a text`);
		}
		values.push([unquoted(name), value]);
	}
	return unreadable("the table of values has no end; expected }");
}

function linesOf(bytes: Uint8Array): Outcome<readonly string[]> {
	const { value, problems } = readText(bytes, "utf-8");
	return value === undefined ? { problems } : made(value.split(/\r?\n/));
}

function unquoted(text: string): string {
	return text.replaceAll("''", "'");
}

function decoded(base64: string | undefined): string | undefined {
	if (base64 === undefined || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64) || base64.length % 4 !== 0) return undefined;
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.from(base64, "base64"));
	} catch {
		return undefined;
	}
}
