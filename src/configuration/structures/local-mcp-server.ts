import { z } from "zod";
import type { SecretReference } from "../../reference/reference.js";
import { members } from "../../schema.js";
import { executable } from "../values/file-path.js";
import { line } from "../values/text.js";
import { environment } from "../values/text-map.js";
import { type ToolPermission, toolPolicy } from "./tool-policy.js";

/** An MCP server that the app starts as a program. */
export interface LocalMcpServer<Secret = SecretReference> {
	/** Unique among the servers. */
	readonly name: string | Secret;
	readonly transport: "stdio";
	/** Absolute path of the program. */
	readonly command: string | Secret;
	/** @default none */
	readonly args?: readonly (string | Secret)[];
	/** Environment variables by name. @default none */
	readonly env?: Readonly<Record<string, string | Secret>>;
	/** Absolute path of a program that prints environment variables as flat JSON within 30 seconds. @default none */
	readonly envHelper?: string | Secret;
	/** How long its variables are kept, in seconds; from 1.21459.0. @default 300 */
	readonly envHelperTtlSec?: number;
	/** How long the program may take to start, in seconds; from 1.19367.0. @default 120 */
	readonly startupTimeoutSec?: number;
	/** Permission by tool name, where `*` stands for any text; the strictest counts. @default - the app's own rules */
	readonly toolPolicy?: Readonly<Record<string, ToolPermission>>;
}

/** Permissions for an MCP server that comes from elsewhere; from 2.110.0. */
export interface PolicyOnlyMcpServer<Secret = SecretReference> {
	/** Name of the server that the permissions are for. */
	readonly name: string | Secret;
	readonly transport: "policy-only";
	/** Permission by tool name, where `*` stands for any text; the strictest counts. @default - the app's own rules */
	readonly toolPolicy?: Readonly<Record<string, ToolPermission>>;
}

export const localMcpServer = members({
	name: line,
	transport: z.literal("stdio"),
	command: executable("args"),
	args: z.array(z.string()).optional(),
	env: environment.optional(),
	envHelper: executable().optional(),
	envHelperTtlSec: z.int().min(0).optional(),
	startupTimeoutSec: z.int().min(1).optional(),
	toolPolicy: toolPolicy.optional(),
});

export const policyOnlyMcpServer = members({
	name: line,
	transport: z.literal("policy-only"),
	toolPolicy: toolPolicy.optional(),
});
