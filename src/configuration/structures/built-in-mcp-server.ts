import { z } from "zod";
import { error, type Problem } from "../../problem.js";
import type { SecretReference } from "../../reference/reference.js";
import { members } from "../../schema.js";
import { refusingMembers } from "../chosen-schema.js";
import { type MemberRule, withRules } from "../member-rules.js";
import { executable } from "../values/file-path.js";
import { line } from "../values/text.js";
import { headers } from "../values/text-map.js";
import { httpsUrl, httpUrl } from "../values/url.js";
import { type ToolPermission, toolPolicy } from "./tool-policy.js";

interface AnyBuiltIn<Secret> {
	/** Unique among the servers. @default - the app's name for it */
	readonly name?: string | Secret;
	/** Permission by tool name, where `*` stands for any text; the strictest counts. @default - the app's own rules */
	readonly toolPolicy?: Readonly<Record<string, ToolPermission>>;
}

/** https://claude.com/docs/third-party/claude-desktop/connectors-m365 */
export interface Microsoft365McpServer<Secret = SecretReference> extends AnyBuiltIn<Secret> {
	readonly server: "microsoft365";
	readonly tenantId: string | Secret;
	readonly clientId: string | Secret;
	/** @default global */
	readonly azureCloud?: "global" | "us-gov-high" | "us-gov-dod";
	/** From 1.49585.0. @default enabled */
	readonly continuousAccessEvaluation?: "enabled" | "disabled";
	/** Separated by spaces; one unknown scope makes the app drop the server. @default - the app's */
	readonly scope?: string | Secret;
}

/** https://claude.com/docs/third-party/claude-desktop/web-tools; from 1.15962.0. */
export interface WebSearchMcpServer<Secret = SecretReference> extends AnyBuiltIn<Secret> {
	readonly server: "websearch";
	readonly provider: "brave" | "tavily" | "exa" | "custom";
	/** Address of the search service; with `provider` `custom` alone. @default none */
	readonly customUrl?: string | Secret;
	/** Headers of each request, by name: the API key. @default none */
	readonly headers?: Readonly<Record<string, string | Secret>>;
	/** Absolute path of a program that prints headers as flat JSON within 30 seconds. @default none */
	readonly headersHelper?: string | Secret;
}

/** https://claude.com/docs/third-party/claude-desktop/connectors-github; from 1.25927.0. */
export interface GithubMcpServer<Secret = SecretReference> extends AnyBuiltIn<Secret> {
	readonly server: "github";
	readonly clientId: string | Secret;
	/** https address of a GitHub Enterprise Server. @default - github.com */
	readonly host?: string | Secret;
	/** Separated by spaces. @default repo read:org read:user */
	readonly scope?: string | Secret;
	/** @default - the app's */
	readonly toolsets?: string | Secret | readonly (string | Secret)[];
	/** @default false */
	readonly readOnly?: boolean;
}

/** An MCP server that comes with the app. */
export type BuiltInMcpServer<Secret = SecretReference> =
	| Microsoft365McpServer<Secret>
	| WebSearchMcpServer<Secret>
	| GithubMcpServer<Secret>;

const any = { name: line.optional(), toolPolicy: toolPolicy.optional() };

const customSearch: MemberRule = ({ provider, customUrl }): Problem[] => {
	if (provider === "custom")
		return customUrl === undefined ? [error("missing", ["customUrl"], "is missing; provider custom needs it")] : [];
	return customUrl === undefined ? [] : [error("no-effect", ["customUrl"], "has no effect; it needs provider: custom")];
};

/** What only servers elsewhere have, and what older builds called something else. */
const refused = {
	url: "does not belong to a built-in server; remove it, or remove server",
	transport: "does not belong to a built-in server; remove it, or remove server",
	command: "does not belong to a built-in server; remove it, or remove server",
	scopes: "is a deprecated member; use scope",
	authorityHost: "is a deprecated member; use azureCloud",
	source: "is a deprecated member; use server",
};

export const builtInMcpServers = {
	microsoft365: refusingMembers(
		members({
			...any,
			server: z.literal("microsoft365"),
			tenantId: line,
			clientId: line,
			azureCloud: z.enum(["global", "us-gov-high", "us-gov-dod"]).optional(),
			continuousAccessEvaluation: z.enum(["enabled", "disabled"]).optional(),
			scope: line.optional(),
		}),
		refused,
	),
	websearch: refusingMembers(
		withRules(
			members({
				...any,
				server: z.literal("websearch"),
				provider: z.enum(["brave", "tavily", "exa", "custom"]),
				customUrl: httpUrl.optional(),
				headers: headers.optional(),
				headersHelper: executable().optional(),
			}),
			customSearch,
		),
		refused,
	),
	github: refusingMembers(
		members({
			...any,
			server: z.literal("github"),
			clientId: line,
			host: httpsUrl.optional(),
			scope: line.optional(),
			toolsets: z.union([line, z.array(line)]).optional(),
			readOnly: z.boolean().optional(),
		}),
		refused,
	),
};
