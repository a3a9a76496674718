import type { Dashboard } from "./dashboard.js";

export const hookHealth: Dashboard = {
	title: "Hook health",
	asks: "Whether the controls run, and what they stop.",
	panels: [
		{ title: "Registered hooks by source", events: ["hook_registered"], by: ["hook_source", "hook_event"] },
		{ title: "Blocked", events: ["hook_execution_complete"], sum: "num_blocking", by: ["hook_name"] },
		{ title: "Failures", events: ["hook_execution_complete"], sum: "num_non_blocking_error", by: ["hook_name"] },
		{ title: "Duration", unit: "ms", events: ["hook_execution_complete"], sum: "total_duration_ms", by: ["hook_name"] },
	],
};
