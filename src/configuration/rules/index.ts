import type { Problem } from "../../problem.js";
import type { ManagedConfiguration } from "../managed-configuration.js";
import { addressRules } from "./addresses.js";
import { capabilityRules } from "./capabilities.js";
import { lifecycleRules } from "./lifecycle.js";
import { modelRules } from "./models.js";
import { networkRules } from "./network.js";
import { pairRules } from "./pairs.js";
import { ConfigurationView } from "./rule.js";
import { signInRules } from "./sign-in.js";

const rules = [
	...pairRules,
	...capabilityRules,
	...signInRules,
	...networkRules,
	...modelRules,
	...lifecycleRules,
	...addressRules,
];

/** Every rule between the keys of one group's configuration. */
export function checkRules(configuration: ManagedConfiguration): Problem[] {
	const view = new ConfigurationView(configuration);
	return rules.flatMap((rule) => rule(view));
}
