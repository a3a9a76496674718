import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { isError } from "../../src/problem.js";
import { reg } from "../../src/profiles/reg.js";
import { bytesOf, identity, settingsOf } from "./cases.js";

const header = "Windows Registry Editor Version 5.00\r\n\r\n";
const deleted = "[-HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]\r\n";
const key = "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]\r\n";
/** As the app exports it, and as earlier revisions of this file were. */
const start = header + key;
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));

test.each<[string, JsonObject, string]>([
	["nothing", {}, ""],
	["text", { a: "x" }, '"a"="x"\r\n'],
	[
		"a boolean and an integer",
		{ disableAutoUpdates: true, autoUpdaterEnforcementHours: 24 },
		'"autoUpdaterEnforcementHours"="24"\r\n"disableAutoUpdates"="true"\r\n',
	],
	["quotes and backslashes", { a: 'C:\\x "y"\\' }, '"a"="C:\\\\x \\"y\\"\\\\"\r\n'],
	[
		"JSON",
		{ inferenceModels: ["claude-sonnet-5", 'a"b\nc'] },
		'"inferenceModels"="[\\"claude-sonnet-5\\",\\"a\\\\\\"b\\\\nc\\"]"\r\n',
	],
	["what needs no escape", { a: "%PATH% ; 'x' =- 😀 日本" }, '"a"="%PATH% ; \'x\' =- 😀 日本"\r\n'],
	["a line feed", { a: "A\nB" }, '"a"=hex(1):41,00,0a,00,42,00,00,00\r\n'],
	["a carriage return", { a: "\r" }, '"a"=hex(1):0d,00,00,00\r\n'],
	["a tab", { a: "\t" }, '"a"=hex(1):09,00,00,00\r\n'],
	["a line separator", { a: "\u2028" }, '"a"=hex(1):28,20,00,00\r\n'],
	[
		"a long binary value",
		{ a: `\n${"x".repeat(40)}` },
		[
			`"a"=hex(1):0a,00,${"78,00,".repeat(10)}\\`,
			`  ${"78,00,".repeat(12)}78,\\`,
			`  00,${"78,00,".repeat(12)}\\`,
			`  ${"78,00,".repeat(5)}00,00`,
			"",
		].join("\r\n"),
	],
])("writes %s, behind whose it is", async (_, settings, lines) => {
	const comment =
		"; Sets the policies of Claude Desktop of deployment eu, group pilot.\r\n; Preset Standard, settings 0a1b2c3d.\r\n";
	expect(Buffer.from(await bytesOf(reg, settings)).toString("utf16le")).toBe(
		`\ufeff${header}${comment}\r\n${deleted}\r\n${key}${lines}`,
	);
});

test("stands beside a removal, which holds the deletion alone", () => {
	const removals = reg.removals?.(identity, {}) ?? [];
	expect(removals.map(({ name, mediaType }) => [name, mediaType])).toEqual([
		["Claude-remove.reg", "text/x-ms-regedit"],
	]);
	expect(Buffer.from(removals[0]?.content ?? []).toString("utf16le")).toBe(
		`\ufeff${header}; Removes the policies of Claude Desktop.\r\n\r\n${deleted}`,
	);
});

test("begins with the byte order mark of UTF-16LE", async () => {
	expect([...(await bytesOf(reg, {})).slice(0, 4)]).toEqual([0xff, 0xfe, 0x57, 0x00]);
});

