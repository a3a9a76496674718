import { isObject, type JsonObject, type JsonValue } from "../../json.js";
import { oidcHosts, urlHost } from "../address.js";
import type { EgressContext } from "../context.js";
import type { Destination, EgressRow } from "../row.js";

/** What servers, extensions, plug-ins and tools of the deployment need. */
export const extensionRows: readonly EgressRow[] = [
	{
		feature: "desktop-extensions",
		key: "isDesktopExtensionEnabled",
		because: "Python packages of desktop extensions",
		operator: "third-party",
		source: "telemetry",
		when: (context) => context.when("isDesktopExtensionEnabled", (value) => value === true),
		hosts: () => ["github.com", "objects.githubusercontent.com", "pypi.org", "files.pythonhosted.org"],
	},
	{
		feature: "managed-mcp-servers",
		key: "managedMcpServers",
		because: "MCP server of the deployment",
		operator: "organization",
		source: "configuration#managedmcpservers",
		hosts: (context) => servers(context).flatMap(remoteServer),
	},
	{
		feature: "managed-mcp-servers",
		key: "managedMcpServers",
		because: "service behind a built-in MCP server",
		operator: "third-party",
		source: "configuration#managedmcpservers",
		hosts: (context) => servers(context).flatMap((server) => builtIn[String(server.server)]?.(server) ?? []),
	},
	{
		feature: "managed-mcp-servers",
		key: "managedMcpServers",
		because: "service that the deployment names for a built-in MCP server",
		operator: "organization",
		source: "configuration#managedmcpservers",
		hosts: (context) =>
			servers(context).flatMap((server) => [
				...(server.server === "websearch" ? urlHost(server.customUrl) : []),
				...(server.server === "github" ? urlHost(server.host) : []),
			]),
	},
	{
		feature: "plugin-marketplaces",
		key: "allowedPluginMarketplaces",
		because: "plug-in marketplace on GitHub",
		operator: "third-party",
		source: "configuration#allowedpluginmarketplaces",
		when: (context) => [context.known("allowedPluginMarketplaces")],
		hosts: (context) => (marketplaces(context).some((each) => each.source === "github") ? ["github.com"] : []),
	},
	{
		feature: "plugin-marketplaces",
		key: "allowedPluginMarketplaces",
		because: "plug-in marketplace of the deployment",
		operator: "organization",
		source: "configuration#allowedpluginmarketplaces",
		when: (context) => [context.known("allowedPluginMarketplaces")],
		hosts: (context) => marketplaces(context).flatMap((each) => (each.source === "github" ? [] : urlHost(each.url))),
	},
	{
		feature: "organization-plugins",
		key: "organizationPluginsUrl",
		because: "organization plug-ins by the older key",
		operator: "organization",
		source: "configuration-changelog",
		hosts: (context) => urlHost(context.value("organizationPluginsUrl")),
	},
];

const graph: Readonly<Record<string, readonly string[]>> = {
	global: ["login.microsoftonline.com", "graph.microsoft.com"],
	"us-gov-high": ["login.microsoftonline.us", "graph.microsoft.us"],
	"us-gov-dod": ["login.microsoftonline.us", "dod-graph.microsoft.us"],
};

const searchServices: Readonly<Record<string, string>> = {
	brave: "api.search.brave.com",
	tavily: "api.tavily.com",
	exa: "api.exa.ai",
};

const builtIn: Readonly<Record<string, (server: JsonObject) => readonly string[]>> = {
	microsoft365: (server) => graph[String(server.azureCloud ?? "global")] ?? [],
	websearch: (server) => [searchServices[String(server.provider)] ?? []].flat(),
	github: (server) => (server.host === undefined ? ["github.com", "api.github.com"] : []),
};

/** The servers that run; disabling WebSearch also disables the built-in search server. */
function servers(context: EgressContext): JsonObject[] {
	const searchOff = context.list("disabledBuiltinTools").includes("WebSearch");
	return objects(context.list("managedMcpServers")).filter((server) => !(searchOff && server.server === "websearch"));
}

function marketplaces(context: EgressContext): JsonObject[] {
	return objects(context.list("allowedPluginMarketplaces"));
}

function remoteServer(server: JsonObject): Destination[] {
	const oauth = isObject(server.oauth) ? (server.oauth as JsonObject) : {};
	const allowed = Array.isArray(oauth.authorizationServer) ? oauth.authorizationServer : [];
	return [
		...urlHost(server.url),
		...allowed.flatMap((each: JsonValue) => authorizationServer(each)),
		...oidcHosts({ authorizationUrl: oauth.authorizationUrl ?? null, tokenUrl: oauth.tokenUrl ?? null }),
		...(oauth.tenantId === undefined
			? []
			: [{ host: "login.microsoftonline.com", because: "Microsoft Entra sign-in at an MCP server" }]),
	];
}

/** An allowed authorization server is a host or a URL. */
function authorizationServer(value: JsonValue): Destination[] {
	if (typeof value !== "string") return [];
	return urlHost(value.includes("://") ? value : `https://${value}`, "authorization server of an MCP server");
}

function objects(list: readonly JsonValue[]): JsonObject[] {
	return list.filter((item): item is JsonObject => isObject(item));
}
