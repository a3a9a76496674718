import { describe, expect, test } from "vitest";
import { findKey, isKeyName, keyNames, type ManagedKeyName, managedKeys } from "../../src/configuration/catalogue.js";
import { type ManagedKey, sourcesOf } from "../../src/configuration/managed-key.js";
import { checkShape } from "../../src/shape/check-shape.js";
import { readFacts } from "../support/facts.js";

/** A documented key of the research behind the catalogue, which is no part of the package. */
interface Fact {
	readonly key: string;
	readonly section: string;
	readonly group: string;
	readonly type: string;
	readonly min?: number;
	readonly max?: number;
	readonly enum?: readonly string[];
	readonly deprecatedEnum?: readonly string[];
	readonly default?: unknown;
	readonly since: string;
	readonly secret: boolean;
	readonly availability: string;
	readonly providers: "all (not provider-specific)" | readonly string[];
	readonly platforms?: readonly string[];
	readonly appBehaviorKey?: boolean;
	readonly deprecated?: string;
	readonly status: string;
	readonly source: readonly string[];
}

const facts = readFacts<Fact[]>("managed-keys.json") ?? [];
const documented = facts.filter((fact) => fact.status === "documented");

describe.skipIf(documented.length === 0)("the catalogue agrees with the facts (needs managed-keys.json)", () => {
	test("it has the documented keys and no other", () => {
		expect([...keyNames].sort()).toEqual(documented.map((fact) => fact.key).sort());
		expect(keyNames).toHaveLength(141);
	});

	test.each(documented.map((fact) => [fact.key, fact] as const))("%s", (name, fact) => {
		const everyRoute = typeof fact.providers === "string" || fact.providers.length === 6;
		const key: ManagedKey | undefined = findKey(name);
		expect(key && describeKey(name, key)).toEqual({
			section: fact.section,
			group: fact.group,
			type: fact.type,
			min: fact.min,
			max: fact.max,
			values: fact.enum,
			deprecatedValues: fact.deprecatedEnum,
			default: fact.default,
			since: fact.since,
			secret: fact.secret,
			delivery: fact.availability.startsWith("mdm-only") ? "mdm" : "mdm+bootstrap",
			providers: everyRoute ? undefined : fact.providers,
			platforms: fact.platforms,
			appBehavior: fact.appBehaviorKey === true,
			isDeprecated: fact.deprecated !== undefined,
			sources: fact.source,
		});
	});
});

function describeKey(name: string, key: ManagedKey) {
	return {
		section: key.section,
		group: key.group,
		type: key.type,
		min: key.min,
		max: key.max,
		values: key.values,
		deprecatedValues: key.deprecatedValues && Object.keys(key.deprecatedValues),
		default: key.default,
		since: key.since,
		secret: key.secret === true,
		delivery: key.delivery ?? "mdm+bootstrap",
		providers: key.providers,
		platforms: key.platforms,
		appBehavior: key.appBehavior === true,
		isDeprecated: key.deprecated !== undefined,
		sources: sourcesOf(name, key),
	};
}

test.each(keyNames.map((name) => [name, findKey(name)?.summary] as const))(
	"%s has one line for people",
	(_, summary) => {
		expect(summary).toMatch(/^[A-Z][^\n]{10,140}\.$/);
	},
);

test("a value inside the bounds is taken and one outside is not", () => {
	const bounded = keyNames.map((name): [string, ManagedKey] => [name, managedKeys[name]]);
	for (const [name, { type, above, min = above === undefined ? 0 : above + 1, max, shape }] of bounded) {
		const takes = (value: number) => checkShape(shape, value, { at: [] }).length === 0;
		if (type !== "integer") continue;
		expect([name, takes(min)]).toEqual([name, true]);
		expect([name, takes(min - 1)]).toEqual([name, false]);
		if (max === undefined) continue;
		expect([name, takes(max)]).toEqual([name, true]);
		expect([name, takes(max + 1)]).toEqual([name, false]);
	}
});

test("each default is a value that the key takes", () => {
	const wrong = keyNames.filter((name) => {
		const key: ManagedKey = managedKeys[name];
		return key.default !== undefined && checkShape(key.shape, key.default, { at: [] }).length > 0;
	});
	expect(wrong).toEqual([]);
});

test("what closes something says so, and what has no direction does not", () => {
	const restricting = (restriction: string): ManagedKeyName[] =>
		keyNames.filter((name) => findKey(name)?.restricts === restriction).sort();
	expect(restricting("when true")).toEqual([
		"blockReadsOutsideWorkingDirectories",
		"disableAutoUpdates",
		"disableBundledSkills",
		"disableBypassPermissionsMode",
		"disableDeepLinkRegistration",
		"disableDeploymentModeChooser",
		"disableEssentialTelemetry",
		"disableFeatureDiscovery",
		"disableNonessentialServices",
		"disableNonessentialTelemetry",
		"isDesktopExtensionSignatureRequired",
		"requireCoworkFullVmSandbox",
	]);
	expect(restricting("when false")).toEqual([
		"autoModeEnabled",
		"builtinBrowserEnabled",
		"chatAdvancedFileAnalysisEnabled",
		"chatTabEnabled",
		"coworkTabEnabled",
		"coworkVmIpv6Enabled",
		"isClaudeCodeForDesktopEnabled",
		"isDesktopExtensionEnabled",
		"isLocalDevMcpEnabled",
		"keepAwakeEnabled",
		"mcpPersistentAlwaysAllowEnabled",
		"modelCatalogEnabled",
		"scheduledTasksEnabled",
		"skillCreationEnabled",
		"trustBootstrapDelivery",
		"userPluginMarketplacesEnabled",
		"userPluginUploadsEnabled",
	]);
	expect(restricting("when block")).toEqual(["builtinBrowserDefaultDomainPolicy"]);
	expect(restricting("lower")).toEqual([
		"autoUpdaterEnforcementHours",
		"chatSessionRetentionDays",
		"codeSessionRetentionDays",
		"coworkSessionRetentionDays",
		"inferenceMaxTokensPerWindow",
		"mcpScheduledTaskApprovalLifetimeDays",
		"relaunchEnforcementHours",
	]);
	expect(restricting("fewer")).toEqual([
		"allowedPluginMarketplaces",
		"allowedPluginMcpServers",
		"allowedWorkspaceFolders",
		"builtinBrowserAllowedDomains",
		"coworkEgressAllowedHosts",
		"sshHostAllowlist",
	]);
	expect(restricting("more")).toEqual([
		"builtinBrowserBlockedDomains",
		"deniedPluginMcpServers",
		"disabledBuiltinTools",
	]);
	expect(restricting("when set")).toEqual(["builtinToolPolicy", "orgPluginSettings"]);
});

test("names that every object has are no keys", () => {
	expect(["constructor", "toString", "__proto__", ""].filter(isKeyName)).toEqual([]);
	expect(findKey("constructor")).toBeUndefined();
});
