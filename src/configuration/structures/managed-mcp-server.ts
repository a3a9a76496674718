import { z } from "zod";
import { isObject } from "../../json.js";
import { suggestName } from "../../nearest-name.js";
import { error, type Problem } from "../../problem.js";
import type { SecretReference } from "../../reference/reference.js";
import { addProblems, chosenSchema } from "../chosen-schema.js";
import { type BuiltInMcpServer, builtInMcpServers } from "./built-in-mcp-server.js";
import {
	type LocalMcpServer,
	localMcpServer,
	type PolicyOnlyMcpServer,
	policyOnlyMcpServer,
} from "./local-mcp-server.js";
import { type RemoteMcpServer, remoteMcpServer } from "./remote-mcp-server.js";

/** An MCP server that every user gets: `transport` tells its kind, or `server` for those that come with the app. */
export type ManagedMcpServer<Secret = SecretReference> =
	| RemoteMcpServer<Secret>
	| LocalMcpServer<Secret>
	| PolicyOnlyMcpServer<Secret>
	| BuiltInMcpServer<Secret>;

const byTransport = {
	http: remoteMcpServer,
	sse: remoteMcpServer,
	stdio: localMcpServer,
	"policy-only": policyOnlyMcpServer,
};
type Transport = keyof typeof byTransport;
type BuiltIn = keyof typeof builtInMcpServers;
type Server = z.input<(typeof byTransport)[Transport]> | z.input<(typeof builtInMcpServers)[BuiltIn]>;

/** Messages do not repeat what was given: the whole key is treated as a secret. */
const server = chosenSchema<Server>((value) => {
	if (!isObject(value))
		return [error("wrong-type", [], "is no server; expected an object with a transport or a server")];
	if (value.server !== undefined) return chooseBuiltIn(value.server);
	return value.transport === undefined ? chooseLikely(value) : chooseTransport(value.transport);
});

/** A server without a transport shows by its other members which it lacks, so that what else is wrong is found as well. */
function chooseLikely(value: Readonly<Record<string, unknown>>): z.ZodType<Server, Server> | Problem[] {
	if (value.url !== undefined) return byTransport.http;
	return value.command === undefined ? chooseTransport(undefined) : byTransport.stdio;
}

function chooseTransport(transport: unknown): z.ZodType<Server, Server> | Problem[] {
	const transports = Object.keys(byTransport);
	const expected = `expected one of ${transports.join(", ")}, or server for a built-in server`;
	if (transport === undefined) return [error("missing", ["transport"], `is missing; ${expected}`)];
	if (transport === "builtin")
		return [error("deprecated", ["transport"], "is a deprecated value; use server to name a built-in server")];
	const known = typeof transport === "string" && Object.hasOwn(byTransport, transport);
	// Object.hasOwn does not narrow the name.
	return known
		? byTransport[transport as Transport]
		: [error("unknown-value", ["transport"], `is no transport; ${expected}`)];
}

function chooseBuiltIn(name: unknown): z.ZodType<Server, Server> | Problem[] {
	const names = Object.keys(builtInMcpServers);
	// Object.hasOwn does not narrow the name.
	if (typeof name === "string" && Object.hasOwn(builtInMcpServers, name)) return builtInMcpServers[name as BuiltIn];
	const instead = typeof name === "string" ? suggestName(name, names) : `expected one of ${names.join(", ")}`;
	return [error("unknown-value", ["server"], `is no built-in server; ${instead}`)];
}

/** Every entry with the name of an earlier one. */
function repeatedNames(servers: readonly unknown[]): Problem[] {
	const names = servers.map((entry) => (isObject(entry) && typeof entry.name === "string" ? entry.name : undefined));
	return names.flatMap((name, index) => {
		const first = names.indexOf(name);
		if (name === undefined || first === index) return [];
		return [error("duplicate", [index, "name"], `is already the name of entry ${first}; names are unique`)];
	});
}

export const managedMcpServers = z.array(server).superRefine(
	(servers, context) => {
		if (Array.isArray(servers)) addProblems(repeatedNames(servers), context);
	},
	{ when: () => true },
);
