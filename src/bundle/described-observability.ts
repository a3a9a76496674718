import { approvedOf } from "../observability/built-detections.js";
import type { Approved, People } from "../observability/observability.js";
import { type ObservedDeployment, tierOf } from "../observability/observed-group.js";
import type { Phase } from "../observability/phase.js";
import type { Tier } from "../observability/tier.js";

/** What a deployment says of observability that no other file of its bundle says as data. */
export interface DescribedObservability {
	/** By group. */
	readonly tiers: Readonly<Record<string, Tier>>;
	readonly people: People;
	/** Who may read content. */
	readonly readers: readonly string[];
	/** In days. */
	readonly retention: { readonly metadata?: number; readonly content?: number };
	/** Addresses that the collector sends to, by signal. */
	readonly sinks: Readonly<Record<string, string>>;
	/** What detections take for approved. */
	readonly approved: Required<Approved>;
	/** How far the rollout has come. @default all of it */
	readonly phase?: Phase;
}

/** Absent where the deployment says nothing of observability. */
export function describeObservability(deployment: ObservedDeployment): DescribedObservability | undefined {
	const { observability, groups } = deployment;
	if (!observability) return undefined;
	const { collector, people = "pseudonymous", owners, retention = {}, approved = {}, phase } = observability;
	return {
		tiers: Object.fromEntries(Object.keys(groups).map((group) => [group, tierOf(deployment, group).tier])),
		people,
		readers: owners?.readers ?? [],
		retention,
		sinks: Object.fromEntries(Object.entries(collector.sinks ?? {}).map(([sink, { endpoint }]) => [sink, endpoint])),
		approved: approvedOf(approved),
		...(phase !== undefined && { phase }),
	};
}
