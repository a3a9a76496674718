import { attribute, type Detection, resource } from "./detection.js";

export const projectMcpServer: Detection = {
	title: "A sensitive repository brought an MCP server of its own",
	severity: "high",
	because: "whoever writes to the repository decides which tools the agent has",
	events: ["mcp_server_connection"],
	heldAgainst: "observability.approved.sensitiveTiers",
	rule: ({ sensitiveTiers }) =>
		sensitiveTiers.length === 0
			? undefined
			: {
					condition: {
						all: [
							{ field: attribute("server_scope"), is: ["project"] },
							{ field: attribute("status"), is: ["connected"] },
							{ field: resource("repository.tier"), is: sensitiveTiers },
						],
					},
				},
	investigate: ["who changed .mcp.json in the repository", "the tool_result events of the session"],
	contain: ["close servers of projects in managed settings", "revert the change"],
	regression: "a server of the repository does not connect on a device of this group",
};
