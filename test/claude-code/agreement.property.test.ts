import fc from "fast-check";
import { expect, test } from "vitest";
import type { CodeConfiguration } from "../../src/claude-code/code-configuration.js";
import type { ManagedConfiguration } from "../../src/configuration/managed-configuration.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import type { JsonValue } from "../../src/json.js";
import { DeploymentError } from "../../src/problem.js";
import { soundWith } from "../support/deployment.js";
import { disagreements } from "./agreement.js";

const hosts = fc.subarray(["pypi.org", "*.example.com", "files.example.org:8443"]);
const urls = fc.constantFrom("https://a.example.com", "https://b.example.com:4318");
const content = fc.subarray(["userPrompts", "assistantResponses", "toolDetails", "toolContent", "rawApiBodies"]);

/** Settings of Claude Desktop that Claude Code has to follow. */
const desktop = fc.record(
	{
		otlpEndpoint: urls,
		otlpContentCapture: content,
		otlpTracesEnabled: fc.boolean(),
		coworkEgressAllowedHosts: fc.oneof(hosts, fc.constant(["*"])),
		skipWebFetchPreflight: fc.boolean(),
		disableBypassPermissionsMode: fc.boolean(),
		egressProxyUrl: fc.constantFrom("http://proxy.example.com:3128", "http://other.example.com:3128"),
		disabledBuiltinTools: fc.subarray(["WebFetch", "WebSearch"]),
		managedMcpServers: fc.constantFrom(
			[{ name: "wiki", transport: "http", url: "https://wiki.example.com/mcp" }],
			[{ name: "wiki", transport: "http", url: "https://w.example.com", headers: { "x-key": { fromEnv: "WIKI" } } }],
		),
	},
	{ requiredKeys: [] },
);

/** What somebody may well write beside them, much of which contradicts. */
const block = fc.record(
	{
		switches: fc.constantFrom("none", "private"),
		denyCredentialPaths: fc.boolean(),
		settings: fc.record(
			{
				availableModels: fc.subarray(["claude-sonnet-5", "claude-opus-5"]),
				skipWebFetchPreflight: fc.boolean(),
				sandbox: fc.record({ network: fc.record({ allowedDomains: hosts }) }),
			},
			{ requiredKeys: [] },
		),
		permissions: fc.record(
			{ allow: fc.subarray(["WebFetch", "Read"]), deny: fc.subarray(["WebSearch", "Bash(curl *)"]) },
			{ requiredKeys: [] },
		),
		mcp: fc.constantFrom({}, { servers: { wiki: { type: "http", url: "https://wiki.example.com/mcp" } } }),
		env: fc.record(
			{
				OTEL_EXPORTER_OTLP_ENDPOINT: urls,
				OTEL_LOG_USER_PROMPTS: fc.constantFrom("0", "1"),
				OTEL_LOG_RAW_API_BODIES: fc.constantFrom("1"),
				HTTPS_PROXY: fc.constantFrom("http://proxy.example.com:3128"),
				ANTHROPIC_BASE_URL: fc.constantFrom("https://llm.example.com", "https://other.example.com"),
			},
			{ requiredKeys: [] },
		),
	},
	{ requiredKeys: [] },
);

/** Most people write little of it. */
const written = fc.oneof(
	{ weight: 1, arbitrary: block },
	{ weight: 3, arbitrary: fc.constantFrom({}, { mcp: {} }, { switches: "private" }) },
);
const blocks = fc.tuple(desktop, written, fc.option(written, { nil: undefined }));
type Settings = ManagedConfiguration["settings"];

/** The settings of both programs; undefined where the description is refused. */
function configured([settings, claudeCode, ofGroup]: unknown[]): [Settings, CodeConfiguration] | undefined {
	const group = { preset: "none", ...(ofGroup !== undefined && { claudeCode: ofGroup }) };
	try {
		const { configurations } = parseDeployment(soundWith({ settings, claudeCode, groups: { pilot: group } }));
		const { settings: resolved, code } = configurations.get("pilot") ?? {};
		if (!resolved || !code) throw new Error("the group has no settings of Claude Code");
		return [resolved, code];
	} catch (fault) {
		if (fault instanceof DeploymentError) return undefined;
		throw fault;
	}
}

test("whatever is written, it is refused, or both programs agree", () => {
	let accepted = 0;
	fc.assert(
		fc.property(blocks, (said) => {
			const made = configured(said);
			if (!made) return;
			accepted++;
			expect(disagreements(...made)).toEqual([]);
		}),
		{ numRuns: 300 },
	);
	expect(accepted).toBeGreaterThan(30);
});

/** Configurations that are wrong in one thing each. */
const mutants: readonly (readonly [string, string, JsonValue | undefined])[] = [
	["without the word that lets restrictions hold", "parentSettingsBehavior", undefined],
	["with a further model", "availableModels", ["claude-sonnet-5", "claude-opus-5"]],
	["with every model", "availableModels", undefined],
	["with another collector", "env.OTEL_EXPORTER_OTLP_ENDPOINT", "https://c.example.com"],
	["with prompts", "env.OTEL_LOG_USER_PROMPTS", "1"],
	["with bodies", "env.OTEL_LOG_RAW_API_BODIES", "1"],
	["silent on responses", "env.OTEL_LOG_ASSISTANT_RESPONSES", undefined],
	["with a further host", "sandbox.network.allowedDomains", ["evil.example.net"]],
	["that asks of hosts", "skipWebFetchPreflight", false],
	["with another proxy", "env.HTTPS_PROXY", "http://c.example.com"],
	["that lets people skip questions", "permissions.disableBypassPermissionsMode", undefined],
	["elsewhere for inference", "env.ANTHROPIC_BASE_URL", "https://c.example.com"],
	["with a secret", "env.TOKEN", { fromEnv: "TOKEN" }],
];

test.each(mutants)("the exam tells one apart %s", (_, name, value) => {
	const settings = {
		otlpEndpoint: "https://a.example.com",
		coworkEgressAllowedHosts: ["pypi.org"],
		skipWebFetchPreflight: true,
		egressProxyUrl: "http://proxy.example.com:3128",
		disableBypassPermissionsMode: true,
	};
	const made = configured([settings, {}, undefined]);
	if (!made) throw new Error("the description is refused");
	const [resolved, code] = made;
	expect(disagreements(resolved, code)).toEqual([]);
	const changed = new Map(code.settings);
	if (value === undefined) changed.delete(name);
	else changed.set(name, { value, layer: "group", path: [], overrides: [] });
	expect(disagreements(resolved, { ...code, settings: changed })).toHaveLength(1);
});
