import { z } from "zod";
import { isObject } from "../../json.js";
import { error } from "../../problem.js";
import type { SecretReference } from "../../reference/reference.js";
import { members } from "../../schema.js";
import { chosenSchema } from "../chosen-schema.js";
import { line } from "../values/text.js";
import { type ToolPermission, toolPermission } from "./tool-policy.js";

/** Permissions for the tools of one server that an organisation plugin brings. */
export interface OrgPluginServer<Secret = SecretReference> {
	readonly serverName: string | Secret;
	readonly tools: readonly OrgPluginTool<Secret>[];
}

export interface OrgPluginTool<Secret = SecretReference> {
	readonly toolName: string | Secret;
	readonly permission: ToolPermission;
}

const servers = z.array(
	members({ serverName: line, tools: z.array(members({ toolName: line, permission: toolPermission })) }),
);

export const orgPluginSettings = chosenSchema<z.input<typeof servers>>((value) =>
	isObject(value)
		? [error("deprecated", [], "is the deprecated object form; write a list of { serverName, tools }")]
		: servers,
);
