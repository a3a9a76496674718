import { describe, expect, test } from "vitest";
import { settingProblems } from "../../support/setting-problems.js";

const remote = { name: "tracker", transport: "http", url: "https://mcp.example.com" };
const local = { name: "files", transport: "stdio", command: "/opt/mcp/files" };
const olderForm = "is an older form; write true, or an object, or leave it out for none";
const transports = "expected one of http, sse, stdio, policy-only, or server for a built-in server";

describe("managedMcpServers", () => {
	test("every kind of server with all its members", () => {
		const oauth = {
			clientId: "app",
			clientSecret: { fromEnv: "SECRET" },
			authorizationServer: ["https://login.example.com", "https://login.example.com/tenant"],
			authorizationUrl: "https://login.example.com/authorize",
			tokenUrl: "https://login.example.com/token",
			tenantId: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11",
			authFlow: "broker",
			scope: "read write",
			appendOfflineAccess: false,
			callbackHost: "localhost",
			callbackPort: 1024,
			additionalRedirectReferrerHosts: "a.example b.example",
		};
		const helpers = { headersHelper: "/opt/headers", headersHelperTtlSec: 60, headersHelperRefreshBufferSec: 5 };
		const toolPolicy = { "*": "ask", delete_issue: "blocked", read_issue: "allow" };
		const servers = [
			{ ...remote, ...helpers, headers: { "x-team": "blue" }, oauth, toolPolicy },
			{ ...remote, name: "events", transport: "sse", oauth: true },
			{ ...remote, name: "hosted", oauth: { mode: "hosted", authorizationServer: ["https://login.example.com"] } },
			{ ...remote, name: "registered", oauth: { scope: "read", appendOfflineAccess: true } },
			{
				...local,
				args: ["--root", ""],
				env: { LEVEL: "info" },
				envHelper: "/opt/env",
				envHelperTtlSec: 1,
				startupTimeoutSec: 30,
				toolPolicy,
			},
			{ name: "elsewhere", transport: "policy-only", toolPolicy },
			{
				server: "microsoft365",
				name: "m365",
				tenantId: "organizations",
				clientId: "c",
				azureCloud: "us-gov-high",
				continuousAccessEvaluation: "disabled",
				scope: "Mail.Read offline_access",
				toolPolicy,
			},
			{
				name: "search",
				server: "websearch",
				provider: "custom",
				customUrl: "https://search.example.com",
				...helpers,
				toolPolicy,
			},
			{
				name: "code",
				server: "github",
				clientId: "c",
				host: "https://ghe.example.com",
				scope: "repo",
				toolsets: "repos,pull_requests",
				readOnly: true,
				toolPolicy,
			},
			{ server: "github", name: "public", clientId: "c", toolsets: "all" },
		];
		expect(settingProblems("managedMcpServers", servers)).toEqual([]);
		const search = { name: "brave", server: "websearch", provider: "brave" };
		const key = { "x-subscription-token": { fromEnv: "BRAVE" } };
		expect(settingProblems("managedMcpServers", [{ ...search, headers: key }])).toEqual([]);
	});

	const dropped = ", otherwise Claude Desktop drops the server";
	const elsewhere =
		"does not belong to a built-in server, for which Claude Desktop drops the entry; remove it, or remove server";
	const builtIn = {
		microsoft365: { name: "m365", server: "microsoft365", tenantId: "common", clientId: "c" },
		websearch: { name: "search", server: "websearch", provider: "exa", headersHelper: "/opt/key" },
		custom: { name: "search", server: "websearch", provider: "custom", customUrl: "https://search.example.com" },
		github: { name: "code", server: "github", clientId: "c" },
	};
	const client = { clientId: "app", authorizationServer: ["https://login.example.com"] };
	test.each<[unknown, string]>([
		["https://mcp.example.com", ": is no server; expected an object with a transport or a server"],
		[{ name: "a" }, `.transport: is missing; ${transports}`],
		[{ name: "a", url: "https://a.example" }, `.transport: is missing; expected one of http, sse${dropped}`],
		[{ name: "a", command: "/opt/a" }, `.transport: is missing; expected "stdio"${dropped}`],
		[{ ...remote, transport: "websocket" }, `.transport: is no transport; ${transports}`],
		[{ ...remote, transport: "constructor" }, `.transport: is no transport; ${transports}`],
		[{ name: "a", transport: "builtin" }, ".transport: is a deprecated value; use server to name a built-in server"],
		[{ server: "githb", clientId: "c" }, '.server: is no built-in server; did you mean "github"?'],
		[{ server: 5 }, ".server: is no built-in server; expected one of microsoft365, websearch, github"],
		[{ ...remote, name: "" }, ".name: is empty; give a value or leave it out"],
		[{ transport: "http", url: "https://a.example" }, `.name: is missing; expected text${dropped}`],
		[
			{ ...remote, url: "http://mcp.example.com" },
			".url: is plain http to another machine; expected https, or http to 127.0.0.1, localhost or [::1]",
		],
		[
			{ ...remote, url: "https://me:pw@mcp.example.com" },
			".url: has credentials in the URL; pass them as a secret of their own",
		],
		[
			{ ...remote, command: "/opt/a" },
			".command: unknown member; expected one of headers, headersHelper, headersHelperRefreshBufferSec, headersHelperTtlSec, name, oauth, toolPolicy, transport, url",
		],
		[{ ...remote, header: {} }, '.header: unknown member; did you mean "headers"?'],
		[{ ...remote, scopes: "a" }, ".scopes: is a deprecated member; use scope of oauth"],
		[
			{ ...remote, headers: { "bad name": "x" } },
			'.headers["bad name"]: is no header name; expected letters, digits and hyphens',
		],
		[
			{ ...remote, headers: { "x-a": "1\r\nx-b: 2" } },
			'.headers["x-a"]: has line breaks or control characters; expected one line of text',
		],
		[
			{ ...remote, headers: { fromEnv: "ALL" } },
			".headers: is one secret for every header; give each header its own, as in { authorization: { fromEnv: NAME } }",
		],
		[
			{ ...remote, headersHelper: "headers" },
			".headersHelper: is no absolute path; expected one such as /opt/example/file or C:\\Example\\file",
		],
		[{ ...remote, headersHelperTtlSec: 0 }, `.headersHelperTtlSec: is out of range; expected more than 0${dropped}`],
		[
			{ ...remote, headersHelperRefreshBufferSec: "60" },
			`.headersHelperRefreshBufferSec: is text; expected a whole number${dropped}`,
		],
		[{ ...remote, oauth: false }, `.oauth: ${olderForm}${dropped}`],
		[{ ...remote, oauth: "client" }, `.oauth: ${olderForm}${dropped}`],
		[{ ...remote, oauth: 53280 }, `.oauth: ${olderForm}${dropped}`],
		[{ ...remote, oauth: { clientID: "a" } }, '.oauth.clientID: unknown member; did you mean "clientId"?'],
		[{ ...remote, oauth: { scopes: "a" } }, ".oauth.scopes: is a deprecated member; use scope"],
		[
			{ ...remote, oauth: { scope: ["a", "b"] } },
			`.oauth.scope: is a list; write one text with a space between scopes${dropped}`,
		],
		[
			{ ...remote, oauth: { ...client, callbackPort: 1023 } },
			`.oauth.callbackPort: is out of range; expected at least 1024${dropped}`,
		],
		[
			{ ...remote, oauth: { ...client, callbackPort: 65536 } },
			`.oauth.callbackPort: is out of range; expected at most 65535${dropped}`,
		],
		[
			{ ...remote, oauth: { callbackHost: "localhost", callbackPort: 8400 } },
			`.oauth.clientId: is missing; callbackHost needs it${dropped}`,
		],
		[{ ...remote, oauth: { mode: "local" } }, `.oauth.mode: unknown value; expected "hosted"${dropped}`],
		[
			{ ...remote, oauth: { mode: "dcr" } },
			".oauth.mode: is a deprecated value; write oauth: true in place of the object",
		],
		[
			{ ...remote, oauth: { ...client, mode: "byo" } },
			".oauth.mode: is a deprecated value; leave it out: a clientId says the same",
		],
		[
			{ ...remote, oauth: { mode: "hosted" } },
			`.oauth.authorizationServer: is missing; mode hosted needs it${dropped}`,
		],
		[
			{ ...remote, oauth: { ...client, mode: "hosted" } },
			`.oauth.clientId: has no place in mode hosted, which brings its own client; remove it${dropped}`,
		],
		[
			{ ...remote, oauth: { clientId: "a", clientSecret: { fromEnv: "S" } } },
			`.oauth.authorizationServer: is missing; clientSecret goes to no server that is not named there${dropped}`,
		],
		[
			{ ...remote, oauth: { clientId: "a", clientSecretHelper: "/opt/secret" } },
			`.oauth.authorizationServer: is missing; clientSecretHelper goes to no server that is not named there${dropped}`,
		],
		[
			{
				...remote,
				oauth: {
					clientId: "a",
					clientSecret: { fromEnv: "S" },
					clientSecretHelper: "/opt/secret",
					authorizationServer: ["https://login.example.com"],
				},
			},
			".oauth.clientSecret: has no effect beside clientSecretHelper, which wins; remove one of them",
		],
		[
			{ ...remote, oauth: { clientId: "a", tenantId: "common" } },
			`.oauth.scope: is missing; tenantId needs it${dropped}`,
		],
		[
			{ ...remote, oauth: { clientId: "a", scope: "s", tenantId: "corp.example.com" } },
			".oauth.tenantId: is no tenant; expected its id, a UUID, or one of common, organizations, consumers",
		],
		[
			{ ...remote, oauth: { clientId: "a", scope: "s", tenantId: "common", authFlow: "broker" } },
			`.oauth.tenantId: is no UUID; the broker needs the tenant's own id, a UUID${dropped}`,
		],
		[
			{ ...remote, oauth: { clientId: "a", authFlow: "broker" } },
			`.oauth.tenantId: is missing; the broker needs the tenant's own id, a UUID${dropped}`,
		],
		[
			{ ...remote, oauth: { ...client, authorizationServer: ["https://ok.example", "login.example.com"] } },
			".oauth.authorizationServer[1]: has no scheme; expected an address such as https://host.example.com",
		],
		[
			{ ...remote, oauth: { ...client, authorizationServer: ["http://localhost"] } },
			".oauth.authorizationServer[0]: is plain http; expected https",
		],
		[
			{ ...remote, oauth: { ...client, authorizationServer: [] } },
			`.oauth.authorizationServer: is 0 items; expected at least 1 item${dropped}`,
		],
		[
			{ ...remote, oauth: { additionalRedirectReferrerHosts: "a.example,b.example" } },
			".oauth.additionalRedirectReferrerHosts: has an entry that is no host name; expected host names with one space between them",
		],
		[
			{ ...remote, toolPolicy: { delete: "ask-session" } },
			`.toolPolicy.delete: is a deprecated value; use ask${dropped}`,
		],
		[
			{ ...remote, toolPolicy: { delete: "deny" } },
			`.toolPolicy.delete: unknown value; expected one of allow, ask, blocked${dropped}`,
		],
		[
			{ ...local, command: "bin/files" },
			".command: is no absolute path; expected one such as /opt/example/file or C:\\Example\\file; and Claude Desktop drops the server",
		],
		[
			{ ...local, command: "/opt/mcp/files --root /srv" },
			".command: has arguments, which the app does not split off; give them in args; and Claude Desktop drops the server",
		],
		[
			{ ...local, command: "/usr/local/lib/../bin/files" },
			".command: has a .. in it; write the path without; and Claude Desktop drops the server",
		],
		[
			{ ...local, command: "\\\\files.example.com\\tools\\a.exe" },
			".command: is on a network share; write a path on the device; and Claude Desktop drops the server",
		],
		[
			{ ...local, command: "~/bin/files;rm" },
			".command: starts with ~, which the app does not expand; write the absolute path; and has the character ;, which the app refuses; and Claude Desktop drops the server",
		],
		[{ ...local, command: "/opt/files " }, ".command: starts or ends with white space; remove it"],
		[{ name: "files", transport: "stdio" }, `.command: is missing; expected text${dropped}`],
		[{ ...local, args: "--root" }, `.args: is text; expected a list${dropped}`],
		[{ ...local, args: ["--root", 5] }, `.args[1]: is a number; expected text, so write it in quotes${dropped}`],
		[{ ...local, env: { "a=b": "c" } }, '.env["a=b"]: is no variable name; expected letters, digits and underscores'],
		[
			{ ...local, env: { fromEnv: "ALL" } },
			".env: is one secret for every variable; give each variable its own, as in { API_KEY: { fromEnv: NAME } }",
		],
		[
			{ ...local, envHelper: "\\\\files.example.com\\tools\\env.exe" },
			".envHelper: is on a network share; write a path on the device; and Claude Desktop drops the server",
		],
		[
			{ ...local, envHelper: '/opt/a"b.' },
			'.envHelper: has the character ", which the app refuses; and ends in a dot, which the app refuses; and Claude Desktop drops the server',
		],
		[{ ...local, envHelperTtlSec: 0 }, `.envHelperTtlSec: is out of range; expected more than 0${dropped}`],
		[{ ...local, startupTimeoutSec: 4 }, `.startupTimeoutSec: is out of range; expected at least 5${dropped}`],
		[{ ...local, startupTimeoutSec: 601 }, `.startupTimeoutSec: is out of range; expected at most 600${dropped}`],
		[
			{ ...local, url: "https://a.example" },
			".url: unknown member; expected one of args, command, env, envHelper, envHelperTtlSec, name, startupTimeoutSec, toolPolicy, transport",
		],
		[
			{ name: "a", transport: "policy-only", url: "https://a.example" },
			".url: unknown member; expected one of name, toolPolicy, transport",
		],
		[{ name: "m365", server: "microsoft365", tenantId: "common" }, `.clientId: is missing; expected text${dropped}`],
		[
			{ ...builtIn.microsoft365, tenantId: "corp.example.com" },
			".tenantId: is no tenant; expected its id, a UUID, or one of common, organizations, consumers",
		],
		[
			{ ...builtIn.microsoft365, azureCloud: "china" },
			`.azureCloud: unknown value; expected one of global, us-gov-high, us-gov-dod${dropped}`,
		],
		[{ ...builtIn.microsoft365, authorityHost: "a" }, ".authorityHost: is a deprecated member; use azureCloud"],
		[
			{ ...builtIn.microsoft365, scope: "User.Read Calendar.Read" },
			'.scope: has a scope that the app does not know, for which it drops the server; did you mean "Calendars.Read"?',
		],
		[{ ...builtIn.microsoft365, headers: { "x-a": "b" } }, `.headers: ${elsewhere}`],
		[
			{ name: "search", server: "websearch" },
			`.provider: is missing; expected one of brave, tavily, exa, custom${dropped}`,
		],
		[
			{ name: "search", server: "websearch", provider: "exa" },
			": has no key for exa, so Claude Desktop drops the server; give headers with x-api-key, or headersHelper",
		],
		[{ name: "search", server: "websearch", provider: "custom" }, ".customUrl: is missing; provider custom needs it"],
		[{ ...builtIn.websearch, customUrl: "https://a.example" }, ".customUrl: has no effect; it needs provider: custom"],
		[{ ...builtIn.custom, customUrl: "http://localhost:8080/q" }, ".customUrl: is plain http; expected https"],
		[
			{ ...builtIn.websearch, headersHelperTtlSec: 0 },
			`.headersHelperTtlSec: is out of range; expected more than 0${dropped}`,
		],
		[
			{ ...builtIn.github, scopes: "repo" },
			".scopes: is a deprecated member, for which the app drops the entry; use scope",
		],
		[{ ...builtIn.github, url: "https://a.example" }, `.url: ${elsewhere}`],
		[{ ...builtIn.github, transport: "http" }, `.transport: ${elsewhere}`],
		[{ ...builtIn.github, command: "/a" }, `.command: ${elsewhere}`],
		[{ ...builtIn.github, startupTimeoutSec: 9 }, `.startupTimeoutSec: ${elsewhere}`],
		[{ ...builtIn.github, headersHelper: "/a" }, `.headersHelper: ${elsewhere}`],
		[
			{ ...builtIn.github, clientId: "no client" },
			".clientId: is no client id; expected at most 36 letters, digits, dots, underscores and hyphens",
		],
		[
			{ ...builtIn.github, host: "ghe.example.com" },
			".host: has no scheme; expected an address such as https://host.example.com",
		],
		[
			{ ...builtIn.github, host: "https://localhost" },
			".host: leads to this machine, which the app refuses; expected another host",
		],
		[
			{ ...builtIn.github, scope: "repo,read:org" },
			".scope: has an entry that is no scope; expected such as repo read:org, with one space between",
		],
		[
			{ ...builtIn.github, toolsets: "repos, actions" },
			".toolsets: has an entry that is no toolset; expected such as repos,actions, without spaces",
		],
		[
			{ ...builtIn.github, toolsets: ["repos", "actions"] },
			`.toolsets: is a list; write one text with commas, such as repos,actions${dropped}`,
		],
	])("%j", (server, message) => {
		expect(settingProblems("managedMcpServers", [server])).toEqual([`managedMcpServers[0]${message}`]);
	});

	test.each<[unknown, string]>([
		[
			{ ...remote, url: "http://127.0.0.1:3845/sse" },
			".url: is plain http to this machine, which the app takes while its documentation says https; for tests alone",
		],
		[
			{ ...local, command: "uvx" },
			".command: is looked up on each device's PATH, while the documentation asks for an absolute path; write that",
		],
		[
			{ ...remote, headers: { Authorization: { fromEnv: "T" } } },
			".headers.Authorization: is the same for every user, so that the server knows one identity alone; oauth tells users apart",
		],
		[
			{ name: "search", server: "websearch", provider: "exa", headers: { authorization: { fromEnv: "T" } } },
			".headers: have no x-api-key, in which exa expects its key",
		],
		[
			{ ...remote, source: "user" },
			".source: is a member that only the app writes, and that it ignores; leave it out, as it is left out on devices",
		],
	])("%j is warned about", (server, message) => {
		expect(settingProblems("managedMcpServers", [server])).toEqual([`warning: managedMcpServers[0]${message}`]);
	});

	test("there is one search at most", () => {
		const { websearch, custom } = builtIn;
		expect(settingProblems("managedMcpServers", [websearch, { ...custom, name: "intranet" }])).toEqual([
			"managedMcpServers[1].server: is a second websearch beside entry 0: Claude Desktop then takes the whole list as empty; keep one",
		]);
	});

	test("every problem of an entry is said, at the entry", () => {
		const oauth = { authorizationUrl: "http://login.example.com", tokenURL: "https://login.example.com/token" };
		expect(settingProblems("managedMcpServers", [local, { ...remote, name: "files", oauth, headers: [] }])).toEqual([
			`managedMcpServers[1].headers: is a list, a form that the app no longer reads; write each header by its name, as in { authorization: { fromEnv: NAME } }${dropped}`,
			"managedMcpServers[1].oauth.authorizationUrl: is plain http to another machine; expected https, or http to 127.0.0.1, localhost or [::1]",
			'managedMcpServers[1].oauth.tokenURL: unknown member; did you mean "tokenUrl"?',
			`managedMcpServers[1].oauth.clientId: is missing; authorizationUrl needs it${dropped}`,
			"managedMcpServers[1].oauth.tokenUrl: is missing; authorizationUrl and tokenUrl go together",
			"managedMcpServers[1].name: is already the name of entry 0: Claude Desktop then takes the whole list as empty; names are unique",
		]);
	});
});

test("a path of a GitHub server is cut off, which is said", () => {
	const server = { name: "code", server: "github", clientId: "c", host: "https://ghe.example.com/api/v3" };
	expect(settingProblems("managedMcpServers", [server])).toEqual([
		"warning: managedMcpServers[0].host: has a path, which the app cuts off; give the origin alone, https://<host>",
	]);
});
