import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import type { RequestedPlan } from "../inference/cloud-plan.js";
import type { RequestedCollector } from "../observability/requested-collector.js";
import { type Made, made } from "../outcome.js";
import type { Registries } from "../registries.js";
import type { ParsedDeployment } from "./deployment.js";
import { configureGroups } from "./group-configuration.js";
import { type Provisioning, provisioningOf } from "./provision.js";

/** A valid deployment, and what it comes to. */
export interface ConfiguredDeployment {
	readonly deployment: ParsedDeployment;
	/** What the devices of each group get, in code-unit order of the groups' names. */
	readonly configurations: ReadonlyMap<string, ManagedConfiguration>;
	/** What the route is to create; absent where it is nothing. */
	readonly cloud?: RequestedPlan;
	/** The collector that is to be created; absent where it is one's own. */
	readonly collector?: RequestedCollector;
}

/** What a deployment comes to, with what is told of what it provisions; nothing else of it is checked. */
export function configured(
	deployment: ParsedDeployment,
	registries: Pick<Registries, "routes" | "claudeCode" | "observability" | "collectorHosts">,
): Made<ConfiguredDeployment> {
	const provisioning = provisioningOf(deployment, registries);
	const configurations = configureGroups(deployment, provisioning, registries);
	const collector = registries.observability?.collector(deployment, registries.collectorHosts);
	const value = {
		deployment,
		configurations,
		...requestedPlan(provisioning),
		...(collector?.value && { collector: collector.value }),
	};
	return made(value, [...(provisioning?.outcome.problems ?? []), ...(collector?.problems ?? [])]);
}

function requestedPlan(provisioning: Provisioning | undefined): Pick<ConfiguredDeployment, "cloud"> {
	if (!provisioning?.outcome.value) return {};
	const { at, outcome, retire } = provisioning;
	return { cloud: { plan: outcome.value, at, problems: outcome.problems, ...(retire && { retire }) } };
}
