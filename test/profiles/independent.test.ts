import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import * as plist from "plist";
import { afterAll, describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { encodeValue } from "../../src/profiles/encoding.js";
import { managedSettings } from "../../src/profiles/managed-settings.js";
import { mobileconfig } from "../../src/profiles/mobileconfig.js";
import { preferencePlist } from "../../src/profiles/preference-plist.js";
import { reg } from "../../src/profiles/reg.js";
import { program, run } from "../support/programs.js";
import { settingsArbitrary } from "../support/settings-arbitrary.js";
import { identity, type ProfileCase, profileCases } from "./cases.js";

// Readers that share nothing with this project must find the strings that were meant.

const folder = mkdtempSync(join(tmpdir(), "profiles-"));
afterAll(() => rmSync(folder, { recursive: true }));

const support = (name: string) => new URL(`../support/${name}`, import.meta.url).pathname;
// Of the system: the bindings of Debian's packages are not there for another installation of Python.
const systemPython = "/usr/bin/python3";

const sampled: ProfileCase[] = fc
	.sample(settingsArbitrary, { numRuns: 40, seed: 7 })
	.map((settings) => ({ settings, texts: texts(settings) }));
const long = '😀"\\\\&<'.repeat(10_000);
const longText: ProfileCase = { settings: { unknownText: long }, texts: { unknownText: long } };
const cases: readonly ProfileCase[] = [...Object.values<ProfileCase>(profileCases), longText, ...sampled];

function texts(settings: JsonObject): Record<string, string> {
	return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, encodeValue(value)]));
}

function write(name: string, content: Uint8Array | string): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

const preferences = cases.map(({ settings }, index) =>
	write(`${index}.plist`, preferencePlist.render({ identity, settings })),
);
const profiles = cases.map(({ settings }, index) =>
	write(`${index}.mobileconfig`, mobileconfig.render({ identity, settings })),
);
const managed = cases.map(({ settings }, index) =>
	write(`${index}.json`, managedSettings.render({ identity, settings })),
);

/** The settings of a parsed configuration profile, its own keys checked and taken away. */
function payloadSettings(profile: unknown): Record<string, unknown> {
	const outer = profile as { PayloadContent: Record<string, unknown>[] } & Record<string, unknown>;
	const { PayloadContent, PayloadUUID, PayloadDisplayName, ...rest } = outer;
	expect(rest).toEqual({
		PayloadIdentifier: "com.example.cowork.eu.pilot",
		PayloadOrganization: "Example & Söhne <Ltd>",
		PayloadScope: "System",
		PayloadType: "Configuration",
		PayloadVersion: 1,
	});
	expect(PayloadContent).toHaveLength(1);
	return Object.fromEntries(Object.entries(PayloadContent[0] ?? {}).filter(([name]) => !name.startsWith("Payload")));
}

describe.skipIf(!program("python3"))("plistlib: needs python3", () => {
	const read = (paths: readonly string[]): unknown[] => JSON.parse(run("python3", [support("plists.py"), ...paths]));

	test("reads the preference property list", () => {
		expect(read(preferences)).toEqual(cases.map((one) => one.texts));
	});

	test("reads the configuration profile", () => {
		expect(read(profiles).map(payloadSettings)).toEqual(cases.map((one) => one.texts));
	});
});

describe.skipIf(!program("xmllint"))("property list grammar: needs xmllint", () => {
	const check = (paths: readonly string[]) =>
		run("xmllint", ["--noout", "--nonet", "--dtdvalid", support("plist.dtd"), ...paths]);

	test("every property list is valid", () => {
		expect(check([...preferences, ...profiles])).toBe("");
	});

	test("a broken one is not", () => {
		const broken = write("broken.plist", '<plist version="1.0"><dict><string>no key</string></dict></plist>');
		expect(() => check([broken])).toThrow(/does not follow the DTD/);
	});
});

test("npm's plist reads the property lists", () => {
	for (const [index, one] of cases.entries()) {
		const read = (paths: readonly string[]) => plist.parse(readFileSync(paths[index] ?? "", "utf8"));
		expect(read(preferences)).toEqual(one.texts);
		expect(payloadSettings(read(profiles))).toEqual(one.texts);
	}
});

describe.skipIf(!program("python3"))("JSON: needs python3", () => {
	test("reads the managed settings", () => {
		const script =
			"import json, sys; print(json.dumps([json.load(open(path, encoding='utf-8')) for path in sys.argv[1:]]))";
		expect(JSON.parse(run("python3", ["-c", script, ...managed]))).toEqual(cases.map((one) => one.settings));
	});
});

const hivex = program("perl", ["-MWin::Hivex::Regedit", "-e0"]) && program(systemPython, ["-c", "import hivex"]);
describe.skipIf(!hivex)("registry hive: needs hivexregedit and python3-hivex", () => {
	const merge = (hive: string, source: string) =>
		run("hivexregedit", ["--merge", "--prefix", "HKEY_LOCAL_MACHINE\\SOFTWARE", hive, source], { PERL_UNICODE: "SD" });

	test("the registry file gives these strings", { timeout: 60_000 }, () => {
		const empty = join(folder, "empty.hive");
		run(systemPython, [support("hive.py"), "new", empty]);
		// The program does not create a key below one that is missing.
		const policies = "Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies]\n";
		merge(empty, write("policies.reg", policies));
		// Its time grows with the square of a binary string's length.
		const some = cases.filter((one) => one === longText || JSON.stringify(one.texts).length < 10_000).slice(0, 15);
		const hives = some.map(({ settings }, index) => {
			const hive = join(folder, `${index}.hive`);
			copyFileSync(empty, hive);
			// It takes UTF-8 with LF only.
			const text = new TextDecoder("utf-16le").decode(reg.render({ identity, settings })).replaceAll("\r\n", "\n");
			merge(hive, write(`${index}.reg`, text));
			return hive;
		});
		const stringType = 1;
		expect(JSON.parse(run(systemPython, [support("hive.py"), "read", "Policies\\Claude", ...hives]))).toEqual(
			some.map(({ texts }) =>
				Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, [stringType, `${text}\0`]])),
			),
		);
	});
});
