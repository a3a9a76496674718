import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/json.js";
import type { ProfileFile, ProfileFormat } from "../../src/profiles/format.js";
import { profileFormats } from "../../src/profiles/index.js";
import { profileOf, textsOf } from "./cases.js";
import { hostileSettings } from "./hostile.js";
import { readerOf } from "./reader.js";

// Whatever the format, a program that shares nothing with this project finds the same values under the same keys.

interface Carried {
	readonly title: string;
	readonly settings: JsonObject;
	readonly files: readonly ProfileFile[];
}

const table = Object.entries(hostileSettings);
const formats = await Promise.all(
	Object.entries<ProfileFormat>(profileFormats).map(async ([word, format]) => ({
		word,
		format,
		reader: await readerOf(word),
	})),
);

for (const { word, format, reader } of formats) {
	if (!reader) {
		test(`${word} has nothing but its vendor's page behind it`, () => {
			expect(format.evidence).toBe("the vendor's page alone");
		});
		continue;
	}
	describe.skipIf(!reader.isHere).each(Object.entries(format.examples))(
		`${word} as others read it: needs ${reader.needs}: %s`,
		(_, block) => {
			test("every key has the value that was meant", { timeout: 120_000 }, async () => {
				const { mostCharacters = Number.POSITIVE_INFINITY } = reader;
				const carried: Carried[] = [];
				for (const [title, settings] of table) {
					if (JSON.stringify(settings).length > mostCharacters) continue;
					const { value, problems } = await format.render(profileOf(format, settings), block);
					// What is too much for a product is refused, never cut.
					if (value) carried.push({ title, settings, files: value });
					else expect(problems.map(({ code }) => code)).toContain("over-limit");
				}
				expect(carried.length).toBeGreaterThan(table.length - 8);
				const found = await reader.read(carried.map(({ files }) => files));
				expect(found).toHaveLength(carried.length);
				for (const [index, { title, settings }] of carried.entries()) {
					expect([title, found[index]]).toEqual([title, reader.carries === "values" ? settings : textsOf(settings)]);
				}
			});
		},
	);
}
