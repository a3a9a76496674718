import type { Dashboard } from "./dashboard.js";

export const adoptionAndCost: Dashboard = {
	title: "Adoption and cost",
	asks: "Who works with it, and what it costs.",
	panels: [
		{ title: "Sessions", metric: "claude_code_session_count_total" },
		{
			title: "Active time",
			unit: "s",
			metric: "claude_code_active_time_seconds_total",
			by: ["type"],
		},
		{
			title: "Tokens by kind",
			metric: "claude_code_token_usage_tokens_total",
			by: ["type"],
		},
		{
			title: "Cost by model",
			unit: "currencyUSD",
			metric: "claude_code_cost_usage_USD_total",
			by: ["model"],
		},
		{
			title: "Cost by group, from events",
			unit: "currencyUSD",
			events: ["api_request"],
			sum: "cost_usd",
			by: ["cowork.group"],
		},
		{
			title: "Cost by session",
			kind: "table",
			unit: "currencyUSD",
			events: ["api_request"],
			sum: "cost_usd",
			by: ["session.id", "user.id"],
		},
	],
};
