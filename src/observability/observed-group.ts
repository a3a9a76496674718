import { groupBy } from "../group-by.js";
import type { Path } from "../path.js";
import type { SecretReference } from "../reference/reference.js";
import { ownAttributes } from "./attribute-grammar.js";
import type { GroupObservability, Observability } from "./observability.js";
import { isReached } from "./phase.js";
import { type Tier, tierFacts, tierOf } from "./tier.js";

/** The part of a deployment that says what is sent to the collector. */
export interface ObservedDeployment<Secret = SecretReference> {
	readonly name: string;
	/** Absent where nothing is said of it. */
	readonly observability?: Observability<Secret>;
	readonly groups: Readonly<Record<string, { readonly observability?: GroupObservability }>>;
}

/** What devices of a group send, and as what. */
export interface ObservedGroup {
	readonly tier: Tier;
	/** Where the tier is written. */
	readonly tierAt: Path;
	readonly traces: boolean;
	/** With those that tell deployment and group. */
	readonly attributes: Readonly<Record<string, string>>;
	/** Whether the rollout has come to devices. */
	readonly onDevices: boolean;
}

/** Absent where the deployment says nothing of observability. */
export function observedGroup(deployment: ObservedDeployment<unknown>, group: string): ObservedGroup | undefined {
	const { observability, groups, name } = deployment;
	if (!observability) return undefined;
	const { tier, at } = tierOf(deployment, group);
	const { phase, attributes } = observability;
	return {
		tier,
		tierAt: at,
		traces: tierFacts[tier].traces || (phase !== undefined && isReached("tracing", phase)),
		attributes: {
			...attributes,
			...groups[group]?.observability?.attributes,
			[ownAttributes.deployment]: name,
			[ownAttributes.group]: group,
		},
		onDevices: isReached("managed", phase),
	};
}

/** The tiers of a deployment's groups, each with its groups in the deployment's order. */
export function tiersInUse(deployment: ObservedDeployment<unknown>): ReadonlyMap<Tier, readonly string[]> {
	return groupBy(Object.keys(deployment.groups), (group) => tierOf(deployment, group).tier);
}
