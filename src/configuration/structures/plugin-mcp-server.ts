import { z } from "zod";
import type { SecretReference } from "../../reference/reference.js";
import { members } from "../../schema.js";
import { lineProblem, textWithout } from "../values/text.js";

/** A remote MCP server that plugins may, or may not, bring. */
export interface PluginMcpServer<Secret = SecretReference> {
	readonly serverUrl: string | Secret;
}

/** Not held to the shape of an address: how the app matches wildcards here is not documented. */
const serverUrl = textWithout((text) =>
	/^[a-z][a-z0-9+.-]*:\/*[^/?#]*@/i.test(text)
		? "has credentials in the URL; name the server without them"
		: lineProblem(text),
);

export const pluginMcpServers = z.array(members({ serverUrl }));
