import { describe, expect, test } from "vitest";
import { problemsOf, soundWith } from "../support/deployment.js";

function told(members: Record<string, unknown>): string[] {
	return problemsOf(soundWith(members));
}

const observed = {
	tier: "metadata",
	collector: {
		endpoint: "https://otel.example.com",
		auth: { token: { fromEnv: "COLLECTOR_TOKEN" } },
		sinks: {
			metrics: { endpoint: "https://metrics.example.com" },
			events: { endpoint: "https://siem.example.com" },
			traces: { endpoint: "https://traces.example.com" },
		},
	},
};

test("headers that are not carried over name the place that takes a program, and so does the key that is not it", () => {
	const advice = "name a program that prints them in";
	const own = { otlpEndpoint: "https://otel.example.com", otlpHeaders: { authorization: { fromEnv: "TOKEN" } } };
	expect(told({ observability: observed, claudeCode: {} })).toContainEqual(
		expect.stringMatching(
			new RegExp(`^warning: observability\\.collector\\.auth: .*${advice} observability\\.collector\\.auth\\.helper$`),
		),
	);
	expect(told({ settings: own, claudeCode: {} })).toContainEqual(
		expect.stringMatching(new RegExp(`^warning: settings\\.otlpHeaders: .*${advice} otlpHeadersHelper$`)),
	);
	const settings = { otlpHeadersHelper: "/opt/otel/headers" };
	expect(told({ observability: observed, settings, claudeCode: {} })).toContain(
		"settings.otlpHeadersHelper: is for observability.collector.auth.helper to say; write it there",
	);
	const auth = { ...observed.collector.auth, helper: "/opt/otel/headers" };
	const said = told({
		observability: { ...observed, collector: { ...observed.collector, auth } },
		settings,
		claudeCode: {},
	});
	expect(said).toContain(
		"settings.otlpHeadersHelper: is already set by observability.collector.auth.helper; remove it here",
	);
	expect(said.filter((each) => each.includes(advice))).toEqual([]);
});

