import { parseHostName } from "../../host.js";
import { error, type Problem } from "../../problem.js";
import { flag, integer, list, object, text, words } from "../../shape/build.js";
import type { Members, Rule } from "../../shape/shape.js";
import { executable } from "../values/file-path.js";
import { hostNames } from "../values/host-entry.js";
import { line } from "../values/text.js";
import { httpsUrl, urlProblems } from "../values/url.js";

const authorizationServer = text((server) =>
	server.includes("/") ? urlProblems(server) : parseHostName(server).problems,
);

const endpoints: Rule<Members> = ({ clientId, authorizationUrl, tokenUrl }): Problem[] => {
	const missing = Object.entries({ authorizationUrl, tokenUrl }).filter(([, address]) => address === undefined);
	if (missing.length === 2) return [];
	const partner = missing.map(([name]) =>
		error("missing", [name], "is missing; authorizationUrl and tokenUrl go together"),
	);
	if (clientId !== undefined) return partner;
	return [...partner, error("missing", ["clientId"], "is missing; authorizationUrl and tokenUrl need it")];
};

const tenantScope: Rule<Members> = ({ tenantId, scope }) =>
	tenantId !== undefined && scope === undefined ? [error("missing", ["scope"], "is missing; tenantId needs it")] : [];

export const mcpOAuth = object(
	{
		mode: {
			shape: words(["hosted"]),
			summary: "Who runs the flow.",
			since: "1.32885.1",
			defaultNote: "the app runs the flow",
		},
		clientId: { shape: line, summary: "Id of the client.", defaultNote: "registered with the server" },
		clientSecret: { shape: line, summary: "A secret.", secret: true, defaultNote: "none" },
		clientSecretHelper: {
			shape: executable(),
			summary: 'Absolute path of a program that prints `{"clientSecret": "..."}`.',
			defaultNote: "none",
		},
		authorizationServer: {
			shape: list(authorizationServer),
			summary: "Authorization servers that are allowed: hosts or addresses.",
			defaultNote: "those that the server names",
		},
		authorizationUrl: {
			shape: httpsUrl,
			summary: "https address; with `tokenUrl` and `clientId`.",
			defaultNote: "discovered",
		},
		tokenUrl: {
			shape: httpsUrl,
			summary: "https address; with `authorizationUrl` and `clientId`.",
			defaultNote: "discovered",
		},
		tenantId: { shape: line, summary: "Entra tenant; needs `scope`.", defaultNote: "none" },
		authFlow: {
			shape: words(["browser", "broker"]),
			summary: "How sign-in runs.",
			since: "1.25927.0",
			defaultNote: "the app's choice",
		},
		scope: { shape: line, summary: "Separated by spaces.", defaultNote: "the server's" },
		appendOfflineAccess: {
			shape: flag,
			summary: "Whether the scope offline_access is added.",
			defaultNote: "the app's choice",
		},
		callbackHost: {
			shape: words(["127.0.0.1", "localhost"]),
			summary: "Host of the loopback redirect address.",
			defaultNote: "the app's choice",
		},
		callbackPort: {
			shape: integer({ min: 1024, max: 65_535 }),
			summary: "Port of the loopback redirect address.",
			defaultNote: "the app's choice",
		},
		additionalRedirectReferrerHosts: {
			shape: hostNames,
			summary: "Further hosts that may lead back to the app, separated by spaces.",
			defaultNote: "none",
		},
	},
	{
		name: "McpOAuth",
		summary: "How users sign in at a remote MCP server.",
		refused: { scopes: "is a deprecated member; use scope" },
		rules: [endpoints, tenantScope],
	},
);
