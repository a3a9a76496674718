import { expect, test } from "vitest";
import { checkExtraName, checkName } from "../../src/configuration/check-name.js";
import { checkSetting } from "../../src/configuration/check-setting.js";
import { namesOfOtherFiles, refusedNames } from "../../src/configuration/refused-names.js";
import { error } from "../../src/problem.js";
import { readFacts } from "../support/facts.js";

const facts = readFacts<{ key: string; status: string }[]>("managed-keys.json") ?? [];

test.skipIf(facts.length === 0)(
	"every name that is not documented as settable is refused (needs managed-keys.json)",
	() => {
		const others = facts.filter((fact) => fact.status !== "documented").map((fact) => fact.key);
		expect(Object.keys(refusedNames).sort()).toEqual(others.sort());
		expect(others).toHaveLength(46);
		expect(Object.keys(namesOfOtherFiles).filter((name) => facts.some(({ key }) => key === name))).toEqual([]);
	},
);

test.each([
	["inferenceGatewayHeaders", "is a deprecated spelling; use inferenceCustomHeaders"],
	["isDxtEnabled", "is a deprecated spelling; use isDesktopExtensionEnabled"],
	["isDxtSignatureRequired", "is a deprecated spelling; use isDesktopExtensionSignatureRequired"],
	["isDxtDirectoryEnabled", "is a deprecated spelling of a key that is no longer in the reference; remove it"],
	["enduserAttribution", "is a deprecated spelling; use endUserAttribution"],
	["trustBootstrapLocalExec", "is a deprecated spelling; use trustBootstrapDelivery"],
	["betaFeaturesEnabled", "was removed in 1.24012.0; remove it"],
	["disableDefaultPlugins", "was removed in 1.18286.0; remove it"],
	["disableLocalConfigCache", "is read from the admin console alone; a device's configuration cannot set it"],
	["forceLoginOrgUUID", "has no effect on third-party inference; it is for deployments that sign in to claude.ai"],
])("%s is refused in settings and extraSettings", (name, message) => {
	expect(checkName(name)).toEqual([error("refused-name", [], message)]);
	expect(checkExtraName(name)).toEqual([error("refused-name", [], message)]);
	expect(checkSetting(name, true, ["settings", name])).toEqual([error("refused-name", ["settings", name], message)]);
});

test.each([
	[
		"organizationPluginsUrl",
		"is no longer in the reference; use allowedPluginMarketplaces, or move it to extraSettings for older apps",
	],
	[
		"isDesktopExtensionDirectoryEnabled",
		"is no longer in the reference; remove it, or move it to extraSettings for older apps",
	],
	["dictationEnabled", "is hidden in the app and not in the reference; if you must set it, move it to extraSettings"],
	["coworkWebSearchEnabled", "is in no documentation; if you must set it, move it to extraSettings"],
])("%s is refused in settings, taken in extraSettings", (name, message) => {
	expect(checkName(name)).toEqual([error("refused-name", [], message)]);
	expect(checkExtraName(name)).toEqual([]);
});

test("other names are not refused", () => {
	expect(["otlpEndpoint", "somethingNew", "constructor"].flatMap(checkName)).toEqual([]);
});
