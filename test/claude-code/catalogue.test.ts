import { describe, expect, test } from "vitest";
import {
	codeSettings,
	codeVariables,
	findCodeSetting,
	isSecretVariable,
	isVariableName,
	sourceOfSetting,
	sourceOfVariable,
} from "../../src/claude-code/catalogue.js";
import { branchesOf } from "../../src/claude-code/dotted.js";
import { refusedSettings } from "../../src/claude-code/refused-settings.js";
import { isRestrictive } from "../../src/configuration/restriction.js";
import { checkShape } from "../../src/shape/check-shape.js";
import { readFacts } from "../support/facts.js";

interface SettingFact {
	readonly name: string;
	readonly type: string;
	readonly scope: string;
	readonly relevant: boolean;
	readonly default?: string;
	readonly since?: string;
	readonly stricterWhen?: string;
	readonly secretNote?: string;
	readonly status?: string;
	readonly source?: string;
}

interface VariableFact {
	readonly name: string;
	readonly relevant: boolean;
	readonly secret?: boolean;
	readonly since?: string;
	readonly source?: string;
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
			expect(setting?.since).toEqual(fact.since?.startsWith("2.") ? fact.since.split(" ")[0] : undefined);
			expect(setting?.restricts === undefined).toBe(fact.stricterWhen === undefined);
			if (fact.stricterWhen === "true" || fact.stricterWhen === "false") {
				expect(isRestrictive(setting?.restricts, fact.stricterWhen === "true")).toBe(true);
				expect(isRestrictive(setting?.restricts, fact.stricterWhen !== "true")).toBe(false);
			}
			if (fact.default === "true" || fact.default === "false") expect(String(setting?.default)).toBe(fact.default);
			expect(setting?.headersInside === true).toBe(fact.secretNote?.startsWith("headers") === true);
			expect(checkShape(setting?.shape ?? { kind: "any" }, null, { at: [] }).length > 0).toBe(
				!fact.type.startsWith("see "),
			);
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
		if (fact.relevant) expect(sourceOfVariable(name)).toBe(fact.source ?? "https://code.claude.com/docs/en/env-vars");
	});
});

test("names that are refused are no settings", () => {
	expect(Object.keys(refusedSettings).filter((name) => findCodeSetting(name))).toEqual([]);
});