describe("reads", () => {
	test.each<[string, string, JsonObject]>([
		[
			"double words",
			'"disableAutoUpdates"=dword:00000001\r\n"autoUpdaterEnforcementHours"=dword:00000018\r\n',
			{ disableAutoUpdates: true, autoUpdaterEnforcementHours: 24 },
		],
		["comments and blank lines", '; a "b"="c"\r\n\r\n"a"="x"\r\n', { a: "x" }],
		["a binary string over lines", '"a"=hex(1):41,00,\\\r\n  42,\\\r\n  00,00,00\r\n', { a: "AB" }],
		["a binary string with a mark in front", '"a"=hex(1):ff,fe,00,00\r\n', { a: "\ufeff" }],
		["the line ends that Wine escapes", '"a"="x\\r\\ny\\\\n"\r\n', { a: "x\r\ny\\n" }],
		[
			"comments behind values",
			'"a"="x;y" ; "z"\r\n"autoUpdaterEnforcementHours"=dword:00000018;\r\n',
			{ a: "x;y", autoUpdaterEnforcementHours: 24 },
		],
		["bare line feeds", '"a"="x"\n"b"="y"\n', { a: "x", b: "y" }],
		["no last line end", '"a"="x"', { a: "x" }],
	])("%s", async (_, lines, settings) => {
		expect(await settingsOf(reg, utf16(start + lines))).toEqual(settings);
	});

	test.each([
		["UTF-8", ""],
		["UTF-8 with its mark", "\ufeff"],
	])("%s, as people save it anew", async (_, mark) => {
		expect(await settingsOf(reg, new TextEncoder().encode(`${mark}${start}"a"="ä"\n`))).toEqual({ a: "ä" });
	});

	test("what deletions leave, of values and of the key", async () => {
		const lines = '"a"="x"\r\n"b"="y"\r\n"A"=-\r\n';
		expect(await settingsOf(reg, utf16(start + lines))).toEqual({ b: "y" });
		expect(await settingsOf(reg, utf16(`${start}${lines}${deleted}${key}"c"="z"\r\n`))).toEqual({ c: "z" });
	});

	test("the machine's policies and the user's apart, and names other keys", async () => {
		const user = `[HKCU\\Software\\Policies\\Claude]\r\n"b"=dword:0000000A\r\n`;
		const other = "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Other]\r\n";
		const { value, problems } = await reg.decode(utf16(`${start}"a"="x"\r\n${user}${other}`));
		expect(value).toEqual([
			{ platform: "windows", scope: "machine", values: [["a", "x"]] },
			{ platform: "windows", scope: "user", values: [["b", 10]] },
		]);
		expect(problems.map(({ severity, code }) => [severity, code])).toEqual([["warning", "left-out"]]);
	});

	test("a full statement, which deletes the key first", async () => {
		expect(await settingsOf(reg, utf16(`${header}${deleted}\r\n${key}"a"="x"\r\n`))).toEqual({ a: "x" });
	});

	test("a removal as no settings", async () => {
		expect(await settingsOf(reg, utf16(header + deleted))).toEqual({});
	});

	test("the key of the current user, as the app exports it", async () => {
		const source = start.replace("LOCAL_MACHINE", "CURRENT_USER");
		expect(await settingsOf(reg, utf16(`${source}"a"="x"\r\n`))).toEqual({ a: "x" });
	});
});

describe("refuses", () => {
	const value = "unexpected line; expected a value of the registry";
	const noKey = "unexpected line; expected a key such as [HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]";
	test.each<[string, string, string]>([
		["no header", '"a"="x"', "line 1: expected Windows Registry Editor Version 5.00"],
		[
			"another header",
			start.replace("Windows Registry Editor Version 5.00", "REGEDIT4"),
			"line 1: expected Windows Registry Editor Version 5.00",
		],
		["no key", start.slice(0, 40), "the file has no key SOFTWARE\\Policies\\Claude"],
		[
			"another key",
			start.replace("Claude", "Other"),
			"the file has no key SOFTWARE\\Policies\\Claude; HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Other is no place of Claude Desktop's policies; it is left out",
		],
		[
			"policies of Claude Code",
			start.replace("Claude", "ClaudeCode"),
			"the file has no key SOFTWARE\\Policies\\Claude; HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\ClaudeCode holds policies of Claude Code, which Claude Desktop does not read; they are left out",
		],
		[
			"a hive with a name that every object has",
			start.replace("HKEY_LOCAL_MACHINE", "constructor"),
			"the file has no key SOFTWARE\\Policies\\Claude; constructor\\SOFTWARE\\Policies\\Claude is no place of Claude Desktop's policies; it is left out",
		],
		["a value before the key", start.replace("[", '"a"="x"\r\n['), `line 3: ${noKey}`],
		["a value below a deleted key", `${start}${deleted}"a"="x"\r\n`, `line 5: ${noKey}`],
		["the default value", `${start}@="x"\r\n`, `["(default)"]: is of type default value, which the app does not read`],
		[
			"an expandable string",
			`${start}"a"=hex(2):41,00,00,00\r\n`,
			"a: is of type REG_EXPAND_SZ, which the app does not read",
		],
		[
			"a quad word",
			`${start}"a"=hex(b):01,00,00,00,00,00,00,00\r\n`,
			"a: is of type REG_QWORD, which the app does not read",
		],
		["bytes", `${start}"a"=hex:01\r\n`, "a: is of type REG_BINARY, which the app does not read"],
		["a short double word", `${start}"a"=dword:1\r\n`, `line 4: ${value}`],
		["an inner quote", `${start}"a"="x"y"\r\n`, `line 4: ${value}`],
		["an unknown escape", `${start}"a"="x\\qy"\r\n`, `line 4: ${value}`],
		["a line break in a string", `${start}"a"="x\r\ny"\r\n`, `line 4: ${value}`],
		["a bare carriage return in a string", `${start}"a"="x\ry"\r\n`, `line 4: ${value}`],
		["a binary string without end", `${start}"a"=hex(1):41,00\r\n`, `line 4: ${value}`],
		["a binary string with two ends", `${start}"a"=hex(1):41,00,00,00,00,00\r\n`, `line 4: ${value}`],
		["half a unit", `${start}"a"=hex(1):41,00,00\r\n`, `line 4: ${value}`],
		["half a pair", `${start}"a"=hex(1):3d,d8,00,00\r\n`, `line 4: ${value}`],
		["no hexadecimal digits", `${start}"a"=hex(1):4g,00\r\n`, `line 4: ${value}`],
		["a line that goes on at the end", `${start}"a"=hex(1):41,00,\\`, `line 4: ${value}`],
		[
			"a text that bytes of another type replace",
			`${start}"a"="x"\r\n"A"=hex(2):41,00,00,00\r\n`,
			"A: is of type REG_EXPAND_SZ, which the app does not read",
		],
		["a NUL in a string", `${start}"a"="x\0"\r\n`, "a: contains the character U+0000; no profile can carry it"],
	])("%s", async (_, source, message) => {
		await expect(settingsOf(reg, utf16(source))).rejects.toThrow(new Error(message));
	});

	test("an odd number of bytes", async () => {
		await expect(settingsOf(reg, utf16(start).slice(0, -1))).rejects.toThrow(
			new Error("the file is not UTF-16LE text"),
		);
	});
});

