import type { Dashboard } from "./dashboard.js";

export const mcpGovernance: Dashboard = {
	title: "MCP governance",
	asks: "Which servers are there, whose they are, and what is done with them.",
	panels: [
		{ title: "Connections by scope", events: ["mcp_server_connection"], by: ["server_scope", "status"] },
		{
			title: "Failures by error",
			events: ["mcp_server_connection"],
			where: { status: ["failed"] },
			by: ["transport_type", "error_code"],
		},
		{ title: "Active servers", kind: "table", events: ["mcp_server_connection"], by: ["server_name", "server_scope"] },
		{ title: "Tools called, by scope of the server", events: ["tool_result"], by: ["mcp_server_scope", "tool_name"] },
	],
};
