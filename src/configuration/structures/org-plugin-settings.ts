import { isObject } from "../../json.js";
import { made, refused } from "../../outcome.js";
import { error, type Problem, warning } from "../../problem.js";
import { list, object } from "../../shape/build.js";
import type { VariantsShape } from "../../shape/shape.js";
import { line } from "../values/text.js";
import { repeats } from "./repeats.js";
import { toolPermission } from "./tool-policy.js";

const tool = object(
	{
		toolName: { shape: line, summary: "Name of the tool.", required: true },
		permission: {
			shape: { ...toolPermission, otherwise: "leaves the tool out, or in newer versions blocks it" },
			summary: "What happens when it is called.",
			required: true,
		},
	},
	{ name: "OrgPluginTool", summary: "Permission for one tool." },
);

/** Every entry with the server of an earlier one. */
function repeatedServers(entries: readonly unknown[]): Problem[] {
	return repeats(entries.map((entry) => (isObject(entry) ? entry.serverName : undefined))).map(({ index, first }) => {
		const message = `is the server of entry ${first} too; the app merges them, and the strictest permission counts`;
		return warning("duplicate", [index, "serverName"], message);
	});
}

const servers = list(
	object(
		{
			serverName: { shape: line, summary: "Name of the server.", required: true },
			tools: { shape: list(tool), summary: "Permissions of its tools.", required: true },
		},
		{
			name: "OrgPluginServer",
			otherwise: "drops the entry",
			summary: "Permissions for the tools of one server that an organisation plugin brings.",
		},
	),
	{
		rules: [repeatedServers],
		someVersions: [
			{
				code: "unknown-to-oldest-app",
				versions: { until: "1.15200.0" },
				concerns: () => true,
				message: "is a list, which apps before 1.15200.0 cannot read: they block every tool of plugins",
			},
		],
	},
);

export const orgPluginSettings: VariantsShape = {
	kind: "variants",
	otherwise: "blocks every tool that plugins bring",
	of: { servers },
	choose: (value) =>
		isObject(value)
			? refused(
					error(
						"deprecated",
						[],
						"is the deprecated object form, for which the app blocks every tool of plugins; write a list of { serverName, tools }",
					),
				)
			: made("servers"),
};
