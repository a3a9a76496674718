import type { Problem } from "../../problem.js";
import type { ManagedConfiguration } from "../managed-configuration.js";
import { addressRules } from "./addresses.js";
import { bootstrapRules } from "./bootstrap.js";
import { capabilityRules } from "./capabilities.js";
import { lifecycleRules } from "./lifecycle.js";
import { modelRules } from "./models.js";
import { networkRules } from "./network.js";
import { pairRules } from "./pairs.js";
import { pathRules } from "./paths.js";
import { pluginRules } from "./plugins.js";
import { ConfigurationView } from "./rule.js";
import type { RuledRoutes } from "./ruled-route.js";
import { signInRules } from "./sign-in.js";
import { toolRules } from "./tools.js";

const rules = [
	...pairRules,
	...capabilityRules,
	...toolRules,
	...modelRules,
	...pluginRules,
	...signInRules,
	...pathRules,
	...networkRules,
	...bootstrapRules,
	...lifecycleRules,
	...addressRules,
];

/** Every rule between the keys of one group's configuration, which may be for one of these routes. */
export function checkRules(configuration: ManagedConfiguration, routes: RuledRoutes): Problem[] {
	const view = new ConfigurationView(configuration, routes);
	return rules.flatMap((rule) => rule(view));
}
