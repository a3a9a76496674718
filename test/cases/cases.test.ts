import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { invoke } from "../cli/invoke.js";
import { temporaryFolder } from "../support/command.js";

const folder = temporaryFolder();
const secrets = { GATEWAY_KEY: "key-of-the-gateway", CRM_SECRET: "secret-of-the-crm" };

/** What `synth` says of a file of this folder. */
async function synth(name: string, ...options: string[]) {
	const out = path.join(folder(), name);
	const file = path.join(import.meta.dirname, `${name}.yaml`);
	const { code, results, notices } = await invoke(["synth", file, "--out", out, "--json", ...options], {
		environment: secrets,
	});
	const said = JSON.parse(results.join("\n"));
	const all: { severity?: string; code: string; path: string; message: string }[] = said.problems ?? said.warnings;
	const problems = all.map(({ severity = "warning", code: rule, path: place, message }) => ({
		severity,
		code: rule,
		path: place,
		message,
	}));
	return { exit: code, out, said, problems, printed: [...results, ...notices].join("\n") };
}

const jsonOf = (out: string, file: string) => JSON.parse(readFileSync(path.join(out, "fleet", file), "utf8"));

const mcp = "settings.managedMcpServers";
const gateway = "inference.gateway";

/** Case, path and code of the one error, and what its message names. */
const errors: [string, string, string, RegExp][] = [
	["plugin-pattern-bare", "settings.allowedPluginMcpServers[0].serverUrl", "pattern-scheme", /https:\/\//],
	[
		"tool-policy-scoped-web",
		'settings.builtinToolPolicy["WebFetch(domain:docs.example.com)"]',
		"tool-scope",
		/runs unprompted/,
	],
	["tool-scope-write", "settings.disabledBuiltinTools[1]", "tool-scope", /Read\(\.\.\.\) and Edit\(\.\.\.\)/],
	["token-cap-zero", "settings.inferenceMaxTokensPerWindow", "out-of-bounds", /no cap/],
	["helper-ttl-zero", `${gateway}.signIn.helper.ttlSeconds`, "out-of-bounds", /an hour/],
	["helper-two-faults", `${gateway}.signIn.helper.path`, "file-path", /~.*args/],
	["bootstrap-no-scopes", "settings.bootstrapOidc.scopes", "missing", /device code/],
	["sign-in-low-port", `${gateway}.signIn.interactive.oidc.redirectPort`, "out-of-bounds", /1024.*drops the object/],
	["idp-open-range", `${gateway}.signIn.idp`, "sign-in-of-some-apps", /2\.7032\.0.*signIn\.interactive/],
	["banner-no-enabled", "settings.banner.enabled", "missing", /only where it is true/],
	["marketplace-branch", "settings.allowedPluginMarketplaces[1].ref", "unpinned-marketplace", /no marketplace/],
	["mcp-command-dots", `${mcp}[0].command`, "server-command", /\.\..*drops the server/],
	["mcp-env-helper-unc", `${mcp}[0].envHelper`, "file-path", /share.*drops the server/],
	["mcp-lifetime-zero", `${mcp}[0].headersHelperTtlSec`, "out-of-bounds", /drops the server/],
	["oauth-callback-no-client", `${mcp}[0].oauth.clientId`, "missing", /callbackPort|callbackHost/],
	["oauth-secret-no-server", `${mcp}[0].oauth.authorizationServer`, "missing", /clientSecret/],
	["oauth-tenant-name", `${mcp}[0].oauth.tenantId`, "entra-tenant", /UUID.*common, organizations, consumers/],
	["oauth-mode-dcr", `${mcp}[0].oauth.mode`, "deprecated", /oauth: true/],
	["search-no-key", `${mcp}[0]`, "search-key", /headers.*headersHelper/],
	["search-twice", `${mcp}[1].server`, "second-search", /whole list/],
	["github-toolsets", `${mcp}[0].toolsets`, "other-form", /repos,actions/],
	["microsoft-scope", `${mcp}[0].scope`, "microsoft-scope", /Calendars\.Read/],
	["proxy-credentials", "settings.egressProxyUrl", "url", /no other place/],
	["headers-as-text", "settings.otlpHeaders", "other-form", /\{ authorization: \{ fromEnv: NAME \} \}/],
	["gateway-messages", `${gateway}.baseUrl`, "appended-path", /appends itself/],
	["profile-nobody-gets", "profiles.managedSettings", "no-group-gets", /no group has Linux/],
];

describe("refused", () => {
	test.each(errors)("%s", async (name, place, code, says) => {
		const { exit, problems, printed } = await synth(name);
		expect(exit).toBe(1);
		const refused = problems.filter(({ severity }) => severity === "error");
		expect(refused.map((each) => [each.path, each.code])).toEqual([[place, code]]);
		expect(refused[0]?.message).toMatch(says);
		expect(printed).not.toMatch(/do-not-print-this|key-of-the-gateway|secret-of-the-crm/);
	});

	test("every entry that the sandbox drops", async () => {
		const { exit, problems } = await synth("sandbox-entries");
		expect(exit).toBe(1);
		expect(problems.map((each) => [each.severity, each.path, each.code])).toEqual([
			["error", "settings.coworkEgressAllowedHosts[1]", "single-label"],
			["error", "settings.coworkEgressAllowedHosts[2]", "host-spelling"],
		]);
		expect(problems[1]?.message).toContain("write wiki.example.com;");
	});
});

/** Case, path and code of a warning. */
const warnings: [string, string, string][] = [
	["plugin-pattern-wildcard", "settings.deniedPluginMcpServers[0].serverUrl", "pattern-apex"],
	["tool-scope-one-slash", "settings.disabledBuiltinTools[0]", "relative-scope"],
	["access-token-standard-scopes", `${gateway}.signIn.interactive.oidc.scopes`, "standard-scopes"],
	["maximum-beyond-facts", "app.maximumVersion", "unknown-app-version"],
	["mcp-command-bare", `${mcp}[0].command`, "bare-command"],
	["mcp-loopback", `${mcp}[0].url`, "clear-text-on-device"],
	["vertex-tool-search", "settings.toolSearchEnabled", "tool-search"],
	["cloud-only-account", "inference.bedrock.provision", "value-not-known"],
];

describe("warned about", () => {
	test.each(warnings)("%s", async (name, place, code) => {
		const { exit, problems } = await synth(name);
		expect(exit).toBe(0);
		expect(problems.map((each) => [each.path, each.code])).toContainEqual([place, code]);
	});

	test("a fleet beyond the facts is told how far they reach, in summary and manifest too", async () => {
		const { out, said, problems } = await synth("maximum-beyond-facts");
		const facts = { app: "2.19675.0", date: "2026-10-01" };
		expect(problems[0]?.message).toContain(facts.app);
		expect(said.facts).toEqual(facts);
		expect(JSON.parse(readFileSync(path.join(out, "fleet", "manifest.json"), "utf8")).facts).toEqual(facts);
	});

	test("what a package runner downloads is in no list, and said", async () => {
		const { out } = await synth("mcp-command-bare");
		const { notes, hosts } = jsonOf(out, "egress.json");
		expect(notes.filter((note: string) => note.startsWith("uvx of managedMcpServers downloads at start"))).toHaveLength(
			1,
		);
		expect(hosts.map(({ host }: { host: string }) => host)).not.toContain("registry.npmjs.org");
	});

	test("a value that only the cloud knows keeps every profile back, and both cures are named", async () => {
		const { out, problems } = await synth("cloud-only-account");
		const [unknown, ...others] = problems.filter(({ code }) => code === "value-not-known");
		expect(others).toEqual([]);
		expect(unknown?.message).toMatch(/write inference\.bedrock\.signIn\.identityCenter\.accountId, or run pulumi up$/);
		const { files, omitted } = jsonOf(out, "manifest.json");
		const names = (entries: readonly { path: string }[]) =>
			entries.map((each) => each.path).filter((each) => each.includes("/profiles/"));
		expect(names(files)).toEqual([]);
		expect(names(omitted)).toEqual([
			"groups/staff/profiles/macos/com.anthropic.claudefordesktop.plist",
			"groups/staff/profiles/macos/com.example.fleet.fleet.staff.mobileconfig",
			"groups/staff/profiles/windows/Claude-remove.reg",
			"groups/staff/profiles/windows/Claude.reg",
		]);
		const { settings } = jsonOf(out, "groups/staff/settings.json");
		expect(settings.inferenceBedrockSsoRoleName).toMatchObject({ value: "cowork-fleet", layer: "provision" });
		expect(settings.inferenceBedrockSsoAccountId).toMatchObject({ value: { late: expect.any(String) } });
	});

	test("a server on the device passes no perimeter", async () => {
		const { out } = await synth("mcp-loopback");
		expect(readFileSync(path.join(out, "fleet", "egress.txt"), "utf8")).not.toMatch(/127\.0\.0\.1|localhost/);
	});
});

const accepted = [
	"interactive-open-range",
	"renderer-path",
	"search-helper-lifetime",
	"sandbox-underscore",
	"browser-ports",
	"model-mythos",
	"effect-accepted",
];

describe("accepted, with --strict too", () => {
	test.each(accepted)("%s", async (name) => {
		const { exit, problems } = await synth(name, "--strict");
		expect({ exit, problems }).toEqual({ exit: 0, problems: [] });
	});

	test("an effect that is meant stays a note", async () => {
		const { out } = await synth("effect-accepted", "--strict");
		const said =
			"hosts: telemetry.example.com:4318 is listed without its port, which needs a rule of its own (narrowed)";
		expect(jsonOf(out, "egress.json").notes).toContain(said);
		expect(readFileSync(path.join(out, "fleet/egress.txt"), "utf8")).toContain("\ntelemetry.example.com:4318\n");
		expect(readFileSync(path.join(out, "fleet/firewall/hosts/hosts.txt"), "utf8")).toContain(
			"\ntelemetry.example.com\n",
		);
	});

	test("names with underscores stand in the sandbox and in the perimeter", async () => {
		const { out } = await synth("sandbox-underscore");
		const folderOf = (file: string) => readFileSync(path.join(out, "fleet", file), "utf8");
		expect(folderOf("egress.txt").split("\n")).toContain("build_cache.example.com");
		expect(JSON.parse(folderOf("groups/staff/egress.json")).sandbox.hosts).toEqual([
			"build_cache.example.com",
			"10.1.2.3",
			"localhost",
		]);
	});
});

test("every file of the folder is a case", () => {
	const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".yaml"));
	const named = [...errors.map(([name]) => name), ...warnings.map(([name]) => name), ...accepted, "sandbox-entries"];
	expect(files.sort()).toEqual(named.map((name) => `${name}.yaml`).sort());
});
