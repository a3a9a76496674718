import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { isError } from "../../src/problem.js";
import { nativeSettings } from "../../src/profiles/carried.js";
import type { ProfileFormat } from "../../src/profiles/format.js";
import { profileFormats } from "../../src/profiles/index.js";
import { readDeviceFile } from "../../src/reading/read-device-file.js";
import { deviceFileReaders } from "../../src/reading/readers/index.js";
import { firstExample, profileCases, profileOf } from "../profiles/cases.js";
import { settingsArbitrary } from "../support/settings-arbitrary.js";

/** Files of formats that name what holds the settings, and hold none. */
const without = ["fleet.yml"];

async function filesOf(format: ProfileFormat, settings: JsonObject) {
	const { value = [] } = await format.render(profileOf(format, settings), firstExample(format));
	return value.filter(({ name }) => !without.includes(name));
}

const formats = Object.entries<ProfileFormat>(profileFormats);

describe.each(formats)("every file of %s", (_, format) => {
	test.each(Object.entries(profileCases))("is read as what it was made of: %s", async (title, { settings }) => {
		// Of no settings some formats have nothing left to be recognized by.
		if (title === "empty") return;
		const files = await filesOf(format, settings);
		expect(files.length).toBeGreaterThan(0);
		for (const { name, content } of files) {
			const { value, problems } = await readDeviceFile({ name, bytes: content });
			expect([name, problems]).toEqual([name, []]);
			expect(value).toHaveLength(1);
			for (const { carried } of value ?? []) expect(nativeSettings(carried)).toEqual({ value: settings, problems: [] });
		}
	});

	test("is read as what it was made of, whatever that is", async () => {
		await fc.assert(
			fc.asyncProperty(settingsArbitrary, async (settings) => {
				for (const { name, content } of await filesOf(format, settings)) {
					const { value = [], problems } = await readDeviceFile({ name, bytes: content });
					expect(problems.filter(isError)).toEqual([]);
					expect(value.map(({ carried }) => nativeSettings(carried).value)).toEqual([settings]);
				}
			}),
			{ numRuns: 30 },
		);
	});

	test("is of one form alone", async () => {
		for (const { content } of await filesOf(format, profileCases["one-of-each-type"].settings)) {
			expect((await deviceFileReaders()).filter((reader) => reader.recognizes(content))).toHaveLength(1);
		}
	});
});

test("what names profiles, and what only describes them, says which file to take", async () => {
	const { value = [] } = await profileFormats.fleet.render(profileOf(profileFormats.fleet, { a: "x" }), {});
	const [yaml] = value;
	const { problems } = await readDeviceFile({ name: yaml?.name ?? "", bytes: yaml?.content ?? new Uint8Array() });
	expect(problems.map(({ message }) => message)).toEqual([
		"names profiles and holds none; take the profile that it names",
	]);
});
