import { describe, expect, test } from "vitest";
import { settingProblems } from "../../support/setting-problems.js";

const remote = { name: "tracker", transport: "http", url: "https://mcp.example.com" };
const local = { name: "files", transport: "stdio", command: "/opt/mcp/files" };
const transports = "expected one of http, sse, stdio, policy-only, or server for a built-in server";

describe("managedMcpServers", () => {
	test("every kind of server with all its members", () => {
		const oauth = {
			mode: "hosted",
			clientId: "app",
			clientSecret: { fromEnv: "SECRET" },
			clientSecretHelper: "/opt/secret",
			authorizationServer: ["login.example.com", "https://login.example.com/tenant"],
			authorizationUrl: "https://login.example.com/authorize",
			tokenUrl: "https://login.example.com/token",
			tenantId: "tenant",
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
			{
				...local,
				args: ["--root", ""],
				env: { LEVEL: "info" },
				envHelper: "/opt/env",
				envHelperTtlSec: 0,
				startupTimeoutSec: 30,
				toolPolicy,
			},
			{ name: "elsewhere", transport: "policy-only", toolPolicy },
			{
				server: "microsoft365",
				name: "m365",
				tenantId: "t",
				clientId: "c",
				azureCloud: "us-gov-high",
				continuousAccessEvaluation: "disabled",
				scope: "Mail.Read",
				toolPolicy,
			},
			{
				server: "websearch",
				provider: "custom",
				customUrl: "https://search.example.com",
				headersHelper: "/opt/key",
				toolPolicy,
			},
			{
				server: "websearch",
				name: "brave",
				provider: "brave",
				headers: { "X-Subscription-Token": { fromEnv: "BRAVE" } },
			},
			{
				server: "github",
				clientId: "c",
				host: "https://ghe.example.com",
				scope: "repo",
				toolsets: ["repos"],
				readOnly: true,
				toolPolicy,
			},
			{ server: "github", name: "public", clientId: "c", toolsets: "all" },
		];
		expect(settingProblems("managedMcpServers", servers)).toEqual([]);
	});

	test.each<[unknown, string]>([
		["https://mcp.example.com", ": is no server; expected an object with a transport or a server"],
		[{ name: "a" }, `.transport: is missing; ${transports}`],
		[{ name: "a", url: "https://a.example" }, ".transport: is missing; expected one of http, sse"],
		[{ name: "a", command: "/opt/a" }, '.transport: is missing; expected "stdio"'],
		[{ ...remote, transport: "websocket" }, `.transport: is no transport; ${transports}`],
		[{ ...remote, transport: "constructor" }, `.transport: is no transport; ${transports}`],
		[{ name: "a", transport: "builtin" }, ".transport: is a deprecated value; use server to name a built-in server"],
		[{ server: "githb", clientId: "c" }, '.server: is no built-in server; did you mean "github"?'],
		[{ server: 5 }, ".server: is no built-in server; expected one of microsoft365, websearch, github"],
		[{ ...remote, name: "" }, ".name: is empty; give a value or leave it out"],
		[{ transport: "http", url: "https://a.example" }, ".name: is missing; expected text"],
		[{ ...remote, url: "http://mcp.example.com" }, ".url: is plain http; expected https"],
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
		[{ ...remote, headersHelperTtlSec: -1 }, ".headersHelperTtlSec: is out of range; expected at least 0"],
		[{ ...remote, oauth: false }, ".oauth: is a boolean; expected true or an object"],
		[{ ...remote, oauth: "client" }, ".oauth: is text; expected true or an object"],
		[{ ...remote, oauth: 53280 }, ".oauth: is a number; expected true or an object"],
		[{ ...remote, oauth: { clientID: "a" } }, '.oauth.clientID: unknown member; did you mean "clientId"?'],
		[{ ...remote, oauth: { scopes: "a" } }, ".oauth.scopes: is a deprecated member; use scope"],
		[{ ...remote, oauth: { callbackPort: 1023 } }, ".oauth.callbackPort: is out of range; expected at least 1024"],
		[{ ...remote, oauth: { callbackPort: 65536 } }, ".oauth.callbackPort: is out of range; expected at most 65535"],
		[{ ...remote, oauth: { mode: "local" } }, '.oauth.mode: unknown value; expected "hosted"'],
		[{ ...remote, oauth: { tenantId: "t" } }, ".oauth.scope: is missing; tenantId needs it"],
		[
			{ ...remote, oauth: { authorizationServer: ["ok.example", "a_b"] } },
			'.oauth.authorizationServer[1]: has "_"; a host name has letters, digits, hyphens and dots',
		],
		[
			{ ...remote, oauth: { additionalRedirectReferrerHosts: "a.example,b.example" } },
			".oauth.additionalRedirectReferrerHosts: has an entry that is no host name; expected host names with one space between them",
		],
		[{ ...remote, toolPolicy: { delete: "ask-session" } }, ".toolPolicy.delete: is a deprecated value; use ask"],
		[
			{ ...remote, toolPolicy: { delete: "deny" } },
			".toolPolicy.delete: unknown value; expected one of allow, ask, blocked",
		],
		[
			{ ...local, command: "files" },
			".command: is no absolute path; expected one such as /opt/example/file or C:\\Example\\file",
		],
		[
			{ ...local, command: "/opt/mcp/files --root /srv" },
			".command: has arguments, which the app does not split off; give them in args",
		],
		[{ name: "files", transport: "stdio" }, ".command: is missing; expected text"],
		[{ ...local, args: "--root" }, ".args: is text; expected a list"],
		[{ ...local, args: ["--root", 5] }, ".args[1]: is a number; expected text, so write it in quotes"],
		[{ ...local, env: { "a=b": "c" } }, '.env["a=b"]: is no variable name; expected letters, digits and underscores'],
		[
			{ ...local, env: { fromEnv: "ALL" } },
			".env: is one secret for every variable; give each variable its own, as in { API_KEY: { fromEnv: NAME } }",
		],
		[
			{ ...local, url: "https://a.example" },
			".url: unknown member; expected one of args, command, env, envHelper, envHelperTtlSec, name, startupTimeoutSec, toolPolicy, transport",
		],
		[
			{ name: "a", transport: "policy-only", url: "https://a.example" },
			".url: unknown member; expected one of name, toolPolicy, transport",
		],
		[{ server: "microsoft365", tenantId: "t" }, ".clientId: is missing; expected text"],
		[
			{ server: "microsoft365", tenantId: "t", clientId: "c", azureCloud: "china" },
			".azureCloud: unknown value; expected one of global, us-gov-high, us-gov-dod",
		],
		[
			{ server: "microsoft365", tenantId: "t", clientId: "c", authorityHost: "a" },
			".authorityHost: is a deprecated member; use azureCloud",
		],
		[{ server: "websearch" }, ".provider: is missing; expected one of brave, tavily, exa, custom"],
		[{ server: "websearch", provider: "custom" }, ".customUrl: is missing; provider custom needs it"],
		[
			{ server: "websearch", provider: "exa", customUrl: "https://a.example" },
			".customUrl: has no effect; it needs provider: custom",
		],
		[{ server: "websearch", provider: "exa", source: "a" }, ".source: is a deprecated member; use server"],
		[{ server: "github", clientId: "c", scopes: "repo" }, ".scopes: is a deprecated member; use scope"],
		[
			{ server: "github", clientId: "c", url: "https://a.example" },
			".url: does not belong to a built-in server; remove it, or remove server",
		],
		[
			{ server: "github", clientId: "c", transport: "http" },
			".transport: does not belong to a built-in server; remove it, or remove server",
		],
		[
			{ server: "github", clientId: "c", command: "/a" },
			".command: does not belong to a built-in server; remove it, or remove server",
		],
		[
			{ server: "github", clientId: "c", host: "ghe.example.com" },
			".host: has no scheme; expected an address such as https://host.example.com",
		],
	])("%j", (server, message) => {
		expect(settingProblems("managedMcpServers", [server])).toEqual([`managedMcpServers[0]${message}`]);
	});

	test("every problem of an entry is said, at the entry", () => {
		const oauth = { authorizationUrl: "http://login.example.com", tokenURL: "https://login.example.com/token" };
		expect(settingProblems("managedMcpServers", [local, { ...remote, name: "files", oauth, headers: [] }])).toEqual([
			"managedMcpServers[1].headers: is a list; expected an object",
			"managedMcpServers[1].oauth.authorizationUrl: is plain http; expected https",
			'managedMcpServers[1].oauth.tokenURL: unknown member; did you mean "tokenUrl"?',
			"managedMcpServers[1].oauth.tokenUrl: is missing; authorizationUrl and tokenUrl go together",
			"managedMcpServers[1].oauth.clientId: is missing; authorizationUrl and tokenUrl need it",
			"managedMcpServers[1].name: is already the name of entry 0; names are unique",
		]);
	});
});
