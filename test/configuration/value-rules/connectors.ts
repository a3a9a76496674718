import { type Binding, bind, type Decision } from "./binding.js";

const remote = { name: "crm", transport: "http", url: "https://crm.example.com" };
const local = { name: "files", transport: "stdio", command: "/opt/files" };
const office = { name: "office", server: "microsoft365", tenantId: "common", clientId: "c" };
const search = { name: "search", server: "websearch", provider: "brave", headersHelper: "/opt/key" };
const code = { name: "code", server: "github", clientId: "c" };
const client = { clientId: "a", authorizationServer: ["https://login.example.com"] };
const secret = { fromEnv: "S" };
const older = { circumstances: { oldest: "1.26832.0" } } as const;

type Members = Readonly<Record<string, unknown>>;
const servers = (decision: Decision, member: string, words: string, ...entries: Members[]) =>
	bind(
		decision,
		"managedMcpServers",
		member,
		words,
		entries.map((entry) => [[entry], "[0]"] as const),
	);
const oauth = (member: string, words: string, ...entries: Members[]) =>
	servers("error", `[].oauth${member}`, words, ...entries.map((entry) => ({ ...remote, oauth: entry })));

/** Connectors: MCP servers, built-in ones among them, and plug-ins' servers. */
export const connectorRules: readonly Binding[] = [
	bind("warning", "microsoftAuthBroker", "", "", [["disabled"]]),
	bind("error", "microsoftAuthBroker", "", "older app", [["required", "", older]]),
	bind("error", ["allowedPluginMcpServers", "deniedPluginMcpServers"], "[]", "", [
		[[{ serverUrl: "https://a.example", name: "a" }]],
		[["https://a.example"]],
	]),
	bind("error", ["allowedPluginMcpServers", "deniedPluginMcpServers"], "[].serverUrl", "", [
		[[{ serverUrl: "a.example/*" }]],
		[[{ serverUrl: "*" }]],
	]),
	bind("warning", ["allowedPluginMcpServers", "deniedPluginMcpServers"], "[].serverUrl", "", [
		[[{ serverUrl: "https://*.a.example/*" }]],
		[[{ serverUrl: "https://*.a.example/*" }, { serverUrl: "https://a.example/mcp" }]],
	]),
	bind("error", "managedMcpServers", "", "names unique", [[[remote, { ...local, name: "crm" }]]]),
	bind("error", "managedMcpServers", "", "one websearch", [[[search, { ...search, name: "b" }]]]),
	bind("error", "managedMcpServers", "", "only policy-only", [[[{ name: "a", transport: "policy-only" }], "", older]]),
	servers("error", "[].name", "", { ...remote, name: "" }, { server: "github", clientId: "c" }),
	servers("error", "[].transport", "http|sse|stdio", { ...remote, transport: "websocket" }),
	servers("error", "[].transport", "missing", { name: "a", url: "https://a.example" }),
	servers("error", "[].transport", "built-ins", { ...code, transport: "http" }, { name: "a", transport: "builtin" }),
	servers("error", "[].transport", "only name", { name: "a", transport: "policy-only", url: "https://a.example" }),
	bind("error", "managedMcpServers", "[].transport", "read by apps", [
		[[local, { name: "a", transport: "policy-only" }], "[1]", older],
	]),
	servers("error", "[].url", "", { ...remote, url: "http://a.example" }, { name: "a", transport: "sse" }),
	servers("warning", "[].url", "", { ...remote, url: "http://localhost:3000" }),
	servers(
		"error",
		"[].headers",
		"object of text",
		{ ...remote, headers: "x: y" },
		{ ...remote, headers: { "x-a": 1 } },
	),
	servers("error", "[].headersHelper", "", { ...remote, headersHelper: "" }, { ...remote, headersHelper: "x" }),
	servers("error", "[].headersHelperTtlSec", "native", { ...remote, headersHelperTtlSec: 0 }),
	servers("error", "[].headersHelperRefreshBufferSec", "native", { ...remote, headersHelperRefreshBufferSec: "9" }),
	servers(
		"error",
		"[].toolPolicy",
		"",
		{ ...remote, toolPolicy: { a: "deny" } },
		{ ...remote, toolPolicy: { a: "ask-session" } },
	),
	...[false, 0, "", "yes", 53_280].map((value) =>
		servers("error", "[].oauth", "true, or object", { ...remote, oauth: value }),
	),
	oauth("", "object without clientId", { callbackPort: 8400 }),
	oauth(".mode", "", { mode: "dcr" }, { mode: "other" }, { mode: "hosted" }, { ...client, mode: "hosted" }),
	oauth(".clientId", "", { clientId: "" }, { tenantId: "common", scope: "s" }, { authFlow: "browser" }),
	oauth(".clientSecret", "", { clientId: "a", clientSecret: secret }),
	oauth(
		".clientSecretHelper",
		"",
		{ clientId: "a", clientSecretHelper: "/opt/s" },
		{ ...client, clientSecretHelper: "" },
	),
	oauth(
		".authorizationServer[]",
		"",
		{ ...client, authorizationServer: ["http://localhost"] },
		{ ...client, authorizationServer: [] },
	),
	oauth(".authorizationUrl", "", { ...client, authorizationUrl: "https://a.example" }),
	oauth(".tokenUrl", "", { ...client, tokenUrl: "https://a.example" }),
	oauth(".tenantId", "", { ...client, tenantId: "corp.example", scope: "s" }, { ...client, tenantId: "common" }),
	oauth(
		".authFlow",
		"",
		{ ...client, authFlow: "x" },
		{ ...client, authFlow: "broker", tenantId: "common", scope: "s" },
	),
	oauth(".scope", "", { scope: ["a"] }),
	oauth(".appendOfflineAccess", "", { appendOfflineAccess: "yes" }),
	oauth(".callbackHost", "", { ...client, callbackHost: "::1" }),
	oauth(".callbackPort", "", { ...client, callbackPort: 80 }, { ...client, callbackPort: "8080" }),
	oauth(".additionalRedirectReferrerHosts", "", { additionalRedirectReferrerHosts: "a/b" }),
	servers("error", "[].command", "bare name", { ...local, command: "bin/x" }, { ...local, command: "-x" }),
	servers(
		"error",
		"[].command",
		"no ~",
		...["~/x", "/a/../b", "\\\\a\\b\\c", "/a ", "/a;b", "/a|b", "/a`b", "/a$b", "/a<b", '/a"b'].map((command) => ({
			...local,
			command,
		})),
	),
	servers("warning", "[].command", "", { ...local, command: "uvx" }),
	servers("error", "[].args", "", { ...local, args: "-x" }, { ...local, args: [1] }),
	servers("error", "[].env", "", { ...local, env: { A: 1 } }),
	servers(
		"error",
		"[].envHelper",
		"",
		...["~/x", "x", "/a/../b", "\\\\a\\b\\c", '/a"b', "/a%b", "/a\nb", "/a.", "/a "].map((envHelper) => ({
			...local,
			envHelper,
		})),
	),
	servers("error", "[].envHelperTtlSec", "", { ...local, envHelperTtlSec: 0 }),
	servers(
		"error",
		"[].startupTimeoutSec",
		"",
		{ ...local, startupTimeoutSec: 4 },
		{ ...local, startupTimeoutSec: 601 },
	),
	servers("error", "[].server", "", { name: "a", server: "gitlab" }),
	servers(
		"error",
		"[]",
		"built-ins must not",
		...[
			"transport",
			"url",
			"command",
			"oauth",
			"headers",
			"headersHelper",
			"args",
			"env",
			"envHelper",
			"startupTimeoutSec",
		].map((name) => ({ ...code, [name]: "x" })),
	),
	servers("error", "[].tenantId", "", { ...office, tenantId: "corp.example" }),
	servers("error", "[].clientId", "microsoft365", { ...office, clientId: "" }),
	servers("error", "[].azureCloud", "", { ...office, azureCloud: "china" }),
	servers("error", "[].authorityHost", "", { ...office, authorityHost: "login.microsoftonline.us" }),
	servers("error", "[].scope", "microsoft365", { ...office, scope: "User.Read Contacts.Read" }),
	servers("error", "[].scopes", "", { ...office, scopes: ["User.Read"] }, { ...code, scopes: ["repo"] }),
	servers("error", "[].provider", "", { ...search, provider: "bing" }),
	servers("error", "[].customUrl", "", {
		name: "a",
		server: "websearch",
		provider: "custom",
		customUrl: "http://localhost",
	}),
	servers("error", "[].headers", "(websearch) non-empty", { name: "a", server: "websearch", provider: "exa" }),
	servers("error", "[].headersHelperTtlSec", "(websearch)", { ...search, headersHelperTtlSec: 0 }),
	servers("error", "[].headersHelperRefreshBufferSec", "(websearch)", { ...search, headersHelperRefreshBufferSec: 0 }),
	servers("warning", "[].headers", "(websearch)", {
		name: "a",
		server: "websearch",
		provider: "exa",
		headers: { authorization: secret },
	}),
	servers("error", "[].clientId", "github", { ...code, clientId: "a b" }, { ...code, clientId: "a".repeat(37) }),
	servers("error", "[].host", "", { ...code, host: "http://a.example" }, { ...code, host: "https://localhost" }),
	servers("error", "[].scope", "github", { ...code, scope: "Repo" }, { ...code, scope: "repo,gist" }),
	servers("error", "[].toolsets", "", { ...code, toolsets: ["repos"] }, { ...code, toolsets: "Repos" }),
	servers("accept", "[].readOnly", "", { ...code, readOnly: true }, { ...code, readOnly: "true" }),
	servers("warning", "[].headers", "Authorization", { ...remote, headers: { Authorization: secret } }),
];
