import { describe, expect, test } from "vitest";
import type { ProfileFormat, ProfileTemplate } from "../../src/profiles/format.js";
import { profileFormats, profileTemplates } from "../../src/profiles/index.js";
import { sampleKeys } from "../support/settings-arbitrary.js";
import { bytesOf, identity, profileCases, render } from "./cases.js";
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
		Object.entries(profileCases).map(([title, { settings }]) => ({ name, title, format, settings })),
	);

	test.each(table)("$name/$title", async ({ name, title, format, settings }) => {
		for (const file of [...(await render(format, settings)), ...(format.beside?.(identity, format.example) ?? [])]) {
			const { text, suffix } = readable(file.content);
			await expect(text).toMatchFileSnapshot(`../golden/profiles/${name}/${title}/${file.name}${suffix}`);
		}
	});
});

/** UTF-16 files, which diffs cannot show, as UTF-8 with LF under a name of their own; the way back is exact. */
function readable(bytes: Uint8Array): { text: string; suffix: string } {
	if (bytes[0] !== 0xff) return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), suffix: "" };
	const text = new TextDecoder("utf-16le").decode(bytes).replaceAll("\r\n", "\n");
	const again = Buffer.from(`\ufeff${text.replaceAll("\n", "\r\n")}`, "utf16le");
	expect(Buffer.compare(again, bytes)).toBe(0);
	return { text, suffix: ".txt" };
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
		const names = [...format.fileNames(identity), ...(format.beside?.(identity, format.example) ?? []).map(nameOf)];
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
	expect(written).toEqual(["mobileconfig", "preferencePlist", "reg", "managedSettings"]);
});

test.each(formats)("only %s recognizes what it renders", async (name, format) => {
	const { settings } = profileCases["one-of-each-type"];
	const bytes = await bytesOf(format, settings);
	expect(formats.filter(([, each]) => each.recognizes(bytes)).map(([each]) => each)).toEqual([name]);
});
