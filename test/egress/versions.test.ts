import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { type Circumstances, hostsOf, opened, planOf, quiet } from "../support/configuration.js";

const gateway = { inferenceProvider: "gateway", inferenceGatewayBaseUrl: "https://llm.example.com" };
const desktop: Circumstances = { platforms: ["macos", "windows"] };

describe("an app that does not know a key behaves as if it were not set", () => {
	const updates = { ...gateway, disableAutoUpdates: false, updateViaUpdatesHost: true };
	const viaUpdatesHost = ["downloads.claude.ai", "llm.example.com", "releases.claude.com"];

	test("where every app knows it", () => {
		expect(opened(updates, { oldest: "1.26832.0" })).toEqual(viaUpdatesHost);
	});

	test("where some do", () => {
		const both = ["api.anthropic.com", "claude.ai", ...viaUpdatesHost].sort();
		expect(opened(updates, { oldest: "1.20000.0" })).toEqual(both);
		// Without a stated minimum the fleet has every known version.
		expect(opened(updates)).toEqual(both);
	});

	test("where none does", () => {
		expect(opened(updates, { oldest: "1.20000.0", newest: "1.26831.0" })).toEqual([
			"api.anthropic.com",
			"claude.ai",
			"downloads.claude.ai",
			"llm.example.com",
		]);
	});

	test("which its reason says", () => {
		const { hosts } = planOf({ ...quiet, ...updates }, desktop);
		expect(hosts.find(({ host }) => host === "claude.ai")?.reasons.map(({ since, until }) => [since, until])).toEqual([
			[undefined, "1.26832.0"],
		]);
	});
});

test("a default that a release turned round holds for the apps before it", () => {
	const { isDesktopExtensionEnabled: _, ...unset } = quiet;
	const python = (oldest: "1.19000.0" | "1.19367.0") =>
		hostsOf({ ...gateway, ...unset }, { ...desktop, oldest }).filter((host) => host === "pypi.org");
	expect(python("1.19000.0")).toEqual(["pypi.org"]);
	expect(python("1.19367.0")).toEqual([]);
});

test("a row's own versions and those of its key become one reason", () => {
	const { hosts } = planOf({ ...quiet, ...gateway, modelCatalogEnabled: true }, { installer: "offline", ...desktop });
	expect(hosts[0]?.reasons.map(({ feature, since, until }) => [feature, since, until])).toEqual([
		["model-catalog", "2.110.0", undefined],
	]);
});

test("six switches leave one host of Anthropic, and each of them closes something", () => {
	const anthropic = (settings: JsonObject) => planOf({ ...gateway, ...settings }).summary.anthropicHosts;
	const { isDesktopExtensionEnabled: _, isLocalDevMcpEnabled: __, ...six } = quiet;
	expect(anthropic({})).toEqual([
		"*.claudemcpcontent.com",
		"a-api.anthropic.com",
		"a-cdn.anthropic.com",
		"api.anthropic.com",
		"assets.claude.ai",
		"claude.ai",
		"downloads.claude.ai",
		"www.claudeusercontent.com",
	]);
	expect(anthropic(six)).toEqual(["downloads.claude.ai"]);
	const reasons = (settings: JsonObject) => planOf({ ...gateway, ...settings }).hosts.flatMap((host) => host.reasons);
	for (const name of Object.keys(six)) {
		const five = Object.fromEntries(Object.entries(six).filter(([key]) => key !== name));
		expect(reasons(five).length, name).toBeGreaterThan(reasons(six).length);
	}
});
