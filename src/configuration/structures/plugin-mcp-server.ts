import { error } from "../../problem.js";
import { list, object, text } from "../../shape/build.js";
import { lineProblems } from "../values/text.js";

/** Not held to the shape of an address: how the app matches wildcards here is not documented. */
const serverUrl = text((address) =>
	/^[a-z][a-z0-9+.-]*:\/*[^/?#]*@/i.test(address)
		? [error("url", [], "has credentials in the URL; name the server without them")]
		: lineProblems(address),
);

export const pluginMcpServers = list(
	object(
		{ serverUrl: { shape: serverUrl, summary: "Address of the server.", required: true } },
		{ name: "PluginMcpServer", summary: "A remote MCP server that plugins may, or may not, bring." },
	),
);
