import { ownAttributes } from "../attribute-grammar.js";
import { attribute, type Condition, type Detection, resource } from "./detection.js";

export const unapprovedMcpServer: Detection = {
	title: "An MCP server connected that the deployment neither configures nor approves of",
	severity: "high",
	because: "nobody in the organisation has looked at what it does and where it sends what it gets",
	events: ["mcp_server_connection"],
	rule: ({ mcpServers, groups }) => {
		const server = attribute("server_name");
		const approved: readonly Condition[] = [
			...(mcpServers.length > 0 ? [{ field: server, is: mcpServers }] : []),
			...groups
				.filter((group) => group.mcpServers.length > 0)
				.map((group) => ({
					all: [
						{ field: resource(ownAttributes.group), is: [group.name] },
						{ field: server, is: group.mcpServers },
					],
				})),
		];
		const connected: readonly Condition[] = [
			{ field: attribute("status"), is: ["connected"] },
			{ field: server, exists: true },
		];
		return { condition: { all: approved.length === 0 ? connected : [...connected, { not: { any: approved } }] } };
	},
	shows: ["server_scope", "transport_type", "plugin.name"],
	investigate: [
		"server_scope and transport_type: where it is configured, and plugin.name where a plug-in brought it",
		"the tool_result events of the session",
	],
	contain: [
		"name it in observability.approved.mcpServers if it is approved of",
		"close others with allowManagedMcpServersOnly or a list in managed-mcp.json, and take back credentials it was given",
	],
	regression: "the server does not connect on a device of this group",
};
