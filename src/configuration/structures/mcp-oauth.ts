import { z } from "zod";
import { parseHostName } from "../../host.js";
import { error, type Problem } from "../../problem.js";
import type { SecretReference } from "../../reference/reference.js";
import { members } from "../../schema.js";
import { refusingMembers } from "../chosen-schema.js";
import { type MemberRule, withRules } from "../member-rules.js";
import { executable } from "../values/file-path.js";
import { hostNames } from "../values/host-entry.js";
import { line, textWithout } from "../values/text.js";
import { httpsUrl, urlProblem } from "../values/url.js";

/** How users sign in at a remote MCP server. */
export interface McpOAuth<Secret = SecretReference> {
	/** From 1.32885.1. @default - the app runs the flow */
	readonly mode?: "hosted";
	/** @default - registered with the server */
	readonly clientId?: string | Secret;
	/** A secret. @default none */
	readonly clientSecret?: Secret;
	/** Absolute path of a program that prints `{"clientSecret": "..."}`. @default none */
	readonly clientSecretHelper?: string | Secret;
	/** Authorization servers that are allowed: hosts or addresses. @default - those that the server names */
	readonly authorizationServer?: readonly (string | Secret)[];
	/** https address; with `tokenUrl` and `clientId`. @default - discovered */
	readonly authorizationUrl?: string | Secret;
	/** https address; with `authorizationUrl` and `clientId`. @default - discovered */
	readonly tokenUrl?: string | Secret;
	/** Entra tenant; needs `scope`. @default none */
	readonly tenantId?: string | Secret;
	/** From 1.25927.0. @default - the app's choice */
	readonly authFlow?: "browser" | "broker";
	/** @default - the server's */
	readonly scope?: string | Secret;
	/** @default - the app's choice */
	readonly appendOfflineAccess?: boolean;
	/** @default - the app's choice */
	readonly callbackHost?: "127.0.0.1" | "localhost";
	/** 1024 to 65535. @default - the app's choice */
	readonly callbackPort?: number;
	/** Further hosts that may lead back to the app, separated by spaces. @default none */
	readonly additionalRedirectReferrerHosts?: string | Secret;
}

const authorizationServer = textWithout((text) => {
	if (text.includes("/")) return urlProblem(text);
	const parsed = parseHostName(text);
	return "problem" in parsed ? parsed.problem : undefined;
});

const endpoints: MemberRule = ({ clientId, authorizationUrl, tokenUrl }): Problem[] => {
	const missing = Object.entries({ authorizationUrl, tokenUrl }).filter(([, address]) => address === undefined);
	if (missing.length === 2) return [];
	const partner = missing.map(([name]) =>
		error("missing", [name], "is missing; authorizationUrl and tokenUrl go together"),
	);
	if (clientId !== undefined) return partner;
	return [...partner, error("missing", ["clientId"], "is missing; authorizationUrl and tokenUrl need it")];
};

const tenantScope: MemberRule = ({ tenantId, scope }) =>
	tenantId !== undefined && scope === undefined ? [error("missing", ["scope"], "is missing; tenantId needs it")] : [];

export const mcpOAuth = refusingMembers(
	withRules(
		members({
			mode: z.enum(["hosted"]).optional(),
			clientId: line.optional(),
			clientSecret: line.optional(),
			clientSecretHelper: executable().optional(),
			authorizationServer: z.array(authorizationServer).optional(),
			authorizationUrl: httpsUrl.optional(),
			tokenUrl: httpsUrl.optional(),
			tenantId: line.optional(),
			authFlow: z.enum(["browser", "broker"]).optional(),
			scope: line.optional(),
			appendOfflineAccess: z.boolean().optional(),
			callbackHost: z.enum(["127.0.0.1", "localhost"]).optional(),
			callbackPort: z.int().min(1024).max(65535).optional(),
			additionalRedirectReferrerHosts: hostNames.optional(),
		}),
		endpoints,
		tenantScope,
	),
	{ scopes: "is a deprecated member; use scope" },
);
