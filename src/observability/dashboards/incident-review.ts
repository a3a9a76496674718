import type { Dashboard } from "./dashboard.js";
import { incidents } from "./links.js";

/** Events that tell what a session did. */
const chain = [
	"user_prompt",
	"api_request",
	"tool_decision",
	"tool_result",
	"mcp_server_connection",
	"hook_execution_complete",
	"permission_mode_changed",
];

const ofSession = { "session.id": incidents.session };

export const incidentReview: Dashboard = {
	title: "Incident review",
	asks: "What a session did, from the prompt to the result.",
	variables: {
		[incidents.session]: { label: "Session", value: ".+" },
		[incidents.event]: { label: "Events", value: chain.join("|") },
	},
	panels: [
		{
			title: "Events of sessions",
			kind: "table",
			narrowed: ofSession,
			events: chain,
			by: ["session.id", "event.name"],
		},
		{ title: "Prompts", kind: "table", narrowed: ofSession, events: ["user_prompt"], by: ["session.id", "prompt.id"] },
		{
			title: "Decisions",
			kind: "table",
			narrowed: ofSession,
			events: ["tool_decision"],
			by: ["session.id", "tool_name", "decision", "source"],
		},
		{
			title: "Commands",
			kind: "table",
			narrowed: ofSession,
			events: ["tool_result"],
			by: ["session.id", "tool_name", "tool_parameters"],
		},
		{
			title: "Everything, in order",
			kind: "logs",
			events: chain,
			narrowed: { ...ofSession, "event.name": incidents.event },
		},
	],
};
