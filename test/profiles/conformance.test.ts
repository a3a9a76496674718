import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/json.js";
import type { ProfileFormat } from "../../src/profiles/format.js";
import { profileFormats } from "../../src/profiles/index.js";
import { readText } from "../../src/profiles/read-text.js";
import { decodeSettings, encodeSettings } from "../../src/profiles/settings.js";
import { sampleKeys } from "../support/settings-arbitrary.js";
import { identity, profileCases } from "./cases.js";
import { describeProfileFormat } from "./conformance.js";

const formats: [string, ProfileFormat][] = Object.entries(profileFormats);

for (const [name, format] of formats) describeProfileFormat(name, format);

describe("golden profiles", () => {
	const table = formats.flatMap(([name, format]) =>
		Object.entries(profileCases).map(([title, { settings }]) => ({ name, title, format, settings })),
	);

	test.each(table)("$name/$title", async ({ name, title, format, settings }) => {
		const bytes = format.render({ identity, settings });
		const { text, suffix } = readable(bytes);
		const folder = `../golden/profiles/${name}/${title}`;
		await expect(text).toMatchFileSnapshot(`${folder}/${format.fileName(identity)}${suffix}`);
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
	const paths = formats.map(([, format]) => `${format.platform}/${format.fileName(identity)}`);
	expect(paths).toEqual([
		"macos/com.example.cowork.eu.pilot.mobileconfig",
		"macos/com.anthropic.claudefordesktop.plist",
		"windows/Claude.reg",
		"linux/managed-settings.json",
	]);
});

/** A format that nothing else knows of. */
const lines: ProfileFormat = {
	title: "One setting a line",
	docs: "https://example.com/lines",
	platform: "linux",
	mediaType: "text/plain",
	fileName: () => "settings.txt",
	render: ({ settings }) =>
		new TextEncoder().encode(
			encodeSettings(settings)
				.map(({ name, text }) => `${JSON.stringify([name, text])}\n`)
				.join(""),
		),
	decode: (bytes): JsonObject => {
		const entries = readText(bytes, "utf-8").trim().split("\n").filter(Boolean);
		return decodeSettings(
			entries.map((line) => {
				const entry: unknown = tryJson(line);
				if (!Array.isArray(entry) || typeof entry[0] !== "string") throw new Error("expected a name and a text");
				return [entry[0], String(entry[1])];
			}),
		);
	},
};

function tryJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

describeProfileFormat("that only this test knows", lines);
