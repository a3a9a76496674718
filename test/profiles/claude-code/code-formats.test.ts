import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../../src/json.js";
import { made } from "../../../src/outcome.js";
import { checkNative } from "../../../src/profiles/claude-code/check-native.js";
import type { CodeFormat } from "../../../src/profiles/claude-code/code-format.js";
import { codeIntuneOmaUri } from "../../../src/profiles/claude-code/code-intune-oma-uri.js";
import { codeIntunePreferenceFile } from "../../../src/profiles/claude-code/code-intune-preference-file.js";
import { codeIntuneRemediation } from "../../../src/profiles/claude-code/code-intune-remediation.js";
import { codeManagedMcp } from "../../../src/profiles/claude-code/code-managed-mcp.js";
import { codeManagedSettings } from "../../../src/profiles/claude-code/code-managed-settings.js";
import { codeMobileconfig } from "../../../src/profiles/claude-code/code-mobileconfig.js";
import { codePowershell } from "../../../src/profiles/claude-code/code-powershell.js";
import { codePreferencePlist } from "../../../src/profiles/claude-code/code-preference-plist.js";
import { codeReg } from "../../../src/profiles/claude-code/code-reg.js";
import { codeRegistryPol } from "../../../src/profiles/claude-code/code-registry-pol.js";
import { codeWorkspaceOne } from "../../../src/profiles/claude-code/code-workspace-one.js";
import { codeFormats } from "../../../src/profiles/claude-code/index.js";
import { profileFormats, profileTemplates } from "../../../src/profiles/index.js";
import { object } from "../../../src/shape/build.js";
import { checkShape } from "../../../src/shape/check-shape.js";
import { appleRules, checkAppleRules } from "../../support/apple-rules.js";
import { canMerge } from "../../support/hive.js";
import { needsPlistlib, readPlists } from "../../support/plists.js";
import { pythonHas } from "../../support/python.js";
import { carriableText } from "../../support/settings-arbitrary.js";
import { needsXml } from "../../support/xml.js";
import { identity } from "../cases.js";
import { expectMarked } from "../conformance.js";
import { reader as preg } from "../readers/registry-pol.js";
import {
	byBarePayload,
	byHivex,
	byJson,
	byOmaUri,
	byPlainPlist,
	byPlistlib,
	byPlistPart,
	byPowershell,
	byPreg,
	examined,
	profileWith,
	type Reader,
	servers,
} from "./exam.js";

const value: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 3, withCrossShrink: true },
		carriableText,
		fc.constantFrom<JsonValue>(true, false, 0, 1, -7, 0.25, 2 ** 40),
		fc.array(tie("value"), { maxLength: 3 }),
		fc.dictionary(carriableText, tie("value"), { maxKeys: 3, noNullPrototype: true }),
	),
})).value;

const names = fc.constantFrom(
	"env",
	"permissions",
	"hooks",
	"model",
	"cleanupPeriodDays",
	"sandbox",
	"companyAnnouncements",
);
const documents: readonly JsonObject[] = [
	{},
	{ parentSettingsBehavior: "merge", env: {}, permissions: { deny: [] } },
	{ feedbackSurveyRate: 0.005, cleanupPeriodDays: 7, skipWebFetchPreflight: false, env: { DISABLE_TELEMETRY: "1" } },
	{ permissions: { deny: ["Read(~/.ssh/**)", 'Bash(echo "x" \\ %PATH%)'] }, claudeMd: "one\r\ntwo\ttabs\u2028end" },
	...fc.sample(fc.dictionary(names, value, { noNullPrototype: true }), { numRuns: 40, seed: 11 }),
];

const plain = documents.slice(0, 4);
/** A hive is made for each file. */
const few = documents.slice(0, 8);
const isSlow = (read: Reader) => read === byHivex;

const whole = (settings: JsonObject) => settings;
const onlyServers = () => ({ mcpServers: servers });

