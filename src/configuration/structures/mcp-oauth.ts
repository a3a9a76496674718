import { error, type Problem } from "../../problem.js";
import { flag, integer, list, object, words } from "../../shape/build.js";
import type { Members, Rule } from "../../shape/shape.js";
import { executable } from "../values/file-path.js";
import { hostNames } from "../values/host-entry.js";
import { entraTenant, isUuid } from "../values/identifier.js";
import { line } from "../values/text.js";
import { httpsOrLoopbackUrl, url } from "../values/url.js";
import { bothEndpoints } from "./oidc.js";

/** Members that the app takes of an object without a client; one more and it drops the whole server. */
const withoutClient = ["mode", "scope", "appendOfflineAccess", "additionalRedirectReferrerHosts"];
/** Members that name a client, which the hosted flow brings itself. */
const ofClient = ["clientId", "clientSecret", "clientSecretHelper"];

function given(members: Members, names: readonly string[]): string[] {
	return names.filter((name) => members[name] !== undefined);
}

const dropped = "otherwise Claude Desktop drops the server";

const client: Rule<Members> = (members): Problem[] => {
	if (members.mode === "hosted") return hosted(members);
	const needing = Object.keys(members).filter((name) => Object.hasOwn(mcpOAuth.members, name));
	const [first] = given(members, needing).filter((name) => !withoutClient.includes(name));
	if (members.clientId !== undefined || first === undefined) return [];
	return [error("missing", ["clientId"], `is missing; ${first} needs it, ${dropped}`)];
};

function hosted(members: Members): Problem[] {
	const surplus = given(members, ofClient).map((name) =>
		error("hosted-client", [name], `has no place in mode hosted, which brings its own client; remove it, ${dropped}`),
	);
	if (members.authorizationServer !== undefined) return surplus;
	return [...surplus, error("missing", ["authorizationServer"], `is missing; mode hosted needs it, ${dropped}`)];
}

const secretForServer: Rule<Members> = (members): Problem[] => {
	const [first] = given(members, ["clientSecret", "clientSecretHelper"]);
	if (first === undefined || members.authorizationServer !== undefined || members.mode === "hosted") return [];
	const message = `is missing; ${first} goes to no server that is not named there, ${dropped}`;
	return [error("missing", ["authorizationServer"], message)];
};

const oneSecret: Rule<Members> = ({ clientSecret, clientSecretHelper }): Problem[] =>
	clientSecret === undefined || clientSecretHelper === undefined
		? []
		: [error("no-effect", ["clientSecret"], "has no effect beside clientSecretHelper, which wins; remove one of them")];

const tenant: Rule<Members> = ({ tenantId, scope, authFlow }): Problem[] => {
	const broker = "the broker needs the tenant's own id, a UUID";
	return [
		...(tenantId !== undefined && scope === undefined
			? [error("missing", ["scope"], `is missing; tenantId needs it, ${dropped}`)]
			: []),
		...(authFlow === "broker" && tenantId === undefined
			? [error("missing", ["tenantId"], `is missing; ${broker}, ${dropped}`)]
			: []),
		...(authFlow === "broker" && typeof tenantId === "string" && !isUuid(tenantId)
			? [error("broker-tenant", ["tenantId"], `is no UUID; ${broker}, ${dropped}`)]
			: []),
	];
};

export const mcpOAuth = object(
	{
		mode: {
			shape: {
				...words(["hosted"], {
					dcr: "write oauth: true in place of the object",
					byo: "leave it out: a clientId says the same",
				}),
				stillRead: true,
			},
			summary: "Who runs the flow; `hosted` needs `authorizationServer` and brings its own client.",
			since: "1.32885.1",
			defaultNote: "the app runs the flow",
		},
		clientId: {
			shape: line,
			summary: "Id of the client; every member but the scope and the redirect's referrers needs it.",
			defaultNote: "registered with the server",
		},
		clientSecret: { shape: line, summary: "A secret; needs `authorizationServer`.", secret: true, defaultNote: "none" },
		clientSecretHelper: {
			shape: executable(),
			summary: 'Absolute path of a program that prints `{"clientSecret": "..."}`; needs `authorizationServer`.',
			defaultNote: "none",
		},
		authorizationServer: {
			shape: list(url(), { minItems: 1 }),
			summary: "https addresses of the authorization servers that are allowed.",
			defaultNote: "those that the server names",
		},
		authorizationUrl: {
			shape: httpsOrLoopbackUrl,
			summary: "https address; with `tokenUrl` and `clientId`.",
			defaultNote: "discovered",
		},
		tokenUrl: {
			shape: httpsOrLoopbackUrl,
			summary: "https address; with `authorizationUrl` and `clientId`.",
			defaultNote: "discovered",
		},
		tenantId: {
			shape: entraTenant,
			summary: "Entra tenant: a UUID, or `common`, `organizations`, `consumers`; needs `scope`.",
			defaultNote: "none",
		},
		authFlow: {
			shape: { ...words(["browser", "broker"]), since: { broker: "1.25927.0" } },
			summary: "How sign-in runs; `broker` needs a `tenantId` that is a UUID.",
			defaultNote: "the app's choice",
		},
		scope: {
			shape: {
				...line,
				instead: (value) =>
					Array.isArray(value) ? "is a list; write one text with a space between scopes" : undefined,
			},
			summary: "Separated by spaces.",
			defaultNote: "the server's",
		},
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
		rules: [client, secretForServer, oneSecret, bothEndpoints, tenant],
	},
);
