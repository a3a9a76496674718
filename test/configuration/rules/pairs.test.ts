import { describe, expect, test } from "vitest";
import { type RuleCase, ruleProblems } from "./problems.js";

const idle = (key: string, need: string, without: string) => `warning: ${needs(key, need, without)}`;
const needs = (key: string, need: string, without: string) =>
	`settings.${key}: needs ${need}, without which ${without}; add that or remove this`;
const windows = { platforms: ["windows"] } as const;

describe("keys that need another", () => {
	test.each<RuleCase>([
		[
			{ inferenceMaxTokensPerWindow: 1000 },
			{},
			[needs("inferenceMaxTokensPerWindow", "inferenceTokenWindowHours", "there is no cap")],
		],
		[
			{ inferenceTokenWindowHours: 24 },
			{},
			[needs("inferenceTokenWindowHours", "inferenceMaxTokensPerWindow", "there is no cap")],
		],
		[
			{ deploymentDisplaySubtitle: "Internal" },
			{},
			[idle("deploymentDisplaySubtitle", "deploymentDisplayName", "the subtitle is not shown")],
		],
		[{ otlpProtocol: "http/json" }, {}, [idle("otlpProtocol", "otlpEndpoint", "nothing is exported")]],
		[{ otlpHeaders: {} }, {}, [idle("otlpHeaders", "otlpEndpoint", "nothing is exported")]],
		[{ otlpAuthMode: "none" }, {}, [idle("otlpAuthMode", "otlpEndpoint", "nothing is exported")]],
		[
			{ otlpHeadersHelper: "C:\\otel.exe" },
			windows,
			[idle("otlpHeadersHelper", "otlpEndpoint", "nothing is exported")],
		],
		[{ otlpResourceAttributes: {} }, {}, [idle("otlpResourceAttributes", "otlpEndpoint", "nothing is exported")]],
		[{ otlpDesktopLogLevel: "warn" }, {}, [idle("otlpDesktopLogLevel", "otlpEndpoint", "nothing is exported")]],
		[{ otlpContentCapture: [] }, {}, [idle("otlpContentCapture", "otlpEndpoint", "nothing is exported")]],
		[{ otlpTracesEnabled: true }, {}, [idle("otlpTracesEnabled", "otlpEndpoint", "nothing is exported")]],
		[{ bootstrapOidc: {} }, {}, [needs("bootstrapOidc", "bootstrapUrl", "nothing is fetched")]],
		[{ bootstrapHeaders: {} }, {}, [needs("bootstrapHeaders", "bootstrapUrl", "nothing is fetched")]],
		[
			{ bootstrapHeadersHelper: "C:\\boot.exe" },
			windows,
			[needs("bootstrapHeadersHelper", "bootstrapUrl", "nothing is fetched")],
		],
		[{ trustBootstrapDelivery: false }, {}, [needs("trustBootstrapDelivery", "bootstrapUrl", "nothing is fetched")]],
	])("%j", (settings, circumstances, problems) => {
		expect(ruleProblems(settings, circumstances)).toEqual(problems);
	});

	test("nothing is said where both are there", () => {
		const together = {
			inferenceMaxTokensPerWindow: 1000,
			inferenceTokenWindowHours: 24,
			deploymentDisplayName: "Example",
			deploymentDisplaySubtitle: "Internal",
			otlpEndpoint: "https://otel.example.com",
			otlpHeaders: { "x-team": "a" },
			otlpTracesEnabled: true,
		};
		expect(ruleProblems(together)).toEqual([]);
	});
});

describe("prices", () => {
	const problem = (key: string) =>
		`warning: settings.${key}: needs inferenceModelPricingEnabled: true, without which no prices are shown; add that or remove this`;
	test.each<RuleCase>([
		[{ inferenceModelPricing: [] }, {}, [problem("inferenceModelPricing")]],
		[{ inferenceModelPricingMultiplier: 0.8 }, {}, [problem("inferenceModelPricingMultiplier")]],
		[
			{ inferenceModelPricingMultiplier: 0.8, inferenceModelPricingEnabled: false },
			{},
			[problem("inferenceModelPricingMultiplier")],
		],
		[{ inferenceModelPricing: [], inferenceModelPricingEnabled: true }, {}, []],
		[{ inferenceModelPricing: [] }, { newest: "1.40609.0" }, []],
		[{ inferenceModelPricing: [] }, { newest: "1.44121.1" }, [problem("inferenceModelPricing")]],
	])("%j %j", (settings, circumstances, problems) => {
		expect(ruleProblems(settings, circumstances)).toEqual(problems);
	});
});
