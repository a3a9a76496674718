import { expect, test } from "vitest";
import { presetSource, presets } from "../../src/configuration/presets.js";
import { invoke } from "./invoke.js";

test("what each preset sets stands side by side", async () => {
	const { code, results } = await invoke(["presets"], { columns: Number.POSITIVE_INFINITY });
	expect(code).toBe(0);
	expect(results[0]?.split(/ {2,}/)).toEqual(["key", "standard", "restricted", "lockedDown"]);
	const row = results.find((line) => line.startsWith("disableNonessentialServices "));
	expect(row?.split(/ {2,}/)).toEqual(["disableNonessentialServices", "true", "true"]);
	const keys = new Set(Object.values(presets).flatMap(({ settings }) => Object.keys(settings)));
	for (const key of keys) expect(results.filter((line) => line.startsWith(`${key} `))).toHaveLength(1);
	expect(results).toContain(
		"restricted (Restricted) leaves to the organization: coworkEgressAllowedHosts, otlpEndpoint.",
	);
	expect(results.at(-1)).toBe(`Source: ${presetSource}`);
});

test("one preset tells what its settings mean", async () => {
	const { results } = await invoke(["presets", "standard"]);
	expect(results[1]?.split(/ {2,}/)).toEqual([
		"autoUpdaterEnforcementHours",
		"24",
		"Hours after which a waiting update is installed without asking.",
	]);
	expect((await invoke(["presets", "none"])).results[0]).toBe("none sets nothing.");
});

test("as data, and with the nearest name", async () => {
	const { results } = await invoke(["presets", "lockedDown", "--json"]);
	expect(JSON.parse(results.join("\n"))).toEqual({
		source: presetSource,
		presets: { lockedDown: presets.lockedDown },
	});
	expect(await invoke(["presets", "lockdown"])).toEqual({
		code: 2,
		results: [],
		notices: ['no preset "lockdown"; did you mean "lockedDown"?'],
	});
});
