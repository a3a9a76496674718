import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import type { JsonObject } from "../../src/json.js";
import type { CodeFormat } from "../../src/profiles/claude-code/code-format.js";
import { codeFormats } from "../../src/profiles/claude-code/index.js";
import type { ProfileFormat } from "../../src/profiles/format.js";
import { profileFormats } from "../../src/profiles/index.js";
import { profileCases, render } from "./cases.js";
import { profileWith } from "./claude-code/exam.js";

// Bodies of calls to Microsoft Graph, held against the types that Microsoft publishes of the service's beta.

const root = path.resolve(import.meta.dirname, "../..");
const settings = profileCases["one-of-each-type"].settings;
const bodies = await Promise.all(
	Object.entries<ProfileFormat>(profileFormats).map(async ([word, format]) => {
		const files = (await render(format, settings)).filter(({ name }) => name.endsWith(".json"));
		return files.map(({ content }): [string, JsonObject] => [word, JSON.parse(new TextDecoder().decode(content))]);
	}),
);
const ofCode = await Promise.all(
	Object.entries<CodeFormat>(codeFormats).map(async ([word, format]) => {
		const [platform] = format.platforms;
		const { value: files = [] } = await format.render(profileWith({ model: "opus" }, platform), {});
		const found = files.filter(({ name }) => name.endsWith(".json"));
		return found.map(({ content }): [string, JsonObject] => [word, JSON.parse(new TextDecoder().decode(content))]);
	}),
);
const calls = [...bodies, ...ofCode].flat().filter(([, body]) => "@odata.type" in body);

test("bodies of calls are what the service takes, and the types would say if they were not", {
	timeout: 120_000,
}, () => {
	const checks = calls.flatMap(([, body]) => [
		`(${literal(body)}) satisfies ${typeOf(body)};`,
		`(${literal({ ...body, displayName: 1 })}) satisfies ${typeOf(body)};`,
		`(${literal({ ...body, displayNam: "x" })}) satisfies ${typeOf(body)};`,
	]);
	const refused = complaints(['import type * as graph from "@microsoft/microsoft-graph-types-beta";', ...checks]);
	expect(refused).toEqual(calls.flatMap((_, index) => [index * 3 + 2, index * 3 + 3]));
	expect(calls.map(([word]) => word)).toEqual([
		"intunePreferenceFile",
		"intuneRemediation",
		"intuneOmaUri",
		"codeIntunePreferenceFile",
		"codeIntuneRemediation",
		"codeIntuneOmaUri",
	]);
});

/** The types leave out what every body says of its own type. */
function literal(body: JsonObject): string {
	return JSON.stringify(body, (name, value) => (name === "@odata.type" ? undefined : value));
}

function typeOf(body: JsonObject): string {
	const [, first = "", rest = ""] = /^#microsoft\.graph\.(.)(.*)$/.exec(String(body["@odata.type"])) ?? [];
	const type = `graph.${first.toUpperCase()}${rest}`;
	return body.omaSettings ? `Omit<${type}, "omaSettings"> & { omaSettings: graph.OmaSettingString[] }` : type;
}

/** The lines that the compiler finds fault with, each once; lines count from 0. */
function complaints(lines: readonly string[]): readonly number[] {
	const name = path.join(root, "graph-bodies.ts");
	const options: ts.CompilerOptions = { strict: true, noEmit: true, skipLibCheck: true, types: [] };
	const host = ts.createCompilerHost(options);
	const { getSourceFile, fileExists } = host;
	host.fileExists = (file) => file === name || fileExists(file);
	host.getSourceFile = (file, ...rest) =>
		file === name ? ts.createSourceFile(file, lines.join("\n"), ts.ScriptTarget.ESNext) : getSourceFile(file, ...rest);
	const program = ts.createProgram([name], options, host);
	const found = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
		if (file?.fileName !== name) throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
		return file.getLineAndCharacterOfPosition(start ?? 0).line;
	});
	return [...new Set(found)];
}
