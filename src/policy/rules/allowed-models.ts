import { bareModelId } from "../../inference/model-id.js";
import { listedModels } from "../../inference/models.js";
import { matchesAny } from "../../pattern.js";
import { eachGroup, type PolicyGroup } from "../each-group.js";
import { neededPatterns, parameters } from "../parameters.js";
import { definePolicyRule, type PolicyFinding } from "../policy-rule.js";

export const allowedModels = definePolicyRule<{ readonly models: readonly string[] }>({
	id: "allowed-models",
	title: "people get the models that were approved, and no others",
	why: "A model that nobody has approved may cost more, keep data longer or answer elsewhere.",
	fix: "List approved models alone, and set modelDiscoveryEnabled to false where the provider has others.",
	severity: "error",
	parameters: parameters({
		models: neededPatterns("Ids of approved models, such as `*claude-sonnet-5`; a final `[1m]` is not counted."),
	}),
	check: (deployment, { models }) => eachGroup(deployment, (group) => [...others(group, models), ...discovered(group)]),
});

function others(group: PolicyGroup, models: readonly string[]): PolicyFinding[] {
	return listedModels(group.value("inferenceModels"))
		.map(({ id }) => bareModelId(id))
		.filter((id) => !matchesAny(models, id))
		.map((id) => group.finding(id, "inferenceModels", `offers ${id}, which is not approved`));
}

/** Without a list the app offers what it discovers. */
function discovered(group: PolicyGroup): PolicyFinding[] {
	if (group.value("inferenceModels") !== undefined || group.value("modelDiscoveryEnabled") === false) return [];
	return [group.ofKey("modelDiscoveryEnabled", "offers whatever models the provider has")];
}
