import { describe, expect, test } from "vitest";
import { checkPreset } from "../../src/configuration/check-preset.js";
import { resolveLayers } from "../../src/configuration/managed-configuration.js";
import { type PresetName, presets } from "../../src/configuration/presets.js";
import type { JsonObject } from "../../src/json.js";
import { formatProblem } from "../../src/problem.js";
import { configurationOf } from "../support/configuration.js";

/** What is said of a preset under settings of the deployment. */
function check(name: PresetName, settings: JsonObject): string[] {
	const layer = (layer: "preset" | "deployment", values: JsonObject) =>
		new Map(Object.entries(values).map(([key, value]) => [key, { layer, value, path: [layer, key] }]));
	const configuration = configurationOf({});
	const resolved = resolveLayers([layer("preset", presets[name].settings), layer("deployment", settings)]);
	return checkPreset({ ...configuration, settings: resolved }, name).map(formatProblem);
}

describe("what a preset expects from the organization", () => {
	test.each<[PresetName, string[]]>([
		["standard", ["otlpEndpoint"]],
		["restricted", ["coworkEgressAllowedHosts", "otlpEndpoint"]],
		["lockedDown", ["otlpEndpoint"]],
		["none", []],
	])("%s", (name, keys) => {
		expect(check(name, {})).toEqual(
			keys.map((key) => `warning: groups.everyone.preset: preset ${name} expects ${key}; give it in settings`),
		);
		const given = { otlpEndpoint: "https://otel.example.com", coworkEgressAllowedHosts: [] };
		expect(check(name, given)).toEqual([]);
	});
});

describe("what loosens a preset", () => {
	const otlpEndpoint = "https://otel.example.com";
	const coworkEgressAllowedHosts = ["a.example.com"];
	test.each<[PresetName, JsonObject, string]>([
		["standard", { autoUpdaterEnforcementHours: 72 }, "autoUpdaterEnforcementHours is 24 there and 72 here"],
		[
			"standard",
			{ isDesktopExtensionSignatureRequired: false },
			"isDesktopExtensionSignatureRequired is true there and false here",
		],
		[
			"restricted",
			{ coworkEgressAllowedHosts, disableNonessentialTelemetry: false },
			"disableNonessentialTelemetry is true there and false here",
		],
		[
			"restricted",
			{ coworkEgressAllowedHosts, disableNonessentialServices: false },
			"disableNonessentialServices is true there and false here",
		],
		[
			"restricted",
			{ coworkEgressAllowedHosts, isLocalDevMcpEnabled: true },
			"isLocalDevMcpEnabled is false there and true here",
		],
		[
			"restricted",
			{ coworkEgressAllowedHosts, isDesktopExtensionEnabled: true },
			"isDesktopExtensionEnabled is false there and true here",
		],
		[
			"restricted",
			{ coworkEgressAllowedHosts, allowedWorkspaceFolders: [{ path: "~" }] },
			'allowedWorkspaceFolders is [{"path":"~/Documents/Claude"}] there and [{"path":"~"}] here',
		],
		["lockedDown", { disableEssentialTelemetry: false }, "disableEssentialTelemetry is true there and false here"],
		[
			"lockedDown",
			{ disableNonessentialTelemetry: false },
			"disableNonessentialTelemetry is true there and false here",
		],
		["lockedDown", { disableNonessentialServices: false }, "disableNonessentialServices is true there and false here"],
		["lockedDown", { disableAutoUpdates: false }, "disableAutoUpdates is true there and false here"],
		["lockedDown", { modelCatalogEnabled: true }, "modelCatalogEnabled is false there and true here"],
		["lockedDown", { isLocalDevMcpEnabled: true }, "isLocalDevMcpEnabled is false there and true here"],
		["lockedDown", { isDesktopExtensionEnabled: true }, "isDesktopExtensionEnabled is false there and true here"],
		["lockedDown", { skillCreationEnabled: true }, "skillCreationEnabled is false there and true here"],
		["lockedDown", { scheduledTasksEnabled: true }, "scheduledTasksEnabled is false there and true here"],
		[
			"lockedDown",
			{ disabledBuiltinTools: ["WebSearch"] },
			'disabledBuiltinTools is ["WebSearch","WebFetch"] there and ["WebSearch"] here',
		],
		["lockedDown", { coworkEgressAllowedHosts }, 'coworkEgressAllowedHosts is [] there and ["a.example.com"] here'],
		[
			"lockedDown",
			{ coworkEgressAllowedHosts: ["x".repeat(300)] },
			`coworkEgressAllowedHosts is [] there and ["${"x".repeat(195)}... here`,
		],
	])("%s: %j", (name, settings, words) => {
		const key = Object.keys(settings).at(-1);
		expect(check(name, { otlpEndpoint, ...settings })).toEqual([
			`warning: deployment.${key}: loosens preset ${name} of group everyone: ${words}`,
		]);
	});

	test("what closes at least as much is no matter", () => {
		const tighter = {
			autoUpdaterEnforcementHours: 1,
			disabledBuiltinTools: ["WebSearch", "WebFetch", "Bash"],
			allowedWorkspaceFolders: [],
		};
		expect(check("standard", { otlpEndpoint, ...tighter })).toEqual([]);
		expect(check("lockedDown", { otlpEndpoint, ...tighter })).toEqual([]);
	});
});

describe("names that strangers share", () => {
	const settings = {
		coworkEgressAllowedHosts: ["*.example.com", "*.github.io", "wiki.github.io"],
		sshHostAllowlist: ["*.s3.amazonaws.com:22"],
	};
	const shared = (place: string, suffix: string) =>
		`settings.${place}: lets in whoever signs up for a name below ${suffix}, not the organisation alone; name its own hosts`;
	const said = (preset: PresetName) =>
		checkPreset(configurationOf(settings), preset)
			.map(formatProblem)
			.filter((line) => line.includes("signs up"));

	test("are warned about", () => {
		expect(said("restricted")).toEqual([
			`warning: ${shared("coworkEgressAllowedHosts[1]", "github.io")}`,
			`warning: ${shared("sshHostAllowlist[0]", "s3.amazonaws.com")}`,
		]);
	});

	test("are nothing that a locked-down group has", () => {
		expect(said("lockedDown")).toEqual([
			`${shared("coworkEgressAllowedHosts[1]", "github.io")}, as group everyone is locked down`,
			`${shared("sshHostAllowlist[0]", "s3.amazonaws.com")}, as group everyone is locked down`,
		]);
	});
});
