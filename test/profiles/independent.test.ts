import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as plist from "plist";
import { afterAll, describe, expect, test } from "vitest";
import { mobileconfig } from "../../src/profiles/mobileconfig.js";
import { preferencePlist } from "../../src/profiles/preference-plist.js";
import { appleRules, checkAppleRules } from "../support/apple-rules.js";
import { readPlists } from "../support/plists.js";
import { program, run } from "../support/programs.js";
import { pythonHas } from "../support/python.js";
import { bytesOf, settingsOf, textsOf } from "./cases.js";
import { hostileSettings } from "./hostile.js";
import { payloadSettings } from "./payload-settings.js";

// What more than one format of macOS is held against, beside the readers of each.

const folder = mkdtempSync(join(tmpdir(), "profiles-"));
afterAll(() => rmSync(folder, { recursive: true }));

const table = Object.values(hostileSettings);
const preferences = await Promise.all(table.map((settings) => bytesOf(preferencePlist, settings)));
const profiles = await Promise.all(table.map((settings) => bytesOf(mobileconfig, settings)));

describe.skipIf(!program("xmllint"))("property list grammar: needs xmllint", () => {
	const dtd = new URL("../support/plist.dtd", import.meta.url).pathname;
	const check = (documents: readonly (Uint8Array | string)[]) => {
		const paths = documents.map((each, index) => {
			const path = join(folder, `${index}.plist`);
			writeFileSync(path, each);
			return path;
		});
		return run("xmllint", ["--noout", "--nonet", "--dtdvalid", dtd, ...paths]);
	};

	test("every property list is valid", () => {
		expect(check([...preferences, ...profiles])).toBe("");
	});

	test("a broken one is not", () => {
		expect(() => check(['<plist version="1.0"><dict><string>no key</string></dict></plist>'])).toThrow(
			/does not follow the DTD/,
		);
	});
});

test("npm's plist reads the property lists", () => {
	const read = (bytes: Uint8Array | undefined) => plist.parse(new TextDecoder().decode(bytes));
	for (const [index, settings] of table.entries()) {
		expect(read(preferences[index])).toEqual(textsOf(settings));
		expect(payloadSettings(read(profiles[index]))).toEqual(textsOf(settings));
	}
});

describe.skipIf(!program("plistutil"))("property lists through libplist: needs plistutil", () => {
	/** The list in a form that the program writes of what it read. */
	const rewritten = (bytes: Uint8Array, form: "bin" | "xml") => {
		const [source, target] = [join(folder, "source.plist"), join(folder, "target.plist")];
		writeFileSync(source, bytes);
		run("plistutil", ["-i", source, "-o", target, "-f", form]);
		return new Uint8Array(readFileSync(target));
	};

	test.each(["bin", "xml"] as const)("are read again as what they were, as %s", async (form) => {
		for (const [format, files] of [
			[preferencePlist, preferences],
			[mobileconfig, profiles],
		] as const) {
			for (const file of files) {
				expect(await settingsOf(format, rewritten(file, form))).toEqual(await settingsOf(format, file));
			}
		}
	});
});

describe.skipIf(!appleRules || !pythonHas("yaml", "plistlib"))(
	"Apple's payload rules: needs them beside the repository, and python3-yaml",
	() => {
		test("every configuration profile keeps them", () => {
			expect(readPlists(profiles).flatMap(checkAppleRules)).toEqual([]);
		});

		test("a profile that does not is told apart", () => {
			const [profile = {}] = readPlists(profiles);
			const { PayloadUUID: _, ...without } = profile;
			expect(checkAppleRules(without)).toEqual(["profile: PayloadUUID is missing"]);
			expect(checkAppleRules({ ...profile, PayloadScope: "Sytem" })).toEqual(["profile: PayloadScope is not allowed"]);
			expect(checkAppleRules({ ...profile, PayloadVersion: "1" })).toEqual(["profile: PayloadVersion is no integer"]);
			expect(checkAppleRules({ ...profile, PayloadName: "x" })).toEqual(["profile: PayloadName is unknown"]);
		});
	},
);
