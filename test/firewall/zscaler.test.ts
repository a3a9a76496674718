import { describe, expect, it } from "vitest";
import type { RuleRequest } from "../../src/firewall/backend.js";
import { zscaler } from "../../src/firewall/zscaler.js";
import { planned, rulesOf } from "./cases.js";

function categoryOf(entries: readonly string[], options: object = {}, more: Partial<RuleRequest> = {}) {
	const { value } = zscaler.render({ deployment: "eu", ...more, hosts: entries.map(planned) }, options);
	return JSON.parse(value?.files.find(({ name }) => name === "allow-category.json")?.content ?? "null");
}

describe("a custom URL category", () => {
	it("has the members of the API, its URLs in one of two of them", () => {
		const entries = ["*.sentry.io", "api.anthropic.com", "10.0.0.5"];
		const common = {
			description: "Claude egress of deployment eu, group pilot: hosts that are planned",
			configuredName: "Claude egress eu pilot planned",
			customCategory: true,
			superCategory: "USER_DEFINED",
			type: "URL_CATEGORY",
			keywords: [],
			ipRanges: ["10.0.0.5"],
		};
		const urls = [".sentry.io", "api.anthropic.com"];
		expect(categoryOf(entries, {}, { group: "pilot" })).toEqual({ ...common, urls, dbCategorizedUrls: [] });
		expect(categoryOf(entries, { retainParentCategory: true }, { group: "pilot" })).toEqual({
			...common,
			urls: [],
			dbCategorizedUrls: urls,
		});
	});

	it.each<[string, string[], string[]]>([
		["what a name with a dot covers is left out", ["*.x.com", "x.com", "a.x.com", "1.2.3.4.5.x.com"], [".x.com"]],
		["what is deeper than it covers stays", ["*.x.com", "1.2.3.4.5.6.x.com"], [".x.com", "1.2.3.4.5.6.x.com"]],
		["a name below that covers deeper stays", ["*.x.com", "*.a.x.com"], [".a.x.com", ".x.com"]],
		["a name has one URL whatever its ports", ["a.x.com:8443", "a.x.com"], ["a.x.com"]],
	])("%s", (_, entries, urls) => {
		expect(categoryOf(entries).urls).toEqual(urls);
	});

	// One URL that is refused takes all others with it.
	it.each<[string, boolean]>([
		["ww_w.example.com", true],
		["www.exam_ple.com", false],
		["exam_ple.com", true],
		["*.exam_ple.com", false],
		["www_.example.com", true],
		["_.example.com", false],
		["intranet", false],
		["[2001:db8::1]", false],
	])("takes %s: %s", (entry, isTaken) => {
		const kinds = rulesOf(zscaler, [entry, "kept.example.com"]).effects.map(({ kind }) => kind);
		expect(kinds.includes("dropped")).toBe(!isTaken);
		const { urls } = categoryOf([entry, "kept.example.com"]);
		expect(urls.length).toBe(isTaken ? 2 : 1);
	});

	it("with more URLs than an organization may have is refused", () => {
		const entries = Array.from({ length: 25_001 }, (_, index) => `service-${index}.example.com`);
		const { problems } = zscaler.render({ deployment: "eu", hosts: entries.map(planned) }, {});
		expect(problems.map(({ message }) => message)).toEqual([
			"would be 25001 URLs in all custom categories of an organization; at most 25000 are taken",
		]);
	});
});
