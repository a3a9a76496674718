import { expect, test } from "vitest";
import { describeChange } from "../../../src/components/artifact-store/part-change.js";
import type { GroupRecipe } from "../../../src/components/artifact-store/part-recipe.js";
import { recipeOf } from "./recipes.js";

/** What a store is given for a group, as state keeps it. */
function recipe(group: object): GroupRecipe {
	const made = recipeOf("finance", {
		name: "eu",
		organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
		inference: { gateway: { baseUrl: "https://llm.example.com", signIn: { interactive: {} } } },
		groups: { finance: group },
	});
	if (!("group" in made)) throw new Error("no recipe of a group");
	return JSON.parse(JSON.stringify(made.group));
}

const collector = { otlpEndpoint: "https://otel.example.com" };

const served = { bootstrapUrl: "https://llm.example.com/bootstrap" };

test.each<[string, object, object, string | undefined]>([
	["nothing", { preset: "standard" }, { preset: "standard" }, undefined],
	[
		"a host",
		{ preset: "lockedDown" },
		{ preset: "lockedDown", settings: collector },
		"finance: opens 1 host, changes 1 other setting",
	],
	[
		"a restriction that goes",
		{ preset: "none", settings: { skillCreationEnabled: false } },
		{ preset: "none" },
		"finance: loosens 1 switch",
	],
	[
		"a value that is the app's own default",
		{ preset: "none", settings: { skillCreationEnabled: true } },
		{ preset: "none", settings: { skillCreationEnabled: false } },
		"finance: tightens 1 switch",
	],
	[
		"a list that grows",
		{ preset: "none", settings: { coworkEgressAllowedHosts: ["a.example.com"] } },
		{ preset: "none", settings: { coworkEgressAllowedHosts: ["a.example.com", "b.example.com"] } },
		"finance: opens 1 host, loosens 1 switch",
	],
	[
		"a list that opens what the app keeps closed by itself",
		{ preset: "none" },
		{ preset: "none", settings: { coworkEgressAllowedHosts: ["a.example.com"] } },
		"finance: opens 1 host, loosens 1 switch",
	],
	[
		"the end of filtering",
		{ preset: "none", settings: { disableNonessentialServices: true } },
		{ preset: "none", settings: { disableNonessentialServices: true, coworkEgressAllowedHosts: ["*"] } },
		expect.stringMatching(/^finance: (opens \d+ hosts?, )?loosens 1 switch$/),
	],
	[
		"a list that goes, which closes what it opened",
		{ preset: "none", settings: { coworkEgressAllowedHosts: ["a.example.com"] } },
		{ preset: "none" },
		"finance: closes 1 host, tightens 1 switch",
	],
	[
		"who sees conversations",
		{ preset: "none", settings: collector },
		{ preset: "none", settings: { ...collector, otlpContentCapture: ["userPrompts"] } },
		"finance: changes 1 other setting, shows conversations to otel.example.com",
	],
	[
		"where settings come from",
		{ preset: "none", settings: served },
		{ preset: "none", settings: served, delivery: "bootstrap" },
		"finance: gets settings from a bootstrap server",
	],
	[
		"where settings come from, back again and with a host",
		{ preset: "none", settings: served, delivery: "bootstrap" },
		{ preset: "none", settings: { ...served, ...collector } },
		"finance: gets settings by device management, opens 1 host, changes 1 other setting",
	],
])("a change of %s", (_, before, after, said) => {
	expect(describeChange(recipe(before), recipe(after))).toEqual(said);
});

test("a program of its own on Windows is a change of the setting", () => {
	const of = (onWindows?: string) => {
		const { settings, ...rest } = recipe({
			preset: "none",
			settings: { ...collector, otlpHeadersHelper: "/opt/token" },
		});
		const { otlpHeadersHelper } = settings;
		if (!otlpHeadersHelper) throw new Error("the setting is not there");
		const other = { ...otlpHeadersHelper, ...(onWindows !== undefined && { onWindows }) };
		return { ...rest, settings: { ...settings, otlpHeadersHelper: other } };
	};
	expect(describeChange(of(), of("C:\\token.exe"))).toBe("finance: changes 1 other setting");
	expect(describeChange(of("C:\\token.exe"), of("C:\\token.exe"))).toBeUndefined();
});

test("a change of preset is told both ways", () => {
	const [open, closed] = [recipe({ preset: "standard" }), recipe({ preset: "lockedDown" })];

	const [hosts] = /\d+/.exec(describeChange(closed, open) ?? "") ?? [];

	// Each of Locked down's twelve keys restricts, and one says what the app does by itself: no extensions.
	expect(describeChange(closed, open)).toBe(`finance: opens ${hosts} hosts, loosens 11 switches, tightens 2 switches`);
	expect(describeChange(open, closed)).toBe(`finance: closes ${hosts} hosts, loosens 2 switches, tightens 11 switches`);
});

test("a group that is new, and one whose state is of a build that cannot be compared", () => {
	expect(describeChange(undefined, recipe({ preset: "lockedDown" }))).toMatch(/^finance: is new and opens \d hosts?$/);
	expect(describeChange({ settings: {}, circumstances: {} }, recipe({ preset: "none" }))).toBeUndefined();
	expect(describeChange("text", recipe({ preset: "none" }))).toBeUndefined();
});
