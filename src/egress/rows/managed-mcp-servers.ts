import { isJsonObject, type JsonObject } from "../../json.js";
import type { EgressContext } from "../context.js";
import { type Destination, exact, ofUrl } from "../destination.js";
import { googleToken, tokenEndpoints } from "../oidc.js";
import { type EgressRow, page } from "../row.js";

const server = {
	feature: "managed-mcp-servers",
	key: "managedMcpServers",
	needs: "managedMcpServers",
	operator: "organization",
	requirement: "required",
	closedBy: [{ key: "managedMcpServers" }],
	source: page("telemetry"),
} as const;
const signIn = { ...server, ifDenied: "Users cannot sign in to the connector." } as const;

/** Servers that the deployment brings, and where users sign in to them. A tenant goes before servers, those before endpoints. */
export const managedMcpServersRows: readonly EgressRow[] = [
	{
		...server,
		because: "MCP server of the deployment",
		ifDenied: "The connector does not work.",
		hosts: (context) => mcpServers(context).flatMap(({ url }) => ofUrl(url)),
	},
	{
		...signIn,
		because: "Microsoft Entra sign-in at an MCP server",
		operator: "third-party",
		hosts: (context) => (oauthOf(context).some(hasTenant) ? [exact("login.microsoftonline.com")] : []),
	},
	{
		...signIn,
		because: "authorization server of an MCP server",
		hosts: (context) => authorizationServers(oauthOf(context).filter((oauth) => !hasTenant(oauth))),
	},
	{
		...signIn,
		because: "authorization server that the tenant id overrides",
		ifDenied: null,
		requirement: "optional",
		hosts: (context) => authorizationServers(oauthOf(context).filter(hasTenant)),
	},
	{
		...signIn,
		because: "sign-in endpoints of an MCP server",
		source: page("configuration#managedmcpservers"),
		hosts: (context) =>
			oauthOf(context)
				.filter((oauth) => !hasTenant(oauth) && oauth.authorizationServer === undefined)
				.flatMap(({ authorizationUrl, tokenUrl }) => [...ofUrl(authorizationUrl), ...ofUrl(tokenUrl)]),
	},
	{
		...googleToken,
		needs: "managedMcpServers",
		hosts: (context) => tokenEndpoints(authorizationServers(oauthOf(context))),
	},
];

/** The entries of `managedMcpServers` that are objects. */
export function mcpServers(context: EgressContext): JsonObject[] {
	return context.list("managedMcpServers").filter(isJsonObject);
}

function oauthOf(context: EgressContext): JsonObject[] {
	return mcpServers(context).flatMap(({ oauth }) => (isJsonObject(oauth) ? [oauth] : []));
}

function hasTenant({ tenantId }: JsonObject): boolean {
	return tenantId !== undefined;
}

function authorizationServers(oauths: readonly JsonObject[]): Destination[] {
	return oauths.flatMap(({ authorizationServer }) =>
		Array.isArray(authorizationServer) ? authorizationServer.flatMap(ofUrl) : [],
	);
}
