import { attribute, type Detection } from "./detection.js";

export const unapprovedMcpScope: Detection = {
	title: "A tool of an MCP server of an unapproved scope was used",
	severity: "high",
	because: "the organisation does not manage the server",
	events: ["tool_result"],
	rule: ({ mcpScopes }) => {
		const scope = attribute("mcp_server_scope");
		if (mcpScopes.length === 0) return { condition: { field: scope, exists: true } };
		return { condition: { all: [{ field: scope, exists: true }, { not: { field: scope, is: mcpScopes } }] } };
	},
	shows: ["tool_name"],
	investigate: ["the mcp_server_connection of the same session", "what the next tools of the session did"],
	contain: [
		"name the approved servers in managedMcpServers and close the others",
		"take back credentials it was given",
	],
	regression: "a server of that scope does not connect on a device of this group",
};
