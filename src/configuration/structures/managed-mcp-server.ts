import { isObject } from "../../json.js";
import { suggestName } from "../../nearest-name.js";
import { made, type Outcome, refused } from "../../outcome.js";
import { error, type Problem } from "../../problem.js";
import { list } from "../../shape/build.js";
import type { VariantsShape } from "../../shape/shape.js";
import { builtInMcpServers } from "./built-in-mcp-server.js";
import { localMcpServer, policyOnlyMcpServer } from "./local-mcp-server.js";
import { remoteMcpServer } from "./remote-mcp-server.js";
import { repeats } from "./repeats.js";

const byTransport = {
	http: remoteMcpServer,
	sse: remoteMcpServer,
	stdio: localMcpServer,
	"policy-only": policyOnlyMcpServer,
};

/** Messages do not repeat what was given: the whole key is treated as a secret. */
const server: VariantsShape = {
	kind: "variants",
	otherwise: "drops the server",
	name: "ManagedMcpServer",
	summary:
		"An MCP server that every user gets: `transport` tells its kind, or `server` for those that come with the app.",
	of: { ...byTransport, ...builtInMcpServers },
	choose(value) {
		if (!isObject(value)) {
			return refused(error("wrong-type", [], "is no server; expected an object with a transport or a server"));
		}
		if (value.server !== undefined) return chooseBuiltIn(value.server);
		return value.transport === undefined ? chooseLikely(value) : chooseTransport(value.transport);
	},
};

/** A server without a transport shows by its other members which it lacks, so that what else is wrong is found as well. */
function chooseLikely(value: Readonly<Record<string, unknown>>): Outcome<string> {
	if (value.url !== undefined) return made("http");
	return value.command === undefined ? chooseTransport(undefined) : made("stdio");
}

function chooseTransport(transport: unknown): Outcome<string> {
	const transports = Object.keys(byTransport);
	const expected = `expected one of ${transports.join(", ")}, or server for a built-in server`;
	if (transport === undefined) return refused(error("missing", ["transport"], `is missing; ${expected}`));
	if (transport === "builtin") {
		const message = "is a deprecated value; use server to name a built-in server";
		return refused(error("deprecated", ["transport"], message));
	}
	if (typeof transport === "string" && transports.includes(transport)) return made(transport);
	return refused(error("unknown-value", ["transport"], `is no transport; ${expected}`));
}

function chooseBuiltIn(name: unknown): Outcome<string> {
	const names = Object.keys(builtInMcpServers);
	if (typeof name === "string" && names.includes(name)) return made(name);
	const instead = typeof name === "string" ? suggestName(name, names) : `expected one of ${names.join(", ")}`;
	return refused(error("unknown-value", ["server"], `is no built-in server; ${instead}`));
}

/** Of the built-in search there is one. */
function repeatedSearch(servers: readonly unknown[]): Problem[] {
	const searches = servers.map((entry) => (isObject(entry) && entry.server === "websearch" ? entry.server : undefined));
	return repeats(searches).map(({ index, first }) => {
		const message = `is a second websearch beside entry ${first}: Claude Desktop then takes the whole list as empty; keep one`;
		return error("second-search", [index, "server"], message);
	});
}

/** Every entry with the name of an earlier one. */
function repeatedNames(servers: readonly unknown[]): Problem[] {
	return repeats(servers.map((entry) => (isObject(entry) ? entry.name : undefined))).map(({ index, first }) => {
		const message = `is already the name of entry ${first}: Claude Desktop then takes the whole list as empty; names are unique`;
		return error("duplicate", [index, "name"], message);
	});
}

function isPolicyOnly(entry: unknown): boolean {
	return isObject(entry) && entry.transport === "policy-only";
}

export const managedMcpServers = list(server, {
	rules: [repeatedNames, repeatedSearch],
	someVersions: [
		{
			code: "unknown-to-oldest-app",
			versions: { until: "2.110.0" },
			concerns: (servers) => Array.isArray(servers) && servers.length > 0 && servers.every(isPolicyOnly),
			message: "has policy-only entries alone, of which apps before 2.110.0 cannot make a list",
		},
	],
});