/** Every format, the program that reads it, and formats that are wrong in one thing. */
const exams: readonly (readonly [
	string,
	CodeFormat,
	Reader,
	boolean,
	(settings: JsonObject) => JsonObject,
	Readonly<Record<string, (format: CodeFormat) => CodeFormat>>,
])[] = [
	[
		"codeManagedSettings",
		codeManagedSettings,
		byJson,
		pythonHas("json"),
		whole,
		{ texts: asTexts, cut, without: withoutFalse },
	],
	["codeManagedMcp", codeManagedMcp, byJson, pythonHas("json"), onlyServers, { cut, bare: withoutServers }],
	[
		"codeMobileconfig",
		codeMobileconfig,
		byPlistlib,
		needsPlistlib.isHere,
		whole,
		{ texts: asTexts, cut, domain: otherDomain, without: withoutFalse },
	],
	["codeReg", codeReg, byHivex, canMerge, whole, { texts: asTexts, cut, key: otherKey, without: withoutFalse }],
	[
		"codePreferencePlist",
		codePreferencePlist,
		byPlainPlist,
		needsPlistlib.isHere,
		whole,
		{ texts: asTexts, cut, without: withoutFalse },
	],
	[
		"codeIntunePreferenceFile",
		codeIntunePreferenceFile,
		byPlistPart,
		needsPlistlib.isHere,
		whole,
		{ texts: asTexts, cut, without: withoutFalse },
	],
	[
		"codeWorkspaceOne",
		codeWorkspaceOne,
		byBarePayload,
		needsPlistlib.isHere,
		whole,
		{ texts: asTexts, cut, domain: otherDomain, without: withoutFalse },
	],
	[
		"codePowershell",
		codePowershell,
		byPowershell,
		true,
		whole,
		{ texts: asTexts, cut, key: otherScriptKey, without: withoutFalse },
	],
	[
		"codeIntuneRemediation",
		codeIntuneRemediation,
		byPowershell,
		true,
		whole,
		{ texts: asTexts, cut, key: otherScriptKey, without: withoutFalse },
	],
	[
		"codeRegistryPol",
		codeRegistryPol,
		byPreg,
		preg.isHere,
		whole,
		{ texts: asTexts, cut, key: otherKey, without: withoutFalse },
	],
	[
		"codeIntuneOmaUri",
		codeIntuneOmaUri,
		byOmaUri,
		needsXml.isHere,
		whole,
		{ texts: asTexts, cut, without: withoutFalse },
	],
];

test("every format has an exam, and no word of another", () => {
	expect(exams.map(([name]) => name).sort()).toEqual(Object.keys(codeFormats).sort());
	const others = [...Object.keys(profileFormats), ...Object.keys(profileTemplates)];
	expect(Object.keys(codeFormats).filter((word) => others.includes(word))).toEqual([]);
});

