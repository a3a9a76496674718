import { expect, test } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { registryPol } from "../../src/profiles/registry-pol.js";
import { bytesOf, settingsOf } from "./cases.js";

// https://learn.microsoft.com/openspecs/windows_protocols/ms-gpreg/5c092c22-bf6b-4e7f-b180-b20743d368f5

const key = "SOFTWARE\\Policies\\Claude";
const utf16 = (text: string) => Buffer.from(text, "utf16le");
const word = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
const header = Buffer.concat([Buffer.from("PReg"), word(1)]);

function entry(name: string, data: Buffer, { type = 1, of = key, size = data.length } = {}): Buffer {
	const parts = [`[${of}\0;${name}\0;`, word(type), ";", word(size), ";", data, "]"];
	return Buffer.concat(parts.map((part) => (typeof part === "string" ? utf16(part) : part)));
}

const deletion = entry("**delvals.", utf16(" \0"));

test("renders exactly these bytes, every value after the deletion of all", async () => {
	const values = [entry("disableAutoUpdates", utf16("true\0")), entry("inferenceProvider", utf16("bedrock\0"))];
	const bytes = await bytesOf(registryPol, { inferenceProvider: "bedrock", disableAutoUpdates: true });
	expect(Buffer.compare(bytes, Buffer.concat([header, deletion, ...values]))).toBe(0);
});

test("reads double words, another case of the key, and a file that deletes nothing", async () => {
	const bytes = Buffer.concat([
		header,
		entry("disableAutoUpdates", word(1), { type: 4, of: key.replace("SOFTWARE", "Software") }),
		entry("autoUpdaterEnforcementHours", word(24), { type: 4 }),
	]);
	expect(await settingsOf(registryPol, bytes)).toEqual({ disableAutoUpdates: true, autoUpdaterEnforcementHours: 24 });
});

const value = entry("inferenceProvider", utf16("bedrock\0"));
const broken = "unexpected bytes; expected [key;value;type;size;data]";
const unexpected = "unexpected entry; expected a value, or the deletion of one or of all";
test.each<[string, readonly Buffer[], string]>([
	["another version", [Buffer.from("PReg"), word(2)], "the file does not begin as a registry policy file of version 1"],
	["a file that is cut", [header, value.subarray(0, -2)], `entry 1: ${broken}`],
	["a size beyond the file", [header, entry("a", utf16("x\0"), { size: 0xffffffff })], `entry 1: ${broken}`],
	[
		"another key alone",
		[header, entry("a", utf16("x\0"), { of: "SOFTWARE\\Other" })],
		`the file has no key ${key}; HKEY_LOCAL_MACHINE\\SOFTWARE\\Other is no place of Claude Desktop's policies; it is left out`,
	],
	[
		"an expandable string",
		[header, entry("a", utf16("x\0"), { type: 2 })],
		"a: is of type REG_EXPAND_SZ, which the app does not read",
	],
	["a string without an end", [header, entry("a", utf16("x"))], `entry 1: ${unexpected}`],
	["a directive of another kind", [header, entry("**soft.a", utf16(" \0"))], `entry 1: ${unexpected}`],
])("refuses %s", async (_, parts, message) => {
	await expect(async () => await settingsOf(registryPol, Buffer.concat(parts))).rejects.toThrow(new Error(message));
});

test("reads what deletions leave, and leaves other keys out", async () => {
	const deleted = [
		header,
		entry("a", utf16("x\0")),
		deletion,
		value,
		entry("b", utf16("y\0")),
		entry("**del.B", utf16(" \0")),
	];
	expect(await settingsOf(registryPol, Buffer.concat(deleted))).toEqual({ inferenceProvider: "bedrock" });
	const other = entry("a", utf16("x\0"), { of: "SOFTWARE\\Other" });
	expect(await settingsOf(registryPol, Buffer.concat([header, value, other]))).toEqual({
		inferenceProvider: "bedrock",
	});
});

test.each<[string, Buffer, JsonObject]>([
	["one list of values", entry("**DeleteValues", utf16("A;B\0")), { c: "z" }],
	["keys below another", entry("**DeleteKeys", utf16("Other;Claude\0"), { of: "SOFTWARE\\Policies" }), {}],
	["who may write a key", entry("**SecureKey", word(1), { type: 4 }), { a: "x", b: "y", c: "z" }],
])("reads what stands beside values: %s", async (_, directive, left) => {
	const values = ["a", "b", "c"].map((name, at) => entry(name, utf16(`${"xyz"[at]}\0`)));
	expect(await settingsOf(registryPol, Buffer.concat([header, ...values, directive]))).toEqual(left);
});