describe("contradictions name both places", () => {
	test.each<[string, Record<string, unknown>, RegExp]>([
		[
			"preflight",
			{ settings: { skipWebFetchPreflight: false }, claudeCode: { settings: { skipWebFetchPreflight: true } } },
			/^claudeCode\.settings\.skipWebFetchPreflight: contradicts settings\.skipWebFetchPreflight: /,
		],
		[
			"preflight by switches",
			{ settings: { skipWebFetchPreflight: false }, claudeCode: { switches: "private" } },
			/^claudeCode\.switches: contradicts settings\.skipWebFetchPreflight: /,
		],
		[
			"models",
			{ claudeCode: { settings: { availableModels: ["claude-sonnet-5", "claude-opus-5"] } } },
			/^claudeCode\.settings\.availableModels\[1\]: contradicts inference\.gateway\.models: /,
		],
		[
			"the model of a session",
			{ claudeCode: { settings: { model: "claude-opus-5" } } },
			/^claudeCode\.settings\.model: is a model that inference\.gateway\.models does not list; /,
		],
		[
			"the address of inference",
			{ claudeCode: { env: { ANTHROPIC_BASE_URL: "https://other.example.com" } } },
			/^claudeCode\.env\.ANTHROPIC_BASE_URL: contradicts inference\.gateway\.baseUrl: /,
		],
		[
			"another provider",
			{ claudeCode: { env: { CLAUDE_CODE_USE_VERTEX: "1" } } },
			/^claudeCode\.env\.CLAUDE_CODE_USE_VERTEX: leads Claude Code elsewhere than inference\.gateway, /,
		],
		[
			"providers without the one there is",
			{ claudeCode: { settings: { allowedProviders: ["bedrock"] } } },
			/^claudeCode\.settings\.allowedProviders: leaves out customEndpoint and gateway, the provider of inference\.gateway, /,
		],
		[
			"the collector",
			{
				settings: { otlpEndpoint: "https://otel.example.com" },
				claudeCode: { env: { OTEL_EXPORTER_OTLP_ENDPOINT: "https://other.example.com" } },
			},
			/^claudeCode\.env\.OTEL_EXPORTER_OTLP_ENDPOINT: contradicts settings\.otlpEndpoint: /,
		],
		[
			"content of a tier",
			{ observability: observed, claudeCode: { env: { OTEL_LOG_USER_PROMPTS: "1" } } },
			/^claudeCode\.env\.OTEL_LOG_USER_PROMPTS: contradicts observability\.tier: /,
		],
		[
			"content of a group's tier",
			{
				observability: observed,
				groups: { pilot: { preset: "none", observability: { tier: "metadata" } } },
				claudeCode: { env: { OTEL_LOG_USER_PROMPTS: "1" } },
			},
			/^claudeCode\.env\.OTEL_LOG_USER_PROMPTS: contradicts groups\.pilot\.observability\.tier: /,
		],
		[
			"traces of a tier",
			{
				observability: { ...observed, phase: "tracing" },
				claudeCode: { env: { OTEL_TRACES_EXPORTER: "none" } },
			},
			/^claudeCode\.env\.OTEL_TRACES_EXPORTER: contradicts observability\.tier: /,
		],
		[
			"a collector of one signal",
			{
				settings: { otlpEndpoint: "https://otel.example.com" },
				claudeCode: { env: { OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: "https://other.example.com/v1/logs" } },
			},
			/^claudeCode\.env\.OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: sends telemetry past settings\.otlpEndpoint, /,
		],
		[
			"a collector that Claude Desktop does not know",
			{ claudeCode: { env: { OTEL_EXPORTER_OTLP_ENDPOINT: "https://other.example.com" } } },
			/^claudeCode\.env\.OTEL_EXPORTER_OTLP_ENDPOINT: sends telemetry past settings\.otlpEndpoint, /,
		],
		[
			"content",
			{
				settings: { otlpEndpoint: "https://otel.example.com", otlpContentCapture: ["toolDetails"] },
				claudeCode: { env: { OTEL_LOG_USER_PROMPTS: "1" } },
			},
			/^claudeCode\.env\.OTEL_LOG_USER_PROMPTS: contradicts settings\.otlpContentCapture: /,
		],
		[
			"bodies, which nothing holds off",
			{
				settings: { otlpEndpoint: "https://otel.example.com", otlpContentCapture: ["toolDetails"] },
				claudeCode: { env: { OTEL_LOG_RAW_API_BODIES: "1" } },
			},
			/^claudeCode\.env\.OTEL_LOG_RAW_API_BODIES: sends content that settings\.otlpContentCapture does not list; /,
		],
		[
			"the proxy",
			{
				settings: { egressProxyUrl: "http://proxy.example.com:3128" },
				claudeCode: { env: { HTTPS_PROXY: "http://other.example.com:3128" } },
			},
			/^claudeCode\.env\.HTTPS_PROXY: contradicts settings\.egressProxyUrl: /,
		],
		[
			"hosts of the sandbox",
			{
				settings: { coworkEgressAllowedHosts: ["pypi.org"] },
				claudeCode: { settings: { sandbox: { network: { allowedDomains: ["pypi.org", "evil.example.com"] } } } },
			},
			/^claudeCode\.settings\.sandbox\.network\.allowedDomains\[1\]: contradicts settings\.coworkEgressAllowedHosts: /,
		],
		[
			"hosts of the sandbox where there are none",
			{ claudeCode: { settings: { sandbox: { network: { allowedDomains: ["pypi.org"] } } } } },
			/^claudeCode\.settings\.sandbox\.network\.allowedDomains: opens hosts to shell commands that coworkEgressAllowedHosts does not; /,
		],
		[
			"a tool that is taken away",
			{
				settings: { disabledBuiltinTools: ["WebFetch"] },
				claudeCode: { permissions: { allow: ["WebFetch(domain:example.com)"] } },
			},
			/^claudeCode\.permissions\.allow\[0\]: allows WebFetch, which settings\.disabledBuiltinTools takes away; /,
		],
		[
			"a server under another's name",
			{
				settings: { managedMcpServers: [{ name: "wiki", transport: "http", url: "https://wiki.example.com/mcp" }] },
				claudeCode: { mcp: { servers: { wiki: { type: "http", url: "https://other.example.com/mcp" } } } },
			},
			/^claudeCode\.mcp\.servers\.wiki: is another server than settings\.managedMcpServers\[0\] of the same name; /,
		],
	])("%s", (_, members, problem) => {
		const errors = told(members).filter((each) => !each.startsWith("warning: "));
		expect(errors).toHaveLength(1);
		expect(errors[0]).toMatch(problem);
	});

	test("less than Claude Desktop opens is no contradiction", () => {
		const problems = told({
			settings: { coworkEgressAllowedHosts: ["pypi.org", "files.example.com"] },
			claudeCode: { settings: { sandbox: { network: { allowedDomains: ["pypi.org"] } } } },
		});
		expect(problems.filter((each) => !each.startsWith("warning: "))).toEqual([]);
	});
});

describe("what has no way to Claude Code is told", () => {
	test.each<[string, Record<string, unknown>, RegExp]>([
		[
			"headers by reference",
			{ otlpEndpoint: "https://otel.example.com", otlpHeaders: { authorization: { fromEnv: "OTEL" } } },
			/^warning: settings\.otlpHeaders: is not carried over to Claude Code: otlpHeaders has headers that/,
		],
		[
			"a proxy by script",
			{ egressProxyPacUrl: "https://proxy.example.com/proxy.pac" },
			/^warning: settings\.egressProxyPacUrl: is not carried over to Claude Code: /,
		],
	])("%s", (_, settings, problem) => {
		expect(told({ settings, claudeCode: {} }).filter((each) => problem.test(each))).toHaveLength(1);
	});
});

