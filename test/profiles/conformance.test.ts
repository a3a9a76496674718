import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { isReadable, type ProfileFormat, type ProfileTemplate } from "../../src/profiles/format.js";
import { profileFormats, profileTemplates } from "../../src/profiles/index.js";
import { sampleKeys } from "../support/settings-arbitrary.js";
import { bytesOf, firstExample, identity, profileCases, render } from "./cases.js";
import { describeProfileFormat, describeProfileTemplate } from "./conformance.js";

const formats = Object.entries<ProfileFormat>(profileFormats);
const templates = Object.entries<ProfileTemplate>(profileTemplates);

for (const [name, format] of formats) describeProfileFormat(name, format);
for (const [name, template] of templates) describeProfileTemplate(name, template);

test("a word is one of a format with values or of one without", () => {
	expect(templates.map(([name]) => name).filter((name) => Object.hasOwn(profileFormats, name))).toEqual([]);
});

describe("golden profiles", () => {
	const table = formats.flatMap(([name, format]) =>
		Object.entries(profileCases).map(([title, { settings }]) => ({
			name,
			title,
			format,
			settings,
			block: firstExample(format),
		})),
	);
	const others = formats.flatMap(([name, format]) =>
		Object.entries(format.examples)
			.slice(1)
			.map(([example, block]) => ({
				name,
				title: `one-of-each-type/${example}`,
				format,
				settings: profileCases["one-of-each-type"].settings,
				block,
			})),
	);

	test.each([...table, ...others])("$name/$title", async ({ name, title, format, settings, block }) => {
		for (const file of [...(await render(format, settings, block)), ...(format.removals?.(identity, block) ?? [])]) {
			const { text, suffix } = legible(file.content);
			await expect(text).toMatchFileSnapshot(`../golden/profiles/${name}/${title}/${file.name}${suffix}`);
		}
	});
});

describe("golden templates", () => {
	const table = templates.flatMap(([name, template]) =>
		Object.entries(template.examples).map(([example, block]) => ({ name, example, template, block })),
	);

	test.each(table)("$name/$example", async ({ name, example, template, block }) => {
		const [platform] = template.platforms;
		const { value = [] } = await template.render({ identity, platform }, block);
		for (const file of value) {
			const inside = file.name.endsWith(".zip") ? Object.entries(unzipSync(file.content)) : [[file.name, file.content]];
			for (const [path, content] of inside as [string, Uint8Array][]) {
				const { text, suffix } = legible(content);
				await expect(text).toMatchFileSnapshot(`../golden/templates/${name}/${example}/${path}${suffix}`);
			}
		}
	});
});

const longLine = /[^\n]{20000}/;

/** Files that diffs cannot show, as UTF-8 with LF under a name of their own; the way back is exact where a file has lines. */
function legible(bytes: Uint8Array): { text: string; suffix: string } {
	if (Buffer.from(bytes.subarray(0, 4)).toString("latin1") === "PReg")
		return { text: entriesOf(bytes), suffix: ".txt" };
	if (longLine.test(Buffer.from(bytes).toString("utf8"))) {
		// Lines inside a text of JSON, each on its own.
		return { text: Buffer.from(bytes).toString("utf8").replaceAll("\\n", "\\n\n"), suffix: ".txt" };
	}
	const encoding = bytes[0] === 0xff ? "utf16le" : "utf8";
	const text = Buffer.from(bytes).toString(encoding);
	const lines = text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
	const again = Buffer.from(
		`${encoding === "utf16le" ? "\ufeff" : ""}${lines.replaceAll("\n", text.includes("\r\n") ? "\r\n" : "\n")}`,
		encoding,
	);
	expect(Buffer.compare(again, bytes)).toBe(0);
	return { text: lines, suffix: text === lines ? "" : ".txt" };
}

/** The entries of a registry policy file, one a line, with what is no letter by its number. */
function entriesOf(bytes: Uint8Array): string {
	const text = new TextDecoder("utf-16le").decode(bytes.subarray(8));
	const visible = text.replace(
		/[^ -~\u00a1-\ud7ff\u{10000}-\u{1ffff}]/gu,
		(character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
	);
	return `${visible.replaceAll("][", "]\n[")}\n`;
}

test("the sample keys cover every native type", () => {
	expect([...new Set(sampleKeys.map(([, type]) => type))]).toEqual([
		"boolean",
		"string",
		"enum",
		"integer",
		"number",
		"object",
		"string[]",
		"object[]",
		"object[]|string[]",
	]);
});

test("files of one platform have names of their own", () => {
	const paths = formats.flatMap(([, format]) => {
		const names = [
			...format.fileNames(identity),
			...(format.removals?.(identity, firstExample(format)) ?? []).map(nameOf),
		];
		return format.platforms.flatMap((platform) => names.map((name) => `${platform}/${name}`));
	});
	expect(new Set(paths).size).toBe(paths.length);
	expect(paths).toEqual(
		expect.arrayContaining([
			"macos/com.example.cowork.eu.pilot.mobileconfig",
			"macos/com.anthropic.claudefordesktop.plist",
			"windows/Claude.reg",
			"windows/Claude-remove.reg",
			"linux/managed-settings.json",
		]),
	);
});

function nameOf({ name }: { readonly name: string }): string {
	return name;
}

test("what is written where a deployment chooses no format", () => {
	const written = [...formats, ...templates].filter(([, { byDefault }]) => byDefault).map(([name]) => name);
	expect(written).toEqual(["mobileconfig", "preferencePlist", "reg", "managedSettings", "bootstrapResponse"]);
});

const readable = formats.filter(([, format]) => isReadable(format)).map(([name]) => name);

// What a server answers with has the form of the managed settings on Linux.
const onDevices = formats.filter(([, { delivery }]) => delivery !== "bootstrap");

test.each(onDevices)("no other format recognizes what %s renders", async (name, format) => {
	const { settings } = profileCases["one-of-each-type"];
	const bytes = await bytesOf(format, settings);
	const recognizing = formats.filter(([, each]) => isReadable(each) && each.recognizes(bytes)).map(([each]) => each);
	expect(recognizing).toEqual(readable.filter((each) => each === name));
});
