import { describe, expect, test } from "vitest";
import { checkSetting } from "../../src/configuration/check-setting.js";
import { isPresetName, presetSource, presets } from "../../src/configuration/presets.js";

const folder = [{ path: "~/Documents/Claude" }];

describe("each preset is what the documentation lists", () => {
	test.each([
		["standard", { autoUpdaterEnforcementHours: 24, isDesktopExtensionSignatureRequired: true }, ["otlpEndpoint"]],
		[
			"restricted",
			{
				disableNonessentialTelemetry: true,
				disableNonessentialServices: true,
				isLocalDevMcpEnabled: false,
				isDesktopExtensionEnabled: false,
				allowedWorkspaceFolders: folder,
			},
			["coworkEgressAllowedHosts", "otlpEndpoint"],
		],
		[
			"lockedDown",
			{
				disableEssentialTelemetry: true,
				disableNonessentialTelemetry: true,
				disableNonessentialServices: true,
				disableAutoUpdates: true,
				modelCatalogEnabled: false,
				isLocalDevMcpEnabled: false,
				isDesktopExtensionEnabled: false,
				skillCreationEnabled: false,
				scheduledTasksEnabled: false,
				disabledBuiltinTools: ["WebSearch", "WebFetch"],
				coworkEgressAllowedHosts: [],
				allowedWorkspaceFolders: folder,
			},
			["otlpEndpoint"],
		],
		["none", {}, []],
	] as const)("%s", (name, settings, expects) => {
		expect(presets[name].settings).toEqual(settings);
		expect(presets[name].expects).toEqual(expects);
	});

	test("there are no others", () => {
		expect(Object.keys(presets)).toEqual(["standard", "restricted", "lockedDown", "none"]);
		expect(presetSource).toMatch(/^https:\/\/claude\.com\/docs\//);
	});
});

test.each(Object.entries(presets))("the values of %s are ones that the catalogue takes", (_, { settings }) => {
	expect(Object.entries(settings).flatMap(([key, value]) => checkSetting(key, value, [key]))).toEqual([]);
});

test("names are told from what merely looks like one", () => {
	expect(["standard", "restricted", "lockedDown", "none"].every(isPresetName)).toBe(true);
	expect(["Standard", "lockeddown", "constructor", "", null, 3].some(isPresetName)).toBe(false);
});
