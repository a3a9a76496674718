import { codeDocumentation, referenceOf } from "../../claude-code/code-setting.js";
import { urlsOfHooks } from "../../claude-code/hook-urls.js";
import { isJsonObject, itemsOf, type JsonObject } from "../../json.js";
import type { EgressContext } from "../context.js";
import { asProxy, type Destination, exact, ofPattern, ofUrl } from "../destination.js";
import type { EgressRow } from "../row.js";
import { holds } from "../windows.js";

const named = { operator: "organization", requirement: "required" } as const;

/** Hosts that settings of Claude Code name themselves. */
export const claudeCodeNamedRows: readonly EgressRow[] = [
	{
		...named,
		feature: "claude-code-hooks",
		key: "claudeCode.hooks",
		because: "hooks of Claude Code that are calls",
		data: "the event of a session, with the tool's input and output",
		closedBy: [{ key: "claudeCode.hooks" }],
		ifDenied: "Hooks of Claude Code that are calls fail.",
		source: `${codeDocumentation}hooks`,
		hosts: (context) => urlsOfHooks(context.configuration).flatMap(ofUrl),
	},
	{
		...named,
		feature: "claude-code-mcp",
		key: "claudeCode.mcp",
		because: "MCP servers of Claude Code",
		data: "what tools of the server are called with",
		closedBy: [{ key: "claudeCode.mcp" }],
		ifDenied: "Tools of the server fail in Claude Code.",
		source: `${codeDocumentation}managed-mcp`,
		hosts: (context) => servers(context).flatMap(({ url }) => ofUrl(url)),
	},
	{
		...named,
		feature: "claude-code-marketplaces",
		key: "claudeCode.extraKnownMarketplaces",
		because: "marketplaces of plug-ins that Claude Code knows",
		closedBy: [{ key: "claudeCode.extraKnownMarketplaces" }],
		ifDenied: "Plug-ins of the marketplace are neither installed nor updated.",
		source: referenceOf("extraKnownMarketplaces"),
		hosts: marketplaces,
	},
	{
		...named,
		feature: "claude-code-sandbox",
		key: "claudeCode.sandbox.network.allowedDomains",
		because: "hosts that shell commands of Claude Code may reach",
		closedBy: [{ key: "claudeCode.sandbox.network.allowedDomains", value: [] }],
		ifDenied: "Shell commands of Claude Code do not reach the host.",
		source: referenceOf("sandbox.network.allowedDomains"),
		// Otherwise they are among those that Claude Desktop opens.
		when: (context) => holds(context.list("coworkEgressAllowedHosts").includes("*")),
		hosts: (context) => itemsOf(context.code("sandbox.network.allowedDomains")).flatMap((each) => ofPattern(each, 443)),
	},
	{
		...named,
		feature: "claude-code-proxy",
		key: "claudeCode.env.HTTPS_PROXY",
		because: "proxy of Claude Code",
		data: "all of its traffic, of which the proxy sees the content where it opens TLS",
		closedBy: [{ key: "claudeCode.env.HTTPS_PROXY" }],
		ifDenied: "Nothing of Claude Code that goes through the proxy works.",
		source: `${codeDocumentation}network-config`,
		when: (context) => holds(!context.has("egressProxyUrl")),
		hosts: (context) => ["env.HTTPS_PROXY", "env.HTTP_PROXY"].flatMap((name) => ofUrl(context.code(name))).map(asProxy),
	},
	asked("forceRemoteSettingsRefresh", "settings from a server, without which Claude Code does not start", "required"),
	asked("fastMode", "whether fast mode can be had", "optional"),
];

/** What a setting asks of Anthropic where it is true. */
function asked(name: string, because: string, requirement: EgressRow["requirement"]): EgressRow {
	return {
		feature: "claude-code-asked",
		key: `claudeCode.${name}`,
		because,
		closedBy: [{ key: `claudeCode.${name}`, value: false }],
		ifDenied: requirement === "required" ? "Claude Code does not start." : "Claude Code has no fast mode.",
		operator: "anthropic",
		requirement,
		source: referenceOf(name),
		when: (context) => holds(context.code(name) === true),
		hosts: [exact("api.anthropic.com")],
	};
}

/** Those that Claude Desktop has as well are in its own rows. */
function servers(context: EgressContext): JsonObject[] {
	const known = new Set(
		context.list("managedMcpServers").map((entry) => (isJsonObject(entry) ? entry.url : undefined)),
	);
	const all = [...(context.configuration.code?.mcpServers?.values() ?? [])];
	return all.flatMap(({ value }) => (isJsonObject(value) && !known.has(value.url) ? [value] : []));
}

function marketplaces(context: EgressContext): Destination[] {
	const known = context.code("extraKnownMarketplaces");
	return Object.values(isJsonObject(known) ? known : {}).flatMap((entry) => {
		const source = isJsonObject(entry) ? entry.source : undefined;
		if (!isJsonObject(source)) return [];
		if (source.source === "github") return [exact("github.com")];
		return [...ofUrl(source.url)];
	});
}