describe.each(exams)("%s", (_, format, read, isHere, expected, mutants) => {
	test.skipIf(!isHere)("another program reads what it was made from", { timeout: 180_000 }, async () => {
		expect(await examined(format, isSlow(read) ? few : documents, read, expected)).toEqual([]);
	});

	test.skipIf(!isHere).each(Object.entries(mutants))(
		"the exam tells a wrong one apart: %s",
		{ timeout: 180_000 },
		async (_, mutate) => {
			expect(await examined(mutate(format), plain, read, expected)).not.toEqual([]);
		},
	);

	test("describes itself, and makes the files that it names", async () => {
		expect(format.docs).toMatch(/^https:\/\//);
		for (const block of Object.values(format.examples)) {
			expect(checkShape(object(format.options), block, { at: [] })).toEqual([]);
			for (const platform of format.platforms) {
				const { value: files = [] } = await format.render(profileWith({ model: "opus" }, platform), block);
				expect(files.map(({ name }) => name)).toEqual(format.fileNames(identity, block));
				expectMarked(format, files);
				expect(format.handling(platform).imports.length).toBeGreaterThan(0);
				for (const { name } of [...files, ...(format.removals?.() ?? [])])
					expect(name).toMatch(/^claude-code\/[\w./-]+$/);
			}
		}
	});
});

test("a drop-in stands in the folder of drop-ins", async () => {
	const { value: [file] = [] } = await codeManagedSettings.render(profileWith({}, "linux"), { dropIn: "50-cowork" });
	expect(file?.name).toBe("claude-code/managed-settings.d/50-cowork.json");
	const shape = object(codeManagedSettings.options);
	// Hidden files are not read, and another ending is not either.
	for (const dropIn of [".hidden", "../up", "a.json", ""]) {
		expect(checkShape(shape, { dropIn }, { at: [] })).not.toEqual([]);
	}
});

test("custom settings of Workspace ONE are one payload with nothing around it, and what the console replaces is told", async () => {
	const profile = profileWith({ claudeMd: "ask {DeviceSerialNumber}", model: "opus" }, "macos");
	const { value: [file] = [], problems } = await codeWorkspaceOne.render(profile, {});
	expect(String(Buffer.from(file?.content ?? []))).toMatch(/^<dict>/);
	expect(problems).toEqual([expect.objectContaining({ code: "mdm-variable", path: ["claudeMd"] })]);
	expect(codeWorkspaceOne.byDefault).toBe(false);
});

test("the registry file writes one value and deletes none of another product", async () => {
	const { value: [file] = [] } = await codeReg.render(profileWith({ model: "opus" }, "windows"), {});
	expect(Buffer.from(file?.content ?? []).toString("utf16le")).toBe(
		[
			"\ufeffWindows Registry Editor Version 5.00",
			"",
			"; Sets the policies of Claude Code of deployment eu, group pilot.",
			"; Settings 0a1b2c3d.",
			"",
			"[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\ClaudeCode]",
			'"Settings"="{\\"model\\":\\"opus\\"}"',
			"",
		].join("\r\n"),
	);
	expect(Buffer.from(codeReg.removals?.()[0]?.content ?? []).toString("utf16le")).toBe(
		[
			"\ufeffWindows Registry Editor Version 5.00",
			"",
			"; Removes the policies of Claude Code.",
			"",
			"[-HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\ClaudeCode]",
			"",
		].join("\r\n"),
	);
});

test.skipIf(!appleRules || !pythonHas("yaml", "plistlib"))(
	"Apple's payload rules: needs them beside the repository",
	async () => {
		const { value: [file] = [] } = await codeMobileconfig.render(profileWith({ model: "opus" }, "macos"), {});
		const [profile = {}] = readPlists([file?.content ?? new Uint8Array()]);
		expect(checkAppleRules(profile)).toEqual([]);
		expect(profile).toMatchObject({
			PayloadIdentifier: "com.example.cowork.eu.pilot.claude-code",
			PayloadScope: "System",
			PayloadContent: [{ PayloadType: "com.anthropic.claudecode", model: "opus" }],
		});
	},
);

test.each<[string, JsonObject, string[]]>([
	["a name of the payload's own", { PayloadType: "x" }, ["PayloadType"]],
	["a character that XML has no way to write, three levels deep", { a: { b: ["\u0000"] } }, ["a.b.0"]],
	["one in a name", { env: { "A\u0001": "x" } }, ["env.A\u0001"]],
	["nothing where something is to be", { a: [null] }, ["a.0"]],
])("%s is refused in every form alike", (_, settings, paths) => {
	expect(checkNative(settings).map(({ path }) => path.join("."))).toEqual(paths);
});

type Render = CodeFormat["render"];

function mutant(format: CodeFormat, change: (render: Render) => Render): CodeFormat {
	return { ...format, render: change(format.render.bind(format)) };
}

/** Lists and objects as one JSON text each, as Claude Desktop has them. */
function asTexts(format: CodeFormat): CodeFormat {
	return mutant(format, (render) => (profile, options) => {
		const settings = Object.fromEntries(
			Object.entries(profile.settings).map(([name, each]) => [
				name,
				typeof each === "string" ? each : JSON.stringify(each),
			]),
		);
		return render({ ...profile, settings }, options);
	});
}

function withoutFalse(format: CodeFormat): CodeFormat {
	return mutant(format, (render) => (profile, options) => {
		const kept = Object.entries(profile.settings).filter(([, each]) => each !== false);
		return render({ ...profile, settings: Object.fromEntries(kept) }, options);
	});
}

function withoutServers(format: CodeFormat): CodeFormat {
	return mutant(format, (render) => (profile, options) => render({ ...profile, mcpServers: {} }, options));
}

/** The last characters of the file are missing. */
function cut(format: CodeFormat): CodeFormat {
	return changed(format, (content) => content.slice(0, -16));
}

function otherDomain(format: CodeFormat): CodeFormat {
	return changed(format, (content) =>
		new TextEncoder().encode(
			new TextDecoder().decode(content).replace("com.anthropic.claudecode<", "com.anthropic.claudefordesktop<"),
		),
	);
}

function otherKey(format: CodeFormat): CodeFormat {
	return changed(format, (content) => {
		const text = Buffer.from(content).toString("utf16le").replace("Policies\\ClaudeCode", "Policies\\Claude");
		return new Uint8Array(Buffer.from(text, "utf16le"));
	});
}

function otherScriptKey(format: CodeFormat): CodeFormat {
	return changed(format, (content) =>
		Buffer.from(Buffer.from(content).toString("latin1").replace("Policies\\ClaudeCode", "Policies\\Claude"), "latin1"),
	);
}

function changed(format: CodeFormat, change: (content: Uint8Array) => Uint8Array): CodeFormat {
	return mutant(format, (render) => async (profile, options) => {
		const { value = [] } = await render(profile, options);
		return made(value.map((file) => ({ ...file, content: change(file.content) })));
	});
}
