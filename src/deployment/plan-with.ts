import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import { egressDeriver } from "../egress/derive.js";
import type { EgressPlan } from "../egress/plan.js";
import { openedBeyond, unitePlans } from "../egress/unite.js";
import type { RequestedPlan } from "../inference/cloud-plan.js";
import type { RequestedCollector } from "../observability/requested-collector.js";
import type { StorePlans } from "../publication/plan-stores.js";
import type { Registries } from "../registries.js";
import type { ConfiguredDeployment } from "./configured.js";
import { fleetOf } from "./fleet.js";

export interface GroupPlan {
	readonly configuration: ManagedConfiguration;
	readonly egress: EgressPlan;
}

/** What a deployment comes to, before anything is rendered. */
export interface DeploymentPlan {
	/** In code-unit order of the names. */
	readonly groups: ReadonlyMap<string, GroupPlan>;
	/** What any group needs. */
	readonly perimeter: EgressPlan;
	/**
	 * By group, how many addresses the perimeter opens that the group does not need, and the first of them. Empty where
	 * one list fits all.
	 */
	readonly beyond: ReadonlyMap<string, { readonly count: number; readonly first: readonly string[] }>;
	/** What the route is to create; absent where it is nothing. */
	readonly cloud?: RequestedPlan;
	/** The collector that is to be created; absent where it is one's own. */
	readonly collector?: RequestedCollector;
	/** What stores are to create, by word. @default - nobody has planned it */
	readonly stores?: StorePlans;
}

/** A deployment as it is checked, and what its stores are to create where somebody has planned it. */
export type PlannableDeployment = ConfiguredDeployment & Pick<DeploymentPlan, "stores">;

/** Plans a deployment with the variants given, which it was checked with. */
export function planWith(
	{ routes }: Pick<Registries, "routes">,
	{ deployment, configurations, cloud, collector, stores }: PlannableDeployment,
): DeploymentPlan {
	const fleet = fleetOf(deployment);
	const derive = egressDeriver(routes, fleet);
	const groups = new Map(
		[...configurations].map(([name, configuration]) => [name, { configuration, egress: derive(configuration) }]),
	);
	const egress = new Map([...groups].map(([name, group]) => [name, group.egress]));
	const perimeter = unitePlans(egress, fleet);
	return {
		groups,
		perimeter,
		beyond: openedBeyond(perimeter, egress),
		...(cloud && { cloud }),
		...(collector && { collector }),
		...(stores && { stores }),
	};
}

/** What the devices of each group get. */
export function configurationsOf({ groups }: DeploymentPlan): ReadonlyMap<string, ManagedConfiguration> {
	return new Map([...groups].map(([name, { configuration }]) => [name, configuration]));
}
