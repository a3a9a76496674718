import type { Dashboard } from "./dashboard.js";

export const ciControl: Dashboard = {
	title: "CI/CD control",
	asks: "What runs without a person, and what it makes.",
	panels: [
		{ title: "Sessions by entry point", events: ["user_prompt"], by: ["app.entrypoint", "terminal.type"] },
		{ title: "Pull requests", promql: "sum(increase(claude_code_pull_request_count_total[$__rate_interval]))" },
		{ title: "Commits", promql: "sum(increase(claude_code_commit_count_total[$__rate_interval]))" },
		{
			title: "Refused in sessions without a person",
			events: ["tool_decision"],
			where: { decision: ["reject"], "terminal.type": ["non-interactive"] },
			by: ["tool_name"],
		},
	],
};
