import { describe, expect, test } from "vitest";
import { countryCodes } from "../../../../src/inference/azure/models/country-codes.js";
import { hostingOf } from "../../../../src/inference/azure/models/hosting.js";
import { modelTable } from "../../../../src/inference/azure/models/model-table.js";

// The rows of Microsoft's page of quota, dated 2026-09-21, where Azure-hosted capacity is to be had.
const onAzure = {
	GlobalStandard: [
		"claude-haiku-4-5",
		"claude-haiku-5-5",
		"claude-opus-4-8",
		"claude-opus-5",
		"claude-opus-5-5",
		"claude-sonnet-5",
		"claude-sonnet-5-5",
	],
	DataZoneStandard: [
		"claude-haiku-5-5",
		"claude-opus-4-8",
		"claude-opus-5",
		"claude-opus-5-5",
		"claude-sonnet-5",
		"claude-sonnet-5-5",
	],
} as const;

test.each(["GlobalStandard", "DataZoneStandard"] as const)("models that Azure hosts with %s", (sku) => {
	const models = Object.keys(modelTable).filter((model) => modelTable[model]?.azure?.includes(sku));
	expect(models.sort()).toEqual(onAzure[sku]);
});

test("Anthropic hosts every model, and in no data zone", () => {
	for (const [model, row] of Object.entries(modelTable))
		expect([model, row.anthropic]).toEqual([model, ["GlobalStandard"]]);
});

test.each([
	["1", "anthropic"],
	["2", "azure"],
	["20251001", "anthropic"],
	["3", undefined],
	["12", undefined],
	["19991231", undefined],
])("version %s is hosted by %s", (version, hosting) => {
	expect(hostingOf(version)).toBe(hosting);
});

describe("codes of countries", () => {
	// Another program's list of regions, which has areas that are no countries besides.
	const regions = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

	test("are known elsewhere, and as many as ISO 3166-1 has", () => {
		expect([...countryCodes].filter((code) => regions.of(code) === undefined)).toEqual([]);
		expect(countryCodes.size).toBe(249);
	});

	test.each(["EU", "UK", "XK", "us", "USA", ""])("%j is none", (code) => {
		expect(countryCodes.has(code)).toBe(false);
	});
});
