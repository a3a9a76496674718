import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/json.js";
import type { ProfileFormat } from "../../src/profiles/format.js";
import { carriableText, settingsArbitrary } from "../support/settings-arbitrary.js";
import { identity, profileCases } from "./cases.js";

/** What every profile format must do; a format is tested by standing in the registry. */
export function describeProfileFormat(name: string, format: ProfileFormat): void {
	const render = (settings: JsonObject) => format.render({ identity, settings });

	describe(`profile format ${name}`, () => {
		test("describes itself", () => {
			expect(format.title).not.toBe("");
			expect(format.docs).toMatch(/^https:\/\//);
			expect(format.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
			expect(format.fileName(identity)).toMatch(/^[A-Za-z0-9.-]+$/);
		});

		test.each(Object.entries(profileCases))("decodes what it renders: %s", (_, { settings }) => {
			expect(format.decode(render(settings))).toEqual(settings);
		});

		test("decodes what it renders, whatever the settings", () => {
			fc.assert(
				fc.property(settingsArbitrary, (settings) => {
					expect(format.decode(render(settings))).toEqual(settings);
				}),
			);
		});

		test("renders the same bytes whatever the order of settings", () => {
			fc.assert(
				fc.property(settingsArbitrary, (settings) => {
					const reversed = Object.fromEntries(Object.entries(settings).reverse());
					expect(Buffer.compare(render(reversed), render(settings))).toBe(0);
				}),
				{ numRuns: 30 },
			);
		});

		test("lets no value add a setting or change another", () => {
			fc.assert(
				fc.property(carriableText, carriableText, (first, second) => {
					const settings = { inferenceProvider: first, unknownToTheCatalogue: `x${second}`, zLast: "last" };
					expect(format.decode(render(settings))).toEqual(settings);
				}),
			);
		});

		test.each<[string, JsonObject, string]>([
			["a NUL", { a: "x\0y" }, "a: contains the character U+0000; no profile can carry it"],
			["a lone surrogate", { a: "\ud800" }, "a: contains the character U+D800; no profile can carry it"],
			["no value", { a: null }, "a: is empty; leave the key out"],
			[
				"a payload's own name",
				{ PayloadType: "x" },
				'"PayloadType": is a name that configuration profiles keep for themselves',
			],
			["names that differ in case only", { a: "1", A: "2" }, "a: differs from A in case only; expected one of them"],
		])("refuses %s", (_, settings, message) => {
			expect(() => render(settings)).toThrow(new Error(message));
		});

		test("refuses a file larger than 4 MiB", () => {
			const bytes = new Uint8Array(4 * 1024 * 1024 + 1).fill(0x20);
			bytes.set(render({}).slice(0, 2));
			expect(() => format.decode(bytes)).toThrow(new Error("the file has 4194305 bytes; expected at most 4194304"));
		});

		test("answers broken bytes with settings or with an error, never by crashing or polluting", () => {
			const { settings } = profileCases["one-of-each-type"];
			const whole = render(settings);
			fc.assert(
				fc.property(fc.nat(whole.length - 1), fc.uint8Array({ maxLength: 4 }), fc.nat(8), (at, patch, removed) => {
					const bytes = Buffer.concat([whole.subarray(0, at), patch, whole.subarray(at + removed)]);
					expect(outcome(() => format.decode(bytes))).toMatch(/^(settings|Error)$/);
				}),
			);
			expect(Object.keys(Object.prototype)).toEqual([]);
		});
	});
}

function outcome(decode: () => JsonObject): string {
	try {
		decode();
		return "settings";
	} catch (error) {
		return error instanceof Error ? error.name : "no error";
	}
}
