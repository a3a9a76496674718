import { attribute, type Detection } from "./detection.js";
import { deploymentMatcher } from "./of-deployment.js";

export const highCost: Detection = {
	title: "One user costs more in an hour than expected",
	severity: "low",
	because: "a workflow runs away, contexts are too large, or somebody else uses the account",
	events: ["api_request"],
	rule: ({ hourlyCost, deployment }) => ({
		over: { sum: "cost_usd", above: hourlyCost, within: "1h", by: attribute("user.id") },
		promql: `sum by (user_id) (increase(claude_code_cost_usage_USD_total{${deploymentMatcher(deployment)}}[1h])) > ${hourlyCost}`,
	}),
	investigate: ["model, query_source and the number of requests by session", "whether a job without a person runs"],
	contain: ["end the sessions", "set inferenceMaxTokensPerWindow for the group"],
	regression: "the workflow stays below the limit",
};
