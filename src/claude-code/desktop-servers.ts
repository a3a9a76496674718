import type { LayeredValue, ResolvedSetting } from "../configuration/managed-configuration.js";
import { isJsonObject, itemsOf, type JsonObject, type JsonValue } from "../json.js";
import { findReferences } from "../reference/walk.js";
import type { NotCarried } from "./code-configuration.js";

/** What `managed-mcp.json` has to hold because `managedMcpServers` of Claude Desktop does. */
export interface DesktopServers {
	readonly servers: ReadonlyMap<string, LayeredValue>;
	readonly notCarried: readonly NotCarried[];
}

/** The servers that every user of Claude Desktop gets, in the form of Claude Code. None carries a credential. */
export function desktopServers(setting: ResolvedSetting | undefined): DesktopServers {
	const servers = new Map<string, LayeredValue>();
	const notCarried: NotCarried[] = [];
	for (const [index, entry] of itemsOf(setting?.value).entries()) {
		if (!setting || !isJsonObject(entry)) continue;
		const path = [...setting.path, index];
		const name = nameInCode(String(entry.name));
		const server = servers.has(name) ? sameName : inForm(entry);
		if (typeof server === "string") notCarried.push({ key: "managedMcpServers", path, message: server });
		else if (server) servers.set(name, { layer: setting.layer, value: server, path });
	}
	return { servers, notCarried };
}

const sameName =
	"has the name of another server in Claude Code, which knows letters, digits, hyphens and underscores alone; rename one";

/** Of a server, whose name in Claude Desktop may have blanks and more. */
export function nameInCode(name: string): string {
	return name.replace(/[^A-Za-z0-9_-]/g, "-").slice(0, 64);
}

/** Nothing of an entry that is no server; text is why there is none in Claude Code. */
function inForm(entry: JsonObject): JsonObject | string | undefined {
	const { transport, server } = entry;
	if (transport === "policy-only") return undefined;
	if (server !== undefined)
		return "comes with Claude Desktop, so that Claude Code has no such server; whoever uses the command line has none";
	const { url, headers, headersHelper, command, args, env, envHelper } = entry;
	if (findReferences([headers ?? null, env ?? null]).length > 0 || envHelper !== undefined)
		return "needs a credential that managed-mcp.json would hold in clear, and is left out of it; give the server a headersHelper, or oauth";
	if (transport === "stdio") return present({ type: "stdio", command, args, env });
	return present({ type: transport, url, headers, headersHelper });
}

function present(members: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
	const given = Object.entries(members).flatMap(([name, value]): [string, JsonValue][] =>
		value === undefined ? [] : [[name, value]],
	);
	return Object.fromEntries(given);
}
