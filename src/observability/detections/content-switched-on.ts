import { ownAttributes } from "../attribute-grammar.js";
import { tierFacts, tiers } from "../tier.js";
import { type Detection, resource } from "./detection.js";

/** Tiers whose devices send whole requests to the model. */
const whole = tiers.filter((tier) => tierFacts[tier].captures.includes("rawApiBodies"));

export const contentSwitchedOn: Detection = {
	title: "A device captures content that its tier does not",
	severity: "high",
	because:
		"somebody switched the capture of whole conversations on; the collector takes the content out, and the device sends it",
	events: ["api_request_body", "api_response_body"],
	rule: () => ({ condition: { not: { field: resource(ownAttributes.tier), is: whole } } }),
	investigate: ["which settings the device has, and from where", "cowork.group: whether it names a group at all"],
	contain: ["deliver the group's profile anew", "take the variable OTEL_LOG_RAW_API_BODIES out of the device"],
	regression: "a device of this group sends no api_request_body",
};
