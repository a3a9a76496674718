import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { opened, planOf, quiet } from "../support/configuration.js";

const mcp = (server: JsonObject): JsonObject => ({ managedMcpServers: [{ name: "s", ...server }] });

describe("hosts of each feature that the deployment sets", () => {
	test.each<[string, JsonObject, string[]]>([
		["collector", { otlpEndpoint: "https://otel.example.com:4318" }, ["otel.example.com:4318"]],
		["collector over plain http", { otlpEndpoint: "http://otel.example.com" }, ["otel.example.com:80"]],
		["collector on the device", { otlpEndpoint: "http://localhost:4318" }, []],
		[
			"artifact frame elsewhere",
			{ disableNonessentialServices: false, userContentRendererUrl: "https://frame.example.com" },
			artifacts("frame.example.com"),
		],
		["remote MCP server", mcp({ transport: "http", url: "https://mcp.example.com/x" }), ["mcp.example.com"]],
		[
			"remote MCP server with sign-in",
			mcp({
				transport: "sse",
				url: "https://mcp.example.com",
				oauth: {
					clientId: "c",
					authorizationServer: ["https://as.example.com"],
					authorizationUrl: "https://login.example.com/a",
					tokenUrl: "https://token.example.com/t",
				},
			}),
			// The servers that are allowed go before the endpoints.
			["as.example.com", "mcp.example.com"],
		],
		[
			"remote MCP server of an Entra tenant",
			mcp({ transport: "http", url: "https://mcp.example.com", oauth: { tenantId: "t", scope: "s" } }),
			["login.microsoftonline.com", "mcp.example.com"],
		],
		[
			"Microsoft 365 remote server",
			mcp({ transport: "http", url: "https://microsoft365.mcp.claude.com/mcp" }),
			["microsoft365.mcp.claude.com"],
		],
		[
			"GitHub remote server",
			mcp({ transport: "http", url: "https://api.githubcopilot.com/mcp/" }),
			["api.githubcopilot.com"],
		],
		["local MCP server", mcp({ transport: "stdio", command: "/usr/bin/server" }), []],
		["web search by Brave", mcp({ server: "websearch", provider: "brave" }), ["api.search.brave.com"]],
		["web search by Tavily", mcp({ server: "websearch", provider: "tavily" }), ["api.tavily.com"]],
		["web search by Exa", mcp({ server: "websearch", provider: "exa" }), ["api.exa.ai"]],
		[
			"web search of one's own",
			mcp({ server: "websearch", provider: "custom", customUrl: "https://search.example.com/q" }),
			["search.example.com"],
		],
		[
			"web search while WebSearch is disabled",
			{ ...mcp({ server: "websearch", provider: "brave" }), disabledBuiltinTools: ["WebSearch"] },
			[],
		],
		["Microsoft 365", mcp({ server: "microsoft365" }), ["graph.microsoft.com", "login.microsoftonline.com"]],
		[
			"Microsoft 365, GCC High",
			mcp({ server: "microsoft365", azureCloud: "us-gov-high" }),
			["graph.microsoft.us", "login.microsoftonline.us"],
		],
		[
			"Microsoft 365, DoD",
			mcp({ server: "microsoft365", azureCloud: "us-gov-dod" }),
			["dod-graph.microsoft.us", "login.microsoftonline.us"],
		],
		["GitHub", mcp({ server: "github" }), ["api.github.com", "github.com"]],
		["GitHub Enterprise Server", mcp({ server: "github", host: "https://ghe.example.com" }), ["ghe.example.com"]],
		[
			"sandbox list",
			{ coworkEgressAllowedHosts: ["*.example.corp", "pypi.org", "git.example.com:8443", "10.1.2.3"] },
			["*.example.corp", "10.1.2.3", "git.example.com:8443", "pypi.org"],
		],
		[
			"sandbox without filter",
			{ coworkEgressAllowedHosts: ["*"] },
			[
				"archive.ubuntu.com",
				"cdn.playwright.dev",
				"crates.io",
				"files.pythonhosted.org",
				"github.com",
				"index.crates.io",
				"npmjs.com",
				"npmjs.org",
				"objects.githubusercontent.com",
				"playwright.download.prss.microsoft.com",
				"pypi.org",
				"pythonhosted.org",
				"registry.npmjs.org",
				"registry.yarnpkg.com",
				"security.ubuntu.com",
				"static.crates.io",
				"www.npmjs.com",
				"www.npmjs.org",
				"yarnpkg.com",
			],
		],
		["empty sandbox list", { coworkEgressAllowedHosts: [] }, []],
		[
			"claude.ai import",
			{ claudeAiImport: { enabled: true } },
			["api.anthropic.com", "claude.ai", "storage.googleapis.com"],
		],
		["claude.ai import that is off", { claudeAiImport: { enabled: false } }, []],
		["built-in browser", { builtinBrowserEnabled: true }, ["releases.claude.com"]],
		[
			"SSH hosts",
			{ sshHostAllowlist: ["build.example.com", "*.dev.example.com", "jump.example.com:2222"] },
			[
				"*.dev.example.com:22",
				"build.example.com:22",
				"dev.example.com:22",
				"downloads.claude.ai",
				"jump.example.com:2222",
			],
		],
		["no SSH host", { sshHostAllowlist: [] }, []],
		[
			"bootstrap",
			{
				bootstrapUrl: "https://boot.example.com/bootstrap",
				bootstrapOidc: { clientId: "c", issuer: "https://idp.example.com" },
			},
			["boot.example.com", "idp.example.com"],
		],
		["bootstrap that is off", { bootstrapUrl: "https://boot.example.com/bootstrap", bootstrapEnabled: false }, []],
		[
			"marketplace on GitHub",
			{ allowedPluginMarketplaces: [{ source: "github", repo: "example/plugins" }] },
			["github.com"],
		],
		[
			"marketplaces elsewhere",
			{
				allowedPluginMarketplaces: [
					{ source: "git", url: "https://git.example.com/p.git" },
					{ source: "url", url: "https://cdn.example.com/m.json" },
				],
			},
			["cdn.example.com", "git.example.com"],
		],
		[
			"proxies",
			{ egressProxyUrl: "http://proxy.example.com:3128", egressProxyPacUrl: "https://pac.example.com/p.pac" },
			["pac.example.com"],
		],
		[
			"organization plug-ins, older key",
			{ organizationPluginsUrl: "https://plugins.example.com/v1" },
			["plugins.example.com"],
		],
		[
			"updates by the updates host",
			{ disableAutoUpdates: false, updateViaUpdatesHost: true },
			["downloads.claude.ai", "releases.claude.com"],
		],
	])("%s", (_, settings, hosts) => {
		expect(opened(settings, { oldest: "1.26832.0" })).toEqual(hosts);
	});
});

