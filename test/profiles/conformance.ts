import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { made } from "../../src/outcome.js";
import { isError } from "../../src/problem.js";
import {
	type FormatFacts,
	isReadable,
	type ProfileFile,
	type ProfileFormat,
	type ProfileTemplate,
	platforms,
	type ReadableProfileFormat,
	type Rendering,
} from "../../src/profiles/format.js";
import { object } from "../../src/shape/build.js";
import { checkShape } from "../../src/shape/check-shape.js";
import { expectDescribed } from "../support/options.js";
import { carriableText, settingsArbitrary } from "../support/settings-arbitrary.js";
import { firstExample, identity, nativeOf, profileCases, profileOf } from "./cases.js";

/** What every profile format must do; a format is tested by standing in the registry. */
export function describeProfileFormat(name: string, format: ProfileFormat): void {
	describe(`profile format ${name}`, () => {
		describesItself(format);

		test.each(Object.entries(format.examples))(
			"makes the files that it names, and those that remove them: %s",
			async (_, block) => {
				const made = await filesOf(format.render(profileOf(format, profileCases["one-of-each-type"].settings), block));
				const removals = format.removals?.(identity, block) ?? [];
				expect(made.map((file) => file.name)).toEqual(format.fileNames(identity));
				expectPlain([...made, ...removals]);
			},
		);

		test("says in every file whose settings they are and which, or that it has no place for it", async () => {
			const settings = profileCases["one-of-each-type"].settings;
			for (const block of Object.values(format.examples))
				expectMarked(format, await filesOf(format.render(profileOf(format, settings), block)));
		});

		test("renders the same bytes each time", async () => {
			await fc.assert(
				fc.asyncProperty(settingsArbitrary, async (settings) => {
					const profile = profileOf(format, settings);
					const once = await format.render(profile, firstExample(format));
					expect(textual((await format.render(profile, firstExample(format))).value ?? [])).toEqual(
						textual(once.value ?? []),
					);
				}),
				{ numRuns: 20 },
			);
		});

		if (isReadable(format)) isReadBack(format);
	});
}

/** What every format must do that reads its own files. */
function isReadBack(format: ReadableProfileFormat): void {
	const first = async (settings: JsonObject) => {
		const { value, problems } = await format.render(profileOf(format, settings), firstExample(format));
		const errors = problems.filter(isError);
		// What a product does not hold is refused, and there is nothing to read back.
		fc.pre(errors.length === 0 || errors.some(({ code }) => code !== "over-limit"));
		expect(errors).toEqual([]);
		return contentOf(value?.[0]);
	};

	test.each(Object.entries(profileCases))("recognizes and decodes what it renders: %s", async (title, { settings }) => {
		const bytes = await first(settings);
		// Of a file without any settings, some formats have nothing left to be recognized by.
		if (bytes.length > 0) expect(format.recognizes(bytes)).toBe(true);
		else expect(title).toBe("empty");
		expect(await nativeOf(format, bytes)).toEqual(made(settings));
	});

	test("recognizes nothing in bytes that are none", () => {
		for (const bytes of [new Uint8Array(), new Uint8Array([0xff, 0xfe]), new TextEncoder().encode("settings")]) {
			expect(format.recognizes(bytes)).toBe(false);
		}
	});

	test("decodes what it renders, whatever the settings", async () => {
		await fc.assert(
			fc.asyncProperty(settingsArbitrary, async (settings) => {
				expect(await nativeOf(format, await first(settings))).toEqual(made(settings));
			}),
		);
	});

	test("lets no value add a setting or change another", async () => {
		await fc.assert(
			fc.asyncProperty(carriableText, carriableText, async (first_, second) => {
				const settings = { inferenceProvider: first_, unknownToTheCatalogue: `x${second}`, zLast: "last" };
				expect(await nativeOf(format, await first(settings))).toEqual(made(settings));
			}),
		);
	});

	test("refuses a file larger than 1 MiB", async () => {
		const bytes = new Uint8Array(1024 * 1024 + 1).fill(0x20);
		bytes.set((await first({})).slice(0, 2));
		const { value, problems } = await format.decode(bytes);
		expect([value, problems.map(({ message }) => message)]).toEqual([
			undefined,
			["the file has 1048577 bytes; expected at most 1048576"],
		]);
	});

	test("answers broken bytes with settings or with problems, never by crashing or polluting", async () => {
		await answersBroken(format, await first(profileCases["one-of-each-type"].settings));
	});
}

