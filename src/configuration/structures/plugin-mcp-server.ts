import { isObject } from "../../json.js";
import { error, warning } from "../../problem.js";
import { list, object, text } from "../../shape/build.js";
import type { ListShape, Rule } from "../../shape/shape.js";
import { lineProblems } from "../values/text.js";
import { hasCredentials } from "../values/url.js";

/** The host below which a pattern takes every name, and what stands around it. */
const belowHost = /^([^:]+:\/\/)\*\.([^/*].*)$/;

/** Only the start of a pattern is documented; how its wildcards match is the app's own affair. */
const pattern: Rule<string> = (address) => {
	if (hasCredentials(address)) {
		return [error("url", [], "has credentials in the URL; name the server without them")];
	}
	if (!/^(?:[a-z][a-z0-9+.-]*|\*):\/\//i.test(address)) {
		const example = "write it with its scheme, as in https://mcp.example.com/*";
		return [error("pattern-scheme", [], `has no scheme, without which Claude Desktop matches no server; ${example}`)];
	}
	return [];
};

/** A pattern for every name below a host, without one for the host itself. */
const withoutApex: Rule<readonly unknown[]> = (servers) => {
	const patterns = servers.map((one) => (isObject(one) ? one.serverUrl : undefined));
	return patterns.flatMap((address, index) => {
		const [, scheme, rest] = (typeof address === "string" && belowHost.exec(address)) || [];
		if (scheme === undefined || patterns.includes(`${scheme}${rest}`)) return [];
		const message = "leaves out the name after the *. itself; add an entry for that where it is meant too";
		return [warning("pattern-apex", [index, "serverUrl"], message)];
	});
};

const server = object(
	{
		serverUrl: {
			shape: text(lineProblems, pattern),
			summary: "Address of the server with its scheme, where `*` stands for any text.",
			required: true,
		},
	},
	{ name: "PluginMcpServer", summary: "A remote MCP server that plugins may, or may not, bring." },
);

/** Those that plugins may bring. */
export const allowedPluginServers: ListShape = list(server, {
	otherwise: "lets plugins bring no server by it",
	rules: [withoutApex],
});

/** Those that plugins may not bring. */
export const deniedPluginServers: ListShape = list(server, {
	otherwise: "blocks every remote server of every plugin",
	rules: [withoutApex],
});