describe("settings among themselves", () => {
	test.each<[string, Record<string, unknown>, string[]]>([
		[
			"a hook that never runs",
			{
				claudeCode: {
					settings: { disableAllHooks: true },
					hooks: { Stop: [{ hooks: [{ type: "command", command: "x" }] }] },
				},
			},
			["claudeCode.hooks.Stop: never runs, as claudeCode.settings.disableAllHooks is true; remove one of the two"],
		],
		[
			"a hook that calls what is not listed",
			{
				claudeCode: {
					settings: { allowedHttpHookUrls: ["https://*.example.com/hooks"] },
					hooks: {
						Stop: [{ hooks: [{ type: "http", url: "https://a.example.com/hooks" }] }],
						Setup: [{ hooks: [{ type: "http", url: "https://a.example.net/hooks" }] }],
					},
				},
			},
			[
				"claudeCode.hooks.Setup: calls an address that claudeCode.settings.allowedHttpHookUrls leaves out; add it there",
			],
		],
		[
			"a mode that is taken away",
			{ claudeCode: { permissions: { defaultMode: "bypassPermissions", disableBypassPermissionsMode: "disable" } } },
			[
				"claudeCode.permissions.defaultMode: is the mode that claudeCode.permissions.disableBypassPermissionsMode takes away; remove one of the two",
			],
		],
		[
			"the sandbox on Windows",
			{
				claudeCode: { settings: { sandbox: { enabled: true, failIfUnavailable: true } } },
			},
			[
				"claudeCode.settings.sandbox.failIfUnavailable: refuses to start on Windows, where there is no sandbox; leave it out, or make Windows a group of its own",
			],
		],
		[
			"the shell of Cowork",
			{ claudeCode: { permissions: { deny: ["Bash"] } } },
			["warning: claudeCode.permissions.deny: denies Bash altogether, which stops the shell of Cowork as well"],
		],
		[
			"Cowork in its VM",
			{ settings: { requireCoworkFullVmSandbox: true }, claudeCode: {} },
			[
				"warning: claudeCode: does not reach Cowork, as settings.requireCoworkFullVmSandbox keeps all of it but cleanupPeriodDays out of there",
			],
		],
		[
			"no server at all",
			{ claudeCode: { mcp: {} } },
			[
				"warning: claudeCode.mcp: has no server, and neither has Claude Desktop, so that Claude Code has none at all; leave it out to let people have their own",
			],
		],
		[
			"a restriction that the oldest program does not know",
			{ claudeCode: { settings: { requiredMinimumVersion: "2.1.170", disableClaudeAiConnectors: true } } },
			[
				"claudeCode.settings.disableClaudeAiConnectors: is not known to Claude Code before 2.1.182, while requiredMinimumVersion lets 2.1.170 start",
			],
		],
		[
			"a restriction that the oldest Claude Desktop does not know",
			{ app: { minimumVersion: "1.30000.0" }, claudeCode: { settings: { disableDesktopLocalSessions: true } } },
			[
				"claudeCode.settings.disableDesktopLocalSessions: disableDesktopLocalSessions is read by apps from 1.37937.0 on, and the fleet's oldest is 1.30000.0: older apps would not apply this restriction and say nothing; raise app.minimumVersion or remove it",
			],
		],
		[
			"one that it knows",
			{ app: { minimumVersion: "1.37937.0" }, claudeCode: { settings: { disableDesktopLocalSessions: true } } },
			[],
		],
		[
			"what no page describes",
			{ claudeCode: { settings: { timeZone: "UTC" }, env: { CLAUDE_CODE_DISABLE_WEB_FETCH: "1" } } },
			[
				"warning: claudeCode.env.CLAUDE_CODE_DISABLE_WEB_FETCH: is described on no page that this catalogue rests on, only named in the vendor's published program; try it on one device first",
				"warning: claudeCode.settings.timeZone: is described on no page that this catalogue rests on, only named in the vendor's published program; try it on one device first",
			],
		],
		[
			"a group that opens what the deployment closes",
			{
				claudeCode: { permissions: { deny: ["WebFetch", "WebSearch"] } },
				groups: { pilot: { preset: "none", claudeCode: { permissions: { deny: ["WebFetch"] } } } },
			},
			[
				"warning: groups.pilot.claudeCode.permissions.deny: loosens permissions.deny, which claudeCode.permissions.deny closes further",
			],
		],
	])("%s", (_, members, problems) => {
		expect(told(members).filter((each) => !each.includes("requireCoworkFullVmSandbox: is deprecated"))).toEqual(
			problems,
		);
	});
});
