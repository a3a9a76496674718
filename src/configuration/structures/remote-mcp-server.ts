import { z } from "zod";
import { isObject } from "../../json.js";
import { error } from "../../problem.js";
import type { SecretReference } from "../../reference/reference.js";
import { members } from "../../schema.js";
import { chosenSchema, refusingMembers } from "../chosen-schema.js";
import { executable } from "../values/file-path.js";
import { line } from "../values/text.js";
import { headers } from "../values/text-map.js";
import { httpsUrl } from "../values/url.js";
import { type McpOAuth, mcpOAuth } from "./mcp-oauth.js";
import { type ToolPermission, toolPolicy } from "./tool-policy.js";

/** An MCP server at an address. */
export interface RemoteMcpServer<Secret = SecretReference> {
	/** Unique among the servers. */
	readonly name: string | Secret;
	readonly transport: "http" | "sse";
	/** https address. */
	readonly url: string | Secret;
	/** Headers of each request, by name. @default none */
	readonly headers?: Readonly<Record<string, string | Secret>>;
	/** Absolute path of a program that prints headers as flat JSON within 30 seconds. @default none */
	readonly headersHelper?: string | Secret;
	/** How long its headers are kept, in seconds. @default 300 */
	readonly headersHelperTtlSec?: number;
	/** How long before that it runs again, in seconds; from 1.21459.0. @default 60 */
	readonly headersHelperRefreshBufferSec?: number;
	/** `true`, or how to sign in. @default - no OAuth */
	readonly oauth?: true | McpOAuth<Secret>;
	/** Permission by tool name, where `*` stands for any text; the strictest counts. @default - the app's own rules */
	readonly toolPolicy?: Readonly<Record<string, ToolPermission>>;
}

const oauth = chosenSchema<true | z.input<typeof mcpOAuth>>((value) => {
	if (value === true) return [];
	return isObject(value) ? mcpOAuth : [error("wrong-type", [], "is no sign-in; expected true or an object")];
});

export const remoteMcpServer = refusingMembers(
	members({
		name: line,
		transport: z.enum(["http", "sse"]),
		url: httpsUrl,
		headers: headers.optional(),
		headersHelper: executable().optional(),
		headersHelperTtlSec: z.int().min(0).optional(),
		headersHelperRefreshBufferSec: z.int().min(0).optional(),
		oauth: oauth.optional(),
		toolPolicy: toolPolicy.optional(),
	}),
	{ scopes: "is a deprecated member; use scope of oauth" },
);
