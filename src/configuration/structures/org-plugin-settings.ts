import { isObject } from "../../json.js";
import { made, refused } from "../../outcome.js";
import { error } from "../../problem.js";
import { list, object } from "../../shape/build.js";
import type { VariantsShape } from "../../shape/shape.js";
import { line } from "../values/text.js";
import { toolPermission } from "./tool-policy.js";

const tool = object(
	{
		toolName: { shape: line, summary: "Name of the tool.", required: true },
		permission: { shape: toolPermission, summary: "What happens when it is called.", required: true },
	},
	{ name: "OrgPluginTool", summary: "Permission for one tool." },
);

const servers = list(
	object(
		{
			serverName: { shape: line, summary: "Name of the server.", required: true },
			tools: { shape: list(tool), summary: "Permissions of its tools.", required: true },
		},
		{ name: "OrgPluginServer", summary: "Permissions for the tools of one server that an organisation plugin brings." },
	),
);

export const orgPluginSettings: VariantsShape = {
	kind: "variants",
	of: { servers },
	choose: (value) =>
		isObject(value)
			? refused(error("deprecated", [], "is the deprecated object form; write a list of { serverName, tools }"))
			: made("servers"),
};