function artifacts(frame: string): string[] {
	return [
		"*.claudemcpcontent.com",
		"*.gstatic.com",
		"api.anthropic.com",
		"assets.claude.ai",
		"cdn.jsdelivr.net",
		"cdnjs.cloudflare.com",
		"fonts.googleapis.com",
		frame,
		"www.google.com",
	].sort();
}

test("hosts say what is spoken there where it is not TLS", () => {
	const { hosts } = planOf({
		...quiet,
		otlpEndpoint: "http://otel.example.com:4318",
		egressProxyUrl: "http://proxy.example.com:3128",
		sshHostAllowlist: ["build.example.com:2222", "*.git.example.com"],
		managedMcpServers: [{ name: "s", transport: "http", url: "https://mcp.example.com:8443" }],
	});
	const told = hosts.filter(({ host }) => host.endsWith("example.com"));
	expect(told.map(({ host, port, speaks }) => [host, port, speaks])).toEqual([
		["git.example.com", 22, "ssh"],
		["build.example.com", 2222, "ssh"],
		["git.example.com", 22, "ssh"],
		["mcp.example.com", 8443, undefined],
		["otel.example.com", 4318, "http"],
		["proxy.example.com", 3128, "proxy"],
	]);
});

test("a host that anything speaks TLS to counts as one of TLS", () => {
	const { hosts } = planOf({
		...quiet,
		otlpEndpoint: "http://shared.example.com:8443",
		managedMcpServers: [{ name: "s", transport: "http", url: "https://shared.example.com:8443" }],
	});
	const shared = hosts.filter(({ host }) => host === "shared.example.com");
	expect(shared.map(({ port, speaks, reasons }) => [port, speaks, reasons.length])).toEqual([[8443, undefined, 2]]);
});
