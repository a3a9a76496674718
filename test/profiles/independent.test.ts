import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
import { program, run } from "../support/programs.js";
import { settingsArbitrary } from "../support/settings-arbitrary.js";
import { bytesOf, type ProfileCase, profileCases } from "./cases.js";

// Readers that share nothing with this project must find the strings that were meant.

const folder = mkdtempSync(join(tmpdir(), "profiles-"));
afterAll(() => rmSync(folder, { recursive: true }));

const support = (name: string) => new URL(`../support/${name}`, import.meta.url).pathname;

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

const preferences = await Promise.all(
	cases.map(async ({ settings }, index) => write(`${index}.plist`, await bytesOf(preferencePlist, settings))),
);
const profiles = await Promise.all(
	cases.map(async ({ settings }, index) => write(`${index}.mobileconfig`, await bytesOf(mobileconfig, settings))),
);
const managed = await Promise.all(
	cases.map(async ({ settings }, index) => write(`${index}.json`, await bytesOf(managedSettings, settings))),
);

/** The settings of a parsed configuration profile, its own keys checked and taken away. */
function payloadSettings(profile: unknown): Record<string, unknown> {
	const outer = profile as { PayloadContent: Record<string, unknown>[] } & Record<string, unknown>;
	const { PayloadContent, PayloadUUID, PayloadDisplayName, ...rest } = outer;
	expect(rest).toEqual({
		PayloadDescription: "Preset Standard, settings 0a1b2c3d",
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
