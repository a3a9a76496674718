import { isObject, type JsonObject } from "../../json.js";
import type { EgressContext } from "../context.js";
import { ofUrl } from "../destination.js";
import { mcpServers } from "../rows/managed-mcp-servers.js";

/** Remote servers that say themselves where users sign in. */
export function discoveredSignIn(context: EgressContext): string[] {
	const hosts = mcpServers(context)
		.filter(discoversSignIn)
		.flatMap(({ url }) => ofUrl(url))
		.map(({ host }) => host);
	return [...new Set(hosts)].map(
		(host) => `users sign in to the MCP server at ${host} on a host that it names itself, which is in no list`,
	);
}

function discoversSignIn({ url, oauth, headers, headersHelper }: JsonObject): boolean {
	if (url === undefined) return false;
	if (isObject(oauth)) {
		return ["tenantId", "authorizationServer", "authorizationUrl"].every((name) => oauth[name] === undefined);
	}
	if (oauth !== undefined) return oauth === true;
	const names = isObject(headers) ? Object.keys(headers) : [];
	return headersHelper === undefined && !names.some((name) => name.toLowerCase() === "authorization");
}

const npm = "npm (registry.npmjs.org)";
const pypi = "PyPI (pypi.org, files.pythonhosted.org)";
const sources: Readonly<Record<string, string>> = {
	npx: npm,
	bunx: npm,
	uvx: pypi,
	pipx: pypi,
	docker: "the registry of its image",
};

/** Local servers whose program is fetched when it starts. */
export function packageRunners(context: EgressContext): string[] {
	const runners = mcpServers(context).flatMap(({ command }) => (typeof command === "string" ? runnerOf(command) : []));
	return [...new Set(runners)].map(
		(runner) =>
			`${runner} of managedMcpServers downloads at start, from ${sources[runner]} or the registry set on the device, which is in no list`,
	);
}

/** `npx` of `C:\Program Files\nodejs\npx.cmd`. */
function runnerOf(command: string): string[] {
	const [file = ""] = command.toLowerCase().split(/[/\\]/).slice(-1);
	const name = file.replace(/\.(?:exe|cmd|bat|ps1)$/, "");
	return Object.hasOwn(sources, name) ? [name] : [];
}

export function marketplaceRedirects(context: EgressContext): string[] {
	if (context.list("allowedPluginMarketplaces").length === 0) return [];
	return [
		"a marketplace of plug-ins may redirect to other hosts of its service (GitHub: codeload.github.com, objects.githubusercontent.com), which are in no list",
	];
}
