import type { Dashboard } from "./dashboard.js";

export const toolActivity: Dashboard = {
	title: "Tool activity",
	asks: "Which tools run, how they end, and who let them.",
	panels: [
		{ title: "Calls by tool", events: ["tool_result"], by: ["tool_name"] },
		{ title: "Failed calls by tool", events: ["tool_result"], where: { success: ["false"] }, by: ["tool_name"] },
		{ title: "Duration by tool", unit: "ms", events: ["tool_result"], sum: "duration_ms", by: ["tool_name"] },
		{ title: "Denied actions by tool", events: ["tool_decision"], where: { decision: ["reject"] }, by: ["tool_name"] },
		{ title: "Source of decisions", events: ["tool_decision"], by: ["source", "decision"] },
	],
};
