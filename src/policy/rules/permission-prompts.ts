import { eachGroup } from "../each-group.js";
import { definePolicyRule } from "../policy-rule.js";

export const permissionPrompts = definePolicyRule({
	id: "permission-prompts",
	title: "nobody can let the agent act without being asked",
	why: "The prompt before an action is the one moment in which a person sees what a text from elsewhere makes the agent do.",
	fix: "Set disableBypassPermissionsMode to true, and autoModeEnabled to false.",
	severity: "warning",
	check: (deployment) =>
		eachGroup(deployment, (group) => [
			...(group.value("disableBypassPermissionsMode") === true
				? []
				: [group.ofKey("disableBypassPermissionsMode", "lets people switch off every prompt")]),
			...(group.value("autoModeEnabled") === false
				? []
				: [group.ofKey("autoModeEnabled", "offers the mode in which a model decides instead of people")]),
		]),
});
