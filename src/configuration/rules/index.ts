import type { Problem } from "../../problem.js";
import { AnswerMemory } from "../answer-memory.js";
import type { ManagedConfiguration } from "../managed-configuration.js";
import { addressRules } from "./addresses.js";
import { bootstrapRules } from "./bootstrap.js";
import { capabilityRules } from "./capabilities.js";
import { lifecycleRules } from "./lifecycle.js";
import { networkRules } from "./network.js";
import { pairRules } from "./pairs.js";
import { pathRules } from "./paths.js";
import { ConfigurationView } from "./rule.js";
import { signInRules } from "./sign-in.js";
import { toolRules } from "./tools.js";

const rules = [
	...pairRules,
	...capabilityRules,
	...toolRules,
	...signInRules,
	...pathRules,
	...networkRules,
	...bootstrapRules,
	...lifecycleRules,
	...addressRules,
];

/** Checks every rule between the keys of one group's configuration after another, of one deployment. */
export function ruleChecker(): (configuration: ManagedConfiguration) => Problem[] {
	const memory = new AnswerMemory<ConfigurationView>();
	return (configuration) => {
		const view = new ConfigurationView(configuration);
		const recall = memory.recall(view);
		// What a rule finds names the group's own places, so only that it finds nothing is the same for another.
		return rules.flatMap((rule) => (recall(rule).length === 0 ? [] : rule(view)));
	};
}