/** Whatever is removed from a file, or put into it, comes to settings or to problems, and changes nothing else. */
export async function answersBroken(format: ReadableProfileFormat, whole: Uint8Array): Promise<void> {
	await fc.assert(
		fc.asyncProperty(
			fc.nat(whole.length - 1),
			fc.uint8Array({ maxLength: 4 }),
			fc.nat(8),
			async (at, patch, removed) => {
				const bytes = Buffer.concat([whole.subarray(0, at), patch, whole.subarray(at + removed)]);
				const { value, problems } = await format.decode(bytes);
				expect(value === undefined).toBe(problems.some(isError));
				expect(typeof format.recognizes(bytes)).toBe("boolean");
			},
		),
	);
	expect(Object.keys(Object.prototype)).toEqual([]);
}

/** What every template must do; a template is tested by standing in the registry. */
export function describeProfileTemplate(name: string, template: ProfileTemplate): void {
	const { group: _, ...deployment } = identity;

	describe(`profile template ${name}`, () => {
		describesItself(template);

		const each = template.platforms.flatMap((platform) =>
			Object.entries(template.examples).map(([example, block]) => ({ platform, example, block })),
		);

		test.each(each)("makes the same files each time, for $platform: $example", async ({ platform, block }) => {
			const render = () => filesOf(template.render({ identity: deployment, platform }, block));
			const files = await render();
			expect(files.length).toBeGreaterThan(0);
			expectPlain(files);
			expect(textual(await render())).toEqual(textual(files));
		});
	});
}

function describesItself(format: FormatFacts<object>): void {
	test("describes itself", () => {
		expect(format.title).not.toBe("");
		expect(format.docs).toMatch(/^https:\/\//);
		expect(format.evidence).toMatch(/^(read by .+|the vendor's page alone)$/);
		expect(format.platforms).toEqual(platforms.filter((platform) => format.platforms.includes(platform)));
		expect(Object.keys(format.examples).length).toBeGreaterThan(0);
		for (const example of Object.values(format.examples)) {
			expect(checkShape(object(format.options), example, { at: [] })).toEqual([]);
		}
		expectDescribed(format.options);
	});
}

async function filesOf(rendering: Rendering): Promise<readonly ProfileFile[]> {
	const { value, problems } = await rendering;
	expect(problems).toEqual([]);
	return value ?? [];
}

/** Deployment, group and revision stand in a file, in whichever words, unless its format says that they cannot. */
export function expectMarked({ unmarked = {} }: FormatFacts<object>, files: readonly ProfileFile[]): void {
	for (const { name, content } of files) {
		const text = Buffer.from(content).toString(content[0] === 0xff ? "utf16le" : "utf8");
		const isMarked = /\beu(?:, group |, |\.)pilot\b/.test(text) && text.includes("0a1b2c3d");
		const lacksPlace = Object.keys(unmarked).some((end) => name.endsWith(end));
		expect([name, isMarked]).toEqual([name, !lacksPlace]);
	}
	for (const end of Object.keys(unmarked)) expect(files.some(({ name }) => name.endsWith(end))).toBe(true);
}

/** Names that are one step of a path everywhere, each once. */
function expectPlain(files: readonly ProfileFile[]): void {
	for (const { name, mediaType } of files) {
		expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9.-]*$/);
		expect(mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
	}
	expect(new Set(files.map(({ name }) => name.toLowerCase())).size).toBe(files.length);
}

/** Files that are compared a thousand times faster. */
function textual(files: readonly ProfileFile[]) {
	return files.map(({ content, ...file }) => ({ ...file, content: Buffer.from(content).toString("base64") }));
}

function contentOf(file: ProfileFile | undefined): Uint8Array {
	if (!file) throw new Error("the format makes no file");
	return file.content;
}