test("what stands below a user's number is that user's, of one user", async () => {
	const of = (user: string) => `[HKEY_USERS\\${user}\\SOFTWARE\\Policies\\Claude]\r\n"a"="x"\r\n`;
	const first = of("S-1-5-21-1-2-3-1001");
	const { value } = await reg.decode(utf16(header + first));
	expect(value).toEqual([{ platform: "windows", scope: "user", values: [["a", "x"]] }]);
	const { problems } = await reg.decode(utf16(header + first + of("S-1-5-21-1-2-3-1002")));
	expect(problems.map(({ message }) => message)).toEqual(["line 5: a key of a second user; expected those of one"]);
});

describe("does what stands in the file one after the other", () => {
	const parent = "[-HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies]\r\n";
	const expandable = '"a"=hex(2):41,00,00,00\r\n';
	test.each<[string, string, JsonObject, readonly string[]]>([
		["a value twice", `"a"="x"\r\n"a"="y"\r\n`, { a: "y" }, ["a: stands twice; the last is taken, as Windows does"]],
		[
			"a value in two spellings",
			`"a"="x"\r\n"A"="y"\r\n`,
			{ A: "y" },
			["A: stands twice; the last is taken, as Windows does"],
		],
		[
			"a value of two types",
			`${expandable}"a"=dword:00000007\r\n`,
			{ a: 7 },
			["a: stands twice, as REG_EXPAND_SZ and as REG_DWORD; the last is taken, as Windows does"],
		],
		["a value that is written again", `"a"="x"\r\n"a"="x"\r\n`, { a: "x" }, []],
		["a value that is deleted between", `"a"="x"\r\n"a"=-\r\n"a"="y"\r\n`, { a: "y" }, []],
		[
			"the deletion of a key above",
			`"a"="x"\r\n${parent}${key}"b"="y"\r\n`,
			{ b: "y" },
			["deletes HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies, and with it the policies of Claude Desktop and of others"],
		],
		[
			"the deletion of a key with a like name",
			`"a"="x"\r\n[-HKEY_LOCAL_MACHINE\\SOFTWARE\\Pol]\r\n`,
			{ a: "x" },
			["HKEY_LOCAL_MACHINE\\SOFTWARE\\Pol is no place of Claude Desktop's policies; it is left out"],
		],
	])("%s", async (_, lines, settings, told) => {
		const bytes = utf16(start + lines);
		expect(await settingsOf(reg, bytes)).toEqual(settings);
		const { problems } = await reg.decode(bytes);
		expect(problems.map(({ path, message }) => [...path, message].join(": "))).toEqual(told);
		expect(problems.filter(isError)).toEqual([]);
	});

	test("the deletion of a key above alone sets nothing", async () => {
		expect(await settingsOf(reg, utf16(header + parent))).toEqual({});
	});
});
