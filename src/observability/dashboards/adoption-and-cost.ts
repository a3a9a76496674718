import type { Dashboard } from "./dashboard.js";

export const adoptionAndCost: Dashboard = {
	title: "Adoption and cost",
	asks: "Who works with it, and what it costs.",
	panels: [
		{ title: "Sessions", promql: "sum(increase(claude_code_session_count_total[$__rate_interval]))" },
		{
			title: "Active time",
			unit: "s",
			promql: "sum by (type) (increase(claude_code_active_time_seconds_total[$__rate_interval]))",
		},
		{
			title: "Tokens by kind",
			promql: "sum by (type) (increase(claude_code_token_usage_tokens_total[$__rate_interval]))",
		},
		{
			title: "Cost by model",
			unit: "currencyUSD",
			promql: "sum by (model) (increase(claude_code_cost_usage_USD_total[$__rate_interval]))",
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
