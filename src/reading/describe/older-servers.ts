import { isJsonObject, type JsonObject, type JsonValue } from "../../json.js";

/** An entry of `managedMcpServers` as the reference has it now. */
export function renewedServer(server: JsonObject): JsonObject {
	const { source: _, scopes, authorityHost, transport, oauth, toolPolicy, readOnly, ...kept } = server;
	const renewed = {
		...(transport === undefined
			? kept.url !== undefined && { transport: "http" }
			: transport !== "builtin" && { transport }),
		...(scopes !== undefined && kept.scope === undefined && { scope: scopeOf(scopes) }),
		...cloudOf(authorityHost, kept.azureCloud),
		...oauthOf(oauth),
		...(toolPolicy !== undefined && { toolPolicy: askingFor(toolPolicy, "ask") }),
		...(readOnly !== undefined && { readOnly: switchOf(readOnly) }),
	};
	return { ...kept, ...renewed };
}

/** Entries of `orgPluginSettings` as the reference has them now. */
export function renewedPlugins(servers: readonly JsonValue[]): JsonValue {
	return servers.map((server) =>
		isJsonObject(server) && Array.isArray(server.tools)
			? { ...server, tools: server.tools.map((tool) => askingFor(tool, "blocked")) }
			: server,
	);
}

/** The older record of servers as the list of now; undefined where it is no such record. */
export function pluginsOfRecord(value: JsonValue): JsonValue | undefined {
	const servers = isJsonObject(value) ? value.mcpServers : undefined;
	if (!isJsonObject(servers)) return undefined;
	return Object.entries(servers).map(([serverName, server]) => {
		const policy = isJsonObject(server) && isJsonObject(server.toolPolicy) ? server.toolPolicy : {};
		return { serverName, tools: Object.entries(policy).map(([toolName, permission]) => ({ toolName, permission })) };
	});
}

function askingFor(rules: JsonValue, instead: string): JsonValue {
	if (!isJsonObject(rules)) return rules;
	return Object.fromEntries(
		Object.entries(rules).map(([name, rule]) => [name, rule === "ask-session" ? instead : rule]),
	);
}

function scopeOf(scopes: JsonValue): JsonValue {
	return Array.isArray(scopes) ? scopes.join(" ") : scopes;
}

/** What the app made of the host at which Entra signs people in. */
function cloudOf(authorityHost: JsonValue | undefined, azureCloud: JsonValue | undefined): JsonObject {
	const isGovernment = typeof authorityHost === "string" && authorityHost.includes("login.microsoftonline.us");
	return isGovernment && azureCloud === undefined ? { azureCloud: "us-gov-high" } : {};
}

/** Nothing, zero and false are no sign-in; any other value that is no object was one without more to say. */
function oauthOf(oauth: JsonValue | undefined): JsonObject {
	if (oauth === undefined || oauth === null || oauth === false || oauth === 0 || oauth === "") return {};
	if (!isJsonObject(oauth)) return { oauth: true };
	const { scopes, ...kept } = oauth;
	const scope = kept.scope ?? scopes;
	return { oauth: { ...kept, ...(scope !== undefined && { scope: scopeOf(scope) }) } };
}

function switchOf(value: JsonValue): JsonValue {
	return value === "true" || (value === "false" ? false : value);
}
