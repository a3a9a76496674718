import fc from "fast-check";
import { buildBinary } from "plist";
import { expect, test } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { formatProblem, isError } from "../../src/problem.js";
import { nativeSettings } from "../../src/profiles/carried.js";
import { isReadable, type ReadableProfileFormat } from "../../src/profiles/format.js";
import { profileFormats } from "../../src/profiles/index.js";
import { nativeOf, profileCases, profileOf, render } from "../profiles/cases.js";
import { fuzzing, timeout } from "./fuzzing.js";
import { patched, patches } from "./patches.js";

const readable: readonly ReadableProfileFormat[] = Object.values(profileFormats).filter(isReadable);
const { settings } = profileCases["one-of-each-type"];
const rendered = await Promise.all(readable.map(async (format) => (await render(format, settings))[0]?.content));
const whole = [
	...rendered.flatMap((content) => content ?? []),
	buildBinary({ inferenceProvider: "gateway", disableAutoUpdates: true, a: ["x", { b: 1.5, c: 300 }], d: "日本" }),
];

/** Settings written and read; undefined where the format refuses them. */
async function again(format: ReadableProfileFormat, settings: JsonObject): Promise<JsonObject | undefined> {
	const [file] = (await format.render(profileOf(format, settings), {})).value ?? [];
	if (!file) return undefined;
	const { value, problems } = await nativeOf(format, file.content);
	expect(problems).toEqual([]);
	return value;
}

test("no bytes make a decoder throw, and what is read can be written again", { timeout }, async () => {
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...whole), patches, async (bytes, several) => {
			const input = patched(bytes, several);
			for (const format of readable) {
				expect(typeof format.recognizes(input)).toBe("boolean");
				const { value: places, problems } = await format.decode(input);
				expect(places === undefined).toBe(problems.some(isError));
				for (const problem of problems) expect(formatProblem(problem)).not.toMatch(/\p{Cc}/u);
				for (const place of places ?? []) {
					const { value } = nativeSettings(place);
					if (value === undefined) continue;
					// What the catalogue does not know becomes text once it is written, and stays that.
					const once = await again(format, value);
					if (once) expect(await again(format, once)).toEqual(once);
				}
			}
		}),
		fuzzing(1500),
	);
	expect(Object.keys(Object.prototype)).toEqual([]);
});
