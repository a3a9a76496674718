import type { JsonObject, JsonValue } from "../../../src/json.js";
import { canonicalJson } from "../../../src/json.js";
import type { CodeFormat, CodeProfile } from "../../../src/profiles/claude-code/code-format.js";
import type { Platform } from "../../../src/profiles/format.js";
import { mergedInto } from "../../support/hive.js";
import { aroundPart, readPlists } from "../../support/plists.js";
import { powershellParser, valuesInHash } from "../../support/powershell.js";
import { python } from "../../support/python.js";
import { identity } from "../cases.js";
import { policiesIn } from "../readers/intune-oma-uri.js";
import { registryPolValues } from "../readers/registry-pol.js";

/** What another program reads in the first file of each profile: the settings, or the document with servers. */
export type Reader = (files: readonly Uint8Array[]) => readonly unknown[];

/** Servers that every profile of the exam has. */
export const servers: JsonObject = { wiki: { type: "http", url: "https://wiki.example.com/mcp" } };

export function profileWith(settings: JsonObject, platform: Platform): CodeProfile {
	return { identity, platform, revision: "0a1b2c3d", settings, mcpServers: servers };
}

export const byJson: Reader = (files) => {
	const script = "def answer(files): return [json.loads(base64.b64decode(each).decode('utf-8')) for each in files]";
	const encoded = files.map((each) => Buffer.from(each).toString("base64"));
	return python(script, encoded) as readonly unknown[];
};

/** The payload without what belongs to the profile around it, whose type says who reads it. */
export const byPlistlib: Reader = (files) =>
	readPlists(files).map(({ PayloadContent }) => {
		const [payload = {}] = PayloadContent as readonly Readonly<Record<string, unknown>>[];
		if (payload.PayloadType !== "com.anthropic.claudecode") return { of: payload.PayloadType };
		return Object.fromEntries(Object.entries(payload).filter(([name]) => !name.startsWith("Payload")));
	});

/** The one value, below the key that Claude Code reads. */
export const byHivex: Reader = (files) =>
	mergedInto("Policies\\ClaudeCode", files).map((values) => {
		const { Settings: text, ...others } = values ?? {};
		return Object.keys(others).length > 0 || text === undefined ? values : JSON.parse(text);
	});

/** A property list with nothing around it. */
export const byPlainPlist: Reader = (files) => readPlists(files);

/** The keys alone, inside a property list. */
export const byPlistPart: Reader = (files) => readPlists(files.map((each) => aroundPart(each, "<dict>", "</dict>")));

const parse = await powershellParser();

/** A payload that stands alone, inside a property list. */
export const byBarePayload: Reader = (files) =>
	readPlists(files.map((each) => aroundPart(each, "", ""))).map((payload) => {
		if (payload.PayloadType !== "com.anthropic.claudecode") return { of: payload.PayloadType };
		return Object.fromEntries(Object.entries(payload).filter(([name]) => !name.startsWith("Payload")));
	});

/** The one value of the script's table, below the key that Claude Code reads. */
export const byPowershell: Reader = (files) =>
	files.map((each) => {
		const script = Buffer.from(each).toString("latin1");
		const values = valuesInHash(parse(script));
		if (!script.includes(`$path = '${key}'`)) return { of: "another key" };
		return onlySettings(values);
	});

export const byPreg: Reader = (files) => registryPolValues(files, key).map(onlySettings);

export const byOmaUri: Reader = (files) =>
	files.map((each) => onlySettings(policiesIn(each, { app: "PulumiClaudeCode", key })));

const key = "SOFTWARE\\Policies\\ClaudeCode";

/** The settings, where the text of them is all there is. */
function onlySettings({ Settings: text, ...others }: Readonly<Record<string, JsonValue>>): unknown {
	return Object.keys(others).length > 0 || typeof text !== "string" ? { text, others } : JSON.parse(text);
}

/** Documents that a format does not carry as they are, by what other programs read; none for one that is right. */
export async function examined(
	format: CodeFormat,
	documents: readonly JsonObject[],
	read: Reader,
	expected: (settings: JsonObject) => JsonObject = (settings) => settings,
): Promise<readonly JsonObject[]> {
	const files = await Promise.all(
		documents.map(async (settings) => {
			const { value } = await format.render(profileWith(settings, format.platforms[0]), {});
			return value?.[0]?.content ?? new Uint8Array();
		}),
	);
	let found: readonly unknown[];
	try {
		found = read(files);
	} catch {
		return documents;
	}
	return documents.filter(
		(settings, index) => canonicalJson(found[index] as JsonObject) !== canonicalJson(expected(settings)),
	);
}
