import { attribute, type Detection, resource } from "./detection.js";

export const hookStoppedSensitive: Detection = {
	title: "A hook stopped an action in a sensitive repository",
	severity: "medium",
	because: "a control stopped something risky, and somebody or something tried it",
	events: ["hook_execution_complete"],
	heldAgainst: "observability.approved.sensitiveTiers",
	rule: ({ sensitiveTiers }) =>
		sensitiveTiers.length === 0
			? undefined
			: {
					condition: {
						all: [
							{ field: attribute("num_blocking"), above: 0 },
							{ field: resource("repository.tier"), is: sensitiveTiers },
						],
					},
				},
	shows: ["hook_name", "hook_event"],
	investigate: ["hook_name, and the tool_decision of the same prompt", "what the user asked for"],
	contain: ["none where the hook held; close the way around it where the action was tried anew"],
	regression: "the hook still stops the action after the next update",
};
