import { describe, expect, test } from "vitest";
import {
	codeSettings,
	codeVariables,
	findCodeSetting,
	findCodeVariable,
	isSecretVariable,
	isVariableName,
	sourceOfSetting,
	sourceOfVariable,
} from "../../src/claude-code/catalogue.js";
import { branchesOf } from "../../src/claude-code/dotted.js";
import { refusedSettings } from "../../src/claude-code/refused-settings.js";
import { isRestrictive } from "../../src/configuration/restriction.js";
import { checkShape } from "../../src/shape/check-shape.js";
import type { Shape } from "../../src/shape/shape.js";
import { readFacts } from "../support/facts.js";

interface SettingFact {
	readonly name: string;
	readonly type: string;
	readonly scope: string;
	readonly relevant: boolean;
	readonly values?: string;
	readonly default?: string;
	readonly since?: string;
	readonly stricterWhen?: string;
	readonly secretNote?: string;
	readonly status?: string;
	readonly source?: string;
	readonly confidence?: string;
}

interface VariableFact {
	readonly name: string;
	readonly relevant: boolean;
	readonly values?: string;
	readonly secret?: boolean;
	readonly since?: string;
	readonly source?: string;
	readonly confidence?: string;
}

const facts = readFacts<{ settings: SettingFact[]; environment: VariableFact[] }>("claude-code-settings.json");

/** Names that are levels, members of a list's items, or written elsewhere. */
const inOthers = [
	"env",
	"hooks",
	"autoMode.classifyAllShell",
	"policyHelper.path",
	"policyHelper.timeoutMs",
	"policyHelper.refreshIntervalMs",
	"strictPluginOnlyCustomization.skills",
	"strictPluginOnlyCustomization.agents",
	"strictPluginOnlyCustomization.hooks",
	"strictPluginOnlyCustomization.mcp",
];

describe.skipIf(facts === undefined)("the catalogue agrees with the facts (needs claude-code-settings.json)", () => {
	const settings = facts?.settings ?? [];
	const variables = facts?.environment ?? [];

	test("every setting is known, refused, a level, or inside another", () => {
		const levels = branchesOf(Object.keys(codeSettings));
		const known = (name: string) =>
			Object.hasOwn(codeSettings, name) || Object.hasOwn(refusedSettings, name) || levels.has(name);
		expect(
			settings
				.map(({ name }) => name)
				.filter((name) => !known(name))
				.sort(),
		).toEqual([...inOthers].sort().filter((name) => !known(name)));
		const named = new Set(settings.map(({ name }) => name));
		expect(Object.keys(codeSettings).filter((name) => !named.has(name))).toEqual([]);
	});

	test("what nobody reads any more, and what users alone may set, is refused", () => {
		const gone = settings.filter(({ status, scope }) => status !== undefined || scope === "global config");
		for (const { name } of gone) expect(Object.hasOwn(refusedSettings, name), name).toBe(true);
	});

	test.each(settings.filter(({ name }) => findCodeSetting(name)).map((fact) => [fact.name, fact] as const))(
		"%s",
		(name, fact) => {
			const setting = findCodeSetting(name);
			expect(setting?.since).toEqual(codeVersionOf(fact.since));
			expect(setting?.sinceDesktop).toEqual(/^Desktop (\S+)$/.exec(fact.since ?? "")?.[1]);
			expect(setting?.unverified === true).toBe(fact.confidence !== undefined);
			expect(kindsOf(setting?.shape)).toEqual(kindsOfType(fact, setting?.shape));
			if (isWords(fact.values) && fact.type === "string") expect(wordsOf(setting?.shape)).toEqual(expectedWords(fact));
			expect(setting?.restricts === undefined).toBe(fact.stricterWhen === undefined);
			if (fact.stricterWhen === "true" || fact.stricterWhen === "false") {
				expect(isRestrictive(setting?.restricts, fact.stricterWhen === "true")).toBe(true);
				expect(isRestrictive(setting?.restricts, fact.stricterWhen !== "true")).toBe(false);
			}
			if (fact.default === "true" || fact.default === "false") expect(String(setting?.default)).toBe(fact.default);
			expect(setting?.headersInside === true).toBe(fact.secretNote?.startsWith("headers") === true);
			expect(checkShape(setting?.shape ?? { kind: "any" }, null, { at: [] })).not.toEqual([]);
			if (setting?.default !== undefined && setting.shape.kind !== "any" && name !== "parentSettingsBehavior") {
				expect(checkShape(setting.shape, setting.default, { at: [] })).toEqual([]);
			}
			expect(sourceOfSetting(name)).toBe(
				fact.source ?? `https://code.claude.com/docs/en/settings-reference#${name.toLowerCase()}`,
			);
		},
	);

	test.each(variables.map((fact) => [fact.name, fact] as const))("%s", (name, fact) => {
		expect(isVariableName(name)).toBe(true);
		expect(isSecretVariable(name)).toBe(fact.secret === true);
		expect(Object.hasOwn(codeVariables, name)).toBe(fact.relevant);
		if (!fact.relevant) return;
		const variable = findCodeVariable(name);
		expect(variable?.since).toEqual(codeVersionOf(fact.since));
		expect(variable?.unverified === true).toBe(fact.confidence !== undefined);
		for (const word of isWords(fact.values) ? (fact.values ?? "").split(",") : [])
			expect(checkShape(variable?.shape ?? { kind: "any" }, word, { at: [] }), word).toEqual([]);
		if (fact.relevant) expect(sourceOfVariable(name)).toBe(fact.source ?? "https://code.claude.com/docs/en/env-vars");
	});
});

/** A fact may name a range, or when somebody first saw it. */
function codeVersionOf(since: string | undefined): string | undefined {
	return /^(2\.\d+\.\d+)(?: |$)/.exec(since ?? "")?.[1];
}

function isWords(values: string | undefined): boolean {
	return /^[A-Za-z0-9/-]+(?:,[A-Za-z0-9/-]+)+$/.test(values ?? "");
}

function wordsOf(shape: Shape | undefined): readonly string[] {
	return shape?.kind === "text" ? [...(shape.values ?? [])].sort() : [];
}

/** Without `merge` the restrictions of Claude Desktop are dropped, so that there is no other word. */
function expectedWords({ name, values = "" }: SettingFact): readonly string[] {
	return name === "parentSettingsBehavior" ? ["merge"] : values.split(",").sort();
}

const kinds: Readonly<Record<string, string>> = {
	boolean: "switch",
	string: "text",
	object: "map",
	"string[]": "list",
	"object[]": "list",
	array: "list",
	number: "number",
	integer: "number",
};

function kindsOf(shape: Shape | undefined): readonly string[] {
	if (shape?.kind === "either") return shape.of.flatMap(kindsOf).sort();
	return shape ? [shape.kind === "object" ? "map" : shape.kind] : [];
}

/** What a fact's type may be here; the vendor's own types say what one is that the facts leave open. */
function kindsOfType({ name, type }: SettingFact, shape: Shape | undefined): readonly string[] {
	if (type.startsWith("see ")) return kindsOf(shape).filter((kind) => kind !== "any");
	// The types have one cap, and those by model below modelSettings.
	if (name === "maxEffortLevel") return ["text"];
	return type
		.split("/")
		.map((each) => kinds[each] ?? each)
		.sort();
}

test("names that are refused are no settings", () => {
	expect(Object.keys(refusedSettings).filter((name) => findCodeSetting(name))).toEqual([]);
});
