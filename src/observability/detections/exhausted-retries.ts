import { attribute, type Detection } from "./detection.js";

export const exhaustedRetries: Detection = {
	title: "Requests to the model fail after every retry",
	severity: "medium",
	because: "the provider, a proxy or the network on the way does not hold",
	events: ["api_retries_exhausted"],
	rule: () => ({ over: { times: 10, within: "15m", by: attribute("model") } }),
	investigate: ["status_code and error, by group and network", "the provider's page of incidents"],
	contain: ["open what the perimeter closes", "let users know"],
	regression: "the hosts of egress.json are reached from the network of this group",
};
