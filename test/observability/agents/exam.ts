import { parse } from "plist";
import { describe, expect, it } from "vitest";
import type { AgentFile, AgentRequest, OtherAgent } from "../../../src/observability/agents/other-agent.js";
import { platforms } from "../../../src/profiles/format.js";

const request: AgentRequest = { organization: "Example Corp", identifierPrefix: "com.example", deployment: "eu" };

/** An organisation whose name means something to XML, shells and registry files. */
const awkward: AgentRequest = { ...request, organization: 'A & B <"Co"> $(x) %y% \\ "\n[HKEY_LOCAL_MACHINE\\X]' };

function filesOf({ files }: OtherAgent, of = request): AgentFile[] {
	return platforms.flatMap((platform) => files(platform, of));
}

export function textOf({ content }: Pick<AgentFile, "content">): string {
	if (typeof content === "string") return content;
	const isWide = content[0] === 0xff && content[1] === 0xfe;
	return new TextDecoder(isWide ? "utf-16le" : "utf-8").decode(content);
}

/** Throws where a program that takes the kind of file would not read it. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
	"application/json": JSON.parse,
	"application/x-apple-aspen-config": parse,
	"application/toml": (text) => everyLine(text, /^(?:\[[a-z_.]+\]|[a-z_]+ = (?:true|false|"[^"]*"|\d+)|)$/),
	"text/x-registry": (text) =>
		everyLine(
			text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n"),
			/^(?:Windows Registry Editor Version 5\.00|\[HKEY_LOCAL_MACHINE\\[^\]]+\]|"\w+"=(?:"[^"]*"|dword:[0-9a-f]{8})|)$/,
		),
	"text/plain": (text) => everyLine(text, /^(?:[A-Z][A-Z0-9_]*=\S*|)$/),
};

function everyLine(text: string, form: RegExp): void {
	for (const line of text.split("\n")) expect(line).toMatch(form);
}

/** Values that switch something off, or name the strictest choice. */
const off: readonly (string | boolean)[] = [
	false,
	"0",
	"1",
	"off",
	"none",
	"disable",
	"disabled",
	"false",
	"true",
	true,
];

/** What every agent must keep; a check throws where the law is broken. */
export const laws = {
	"says of each switch what it does, and who says so": ({ title, switches }) => {
		expect(title).toMatch(/^[A-Z]/);
		for (const { effect, source } of switches) {
			expect(effect).toMatch(/^[a-z][^\n]*[^.\n]$/);
			expect(source.trim()).not.toBe("");
		}
	},
	"gives no switch a value that is no choice": ({ switches }) => {
		for (const { name, value } of switches) expect([name, off.includes(value)]).toEqual([name, true]);
	},
	"names each switch once, as written or as not written with why": ({ switches, notWritten }) => {
		const names = [...switches, ...notWritten].map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		for (const { because } of notWritten) expect(because).toMatch(/^[a-z][^\n]*[^.\n]$/);
	},
	"says what has to stay reachable": ({ mustStay }) => {
		expect(mustStay).not.toEqual([]);
	},
	"has each switch with its value in a file, and no file without one": (agent) => {
		const texts = filesOf(agent).map((file) => decoded(textOf(file)));
		expect(texts.length > 0).toBe(agent.switches.length > 0);
		for (const { name, value } of agent.switches) {
			const last = name.split(".").at(-1) ?? name;
			const holds = texts.some((text) => text.includes(last) && text.includes(shown(value)));
			expect([name, holds]).toEqual([name, true]);
		}
	},
	"names its files plainly, each once on a platform, with the place on a device": (agent) => {
		for (const platform of platforms) {
			const files = agent.files(platform, request);
			expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
			for (const { name, place } of files) {
				expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);
				expect(place.trim()).not.toBe("");
			}
		}
	},
	"writes files that are read, whatever the organisation is called": (agent) => {
		for (const of of [request, awkward])
			for (const file of filesOf(agent, of)) {
				const read = readers[file.mediaType];
				expect([file.mediaType, read !== undefined]).toEqual([file.mediaType, true]);
				expect(() => read?.(textOf(file))).not.toThrow();
			}
	},
	"writes no variable or member that is no switch of its own": (agent) => {
		const known = agent.switches.map(({ name }) => name.split(".").at(-1) ?? name);
		for (const file of filesOf(agent)) for (const name of namesIn(file)) expect(known).toContain(name);
	},
	"writes the same each time": (agent) => {
		expect(filesOf(agent)).toEqual(filesOf(agent));
	},
} satisfies Record<string, (agent: OtherAgent) => void>;

function shown(value: string | boolean): string {
	return typeof value === "string" ? value : "";
}

/** A profile of Codex carries its files in base64. */
function decoded(text: string): string {
	const inside = [...text.matchAll(/<string>([A-Za-z0-9+/=]{40,})<\/string>/g)].map(([, base64 = ""]) => base64);
	return [text, ...inside.map((base64) => Buffer.from(base64, "base64").toString())].join("\n");
}

/** Names that a file gives values to. */
function namesIn(file: AgentFile): string[] {
	const text = textOf(file);
	if (file.mediaType === "application/json") return leaves(JSON.parse(text));
	if (file.mediaType === "text/plain") return [...text.matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name = ""]) => name);
	if (file.mediaType === "application/toml") return [...text.matchAll(/^(\w+) = /gm)].map(([, name = ""]) => name);
	if (file.mediaType === "text/x-registry") return [...text.matchAll(/^"(\w+)"=/gm)].map(([, name = ""]) => name);
	return [];
}

function leaves(value: object): string[] {
	return Object.entries(value).flatMap(([name, inner]) =>
		typeof inner === "object" && inner !== null && !Array.isArray(inner) ? leaves(inner) : [name],
	);
}

export function examineAgent(name: string, agent: OtherAgent): void {
	describe(name, () => {
		it.each(Object.entries(laws))("%s", (_, law) => law(agent));
	});
}
