import { describe, expect, test } from "vitest";
import { hostsOf, opened, quiet } from "../support/configuration.js";

const gateway = { inferenceProvider: "gateway", inferenceGatewayBaseUrl: "https://llm.example.com" };
const earlier = { oldest: "1.20000.0", newest: "1.26831.0" } as const;
const current = { oldest: "1.26832.0" } as const;
const desktop = { platforms: ["macos", "windows"] } as const;

/** Each row of both editions: the switch that is left on, and the hosts it opens besides the gateway and the VM bundle. */
const rows: readonly [string, Record<string, unknown>, readonly string[], readonly string[]][] = [
	[
		"auto-updates",
		{ disableAutoUpdates: false },
		["api.anthropic.com", "claude.ai"],
		["api.anthropic.com", "claude.ai"],
	],
	[
		"essential telemetry",
		{ disableEssentialTelemetry: false },
		["*.ingest.us.sentry.io", "*.sentry.io", "browser-intake-us5-datadoghq.com", "sentry.io"],
		[
			"*.ingest.us.sentry.io",
			"*.sentry.io",
			"browser-intake-ap1-datadoghq.com",
			"browser-intake-ap2-datadoghq.com",
			"browser-intake-datadoghq.com",
			"browser-intake-datadoghq.eu",
			"browser-intake-ddog-gov.com",
			"browser-intake-us3-datadoghq.com",
			"browser-intake-us5-datadoghq.com",
			"claude.ai",
			"sentry.io",
		],
	],
	[
		"non-essential telemetry",
		{ disableNonessentialTelemetry: false },
		["a-api.anthropic.com", "a-cdn.anthropic.com", "claude.ai"],
		["api.anthropic.com", "claude.ai"],
	],
	[
		"non-essential services",
		{ disableNonessentialServices: false },
		[
			"*.gstatic.com",
			"api.anthropic.com",
			"cdn.jsdelivr.net",
			"cdnjs.cloudflare.com",
			"fonts.googleapis.com",
			"www.claudeusercontent.com",
			"www.google.com",
		],
		[
			"*.claudemcpcontent.com",
			"*.gstatic.com",
			"assets.claude.ai",
			"cdn.jsdelivr.net",
			"cdnjs.cloudflare.com",
			"fonts.googleapis.com",
			"www.claudeusercontent.com",
			"www.google.com",
		],
	],
	["desktop extensions", { isDesktopExtensionEnabled: true }, extensions(), extensions()],
	["web-fetch preflight", { skipWebFetchPreflight: false }, [], ["api.anthropic.com"]],
];

function extensions() {
	return ["files.pythonhosted.org", "github.com", "objects.githubusercontent.com", "pypi.org"];
}

const always = ["downloads.claude.ai", "llm.example.com"];

describe.each(rows)("%s", (_, settings, before, since) => {
	const all = { ...gateway, ...quiet, ...settings } as Record<string, string | boolean>;

	test("apps before 1.26832.0", () => {
		expect(hostsOf(all, { ...desktop, ...earlier })).toEqual([...always, ...before].sort());
	});

	test("apps from 1.26832.0 on", () => {
		expect(hostsOf(all, { ...desktop, ...current })).toEqual([...always, ...since].sort());
	});

	test("a fleet of both needs both", () => {
		expect(hostsOf(all, desktop)).toEqual([...new Set([...always, ...before, ...since])].sort());
	});

	test("switched off it opens nothing", () => {
		expect(hostsOf({ ...gateway, ...quiet }, desktop)).toEqual(always);
	});
});

describe("what differs by version, platform and installer", () => {
	test("Linux adds the browser engine's component hosts to the services of the current edition", () => {
		const services = { ...gateway, disableNonessentialServices: false };
		const linux = opened(services, { ...current, platforms: ["linux"], installer: "online" });
		expect(linux.filter((host) => host.includes("gvt1"))).toEqual(["*.gvt1.com", "redirector.gvt1.com"]);
		expect(opened(services, { ...current, ...desktop }).filter((host) => host.includes("gvt1"))).toEqual([]);
		expect(opened(services, { ...earlier, platforms: ["linux"] }).filter((host) => host.includes("gvt1"))).toEqual([]);
	});

	test("the offline installer spares macOS and Windows the download host, and no group with Linux", () => {
		const hosts = (platforms: readonly ("macos" | "windows" | "linux")[]) =>
			hostsOf({ ...gateway, ...quiet }, { installer: "offline", platforms });
		expect(hosts(["macos", "windows"])).toEqual(["llm.example.com"]);
		expect(hosts(["macos", "linux"])).toEqual(always);
	});

	test("desktop extensions were on by default before 1.19367.0", () => {
		const { isDesktopExtensionEnabled: _, ...unset } = quiet;
		const python = (oldest: "1.19000.0" | "1.19367.0") =>
			hostsOf({ ...gateway, ...unset }, { ...desktop, oldest }).filter((host) => host === "pypi.org");
		expect(python("1.19000.0")).toEqual(["pypi.org"]);
		expect(python("1.19367.0")).toEqual([]);
	});

	test("an app that does not know a switch behaves as if it were not set, where the oldest version is stated", () => {
		const updates = { ...gateway, disableAutoUpdates: false, updateViaUpdatesHost: true };
		const viaUpdatesHost = ["downloads.claude.ai", "llm.example.com", "releases.claude.com"];
		expect(opened(updates)).toEqual(viaUpdatesHost);
		expect(opened(updates, { oldest: "1.26832.0" })).toEqual(viaUpdatesHost);
		expect(opened(updates, { oldest: "1.20000.0" })).toEqual(
			["api.anthropic.com", "claude.ai", ...viaUpdatesHost].sort(),
		);
		expect(opened(updates, { oldest: "1.20000.0", newest: "1.26831.0" })).toEqual([
			"api.anthropic.com",
			"claude.ai",
			"downloads.claude.ai",
			"llm.example.com",
		]);
	});

	test("the model catalog exists from 2.110.0 on", () => {
		const catalog = { ...gateway, modelCatalogEnabled: true };
		expect(opened(catalog, { newest: "2.109.9" })).toEqual(["llm.example.com"]);
		expect(opened(catalog)).toEqual(["downloads.claude.ai", "llm.example.com"]);
		expect(opened({ ...catalog, modelCatalogUrl: "https://models.example.com/c.json" })).toEqual([
			"llm.example.com",
			"models.example.com",
		]);
	});

	test.each([
		["is skipped", { skipWebFetchPreflight: true }],
		["has nothing to precede without WebFetch", { skipWebFetchPreflight: false, disabledBuiltinTools: ["WebFetch"] }],
		[
			"has nothing to precede without the Code tab",
			{ skipWebFetchPreflight: false, isClaudeCodeForDesktopEnabled: false },
		],
	])("the web-fetch preflight %s", (_, settings) => {
		expect(opened({ ...gateway, ...settings })).toEqual(["llm.example.com"]);
	});
});
