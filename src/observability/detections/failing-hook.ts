import { attribute, type Detection } from "./detection.js";

export const failingHook: Detection = {
	title: "A hook fails again and again without stopping anything",
	severity: "medium",
	because: "a control that fails controls nothing",
	events: ["hook_execution_complete"],
	rule: () => ({
		condition: { field: attribute("num_non_blocking_error"), above: 0 },
		over: { times: 3, within: "1h", by: attribute("hook_name") },
	}),
	investigate: ["hook_source and managed_only: whose hook it is", "since which version of the app"],
	contain: ["mend the hook, or have it stop what it cannot check"],
	regression: "the hook returns a decision for the input that it failed on",
};
