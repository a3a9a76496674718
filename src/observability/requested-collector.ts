import type { JsonObject } from "../json.js";
import type { Outcome } from "../outcome.js";
import type { Path } from "../path.js";
import type { Problem } from "../problem.js";
import { withTokens } from "../reference/walk.js";
import { collectorConfig } from "./collector/collector-config.js";
import { chosenHost } from "./collector-endpoint.js";
import type { CollectorHosts, CollectorPlan } from "./collector-host.js";
import { type ObservedDeployment, tiersInUse } from "./observed-group.js";
import { observedPart } from "./observed-part.js";
import { tierFacts } from "./tier.js";

/** A collector that a deployment wants created. */
export interface RequestedCollector {
	readonly plan: CollectorPlan;
	/** Entry of the package whose adapter creates it. */
	readonly cloud: string;
	/** Where in the deployment it is asked for. */
	readonly at: Path;
	/** What people must know of it. */
	readonly problems: readonly Problem[];
	/** What of that asks a person for what no plan can do. */
	readonly manual: readonly Problem[];
}

/** Undefined where the collector is one's own, or where the block has not the form that could be read. */
export function requestedCollector(
	deployment: ObservedDeployment,
	hosts: CollectorHosts,
): Outcome<RequestedCollector> | undefined {
	const chosen = deployment.observability && chosenHost(deployment.observability.collector, hosts);
	// What a group's settings add to detections does not concern the collector.
	const part = observedPart(deployment, new Map(), hosts);
	if (!chosen || !part) return undefined;
	const { host, block, at } = chosen;
	const config = collectorConfig(part);
	const request = {
		deployment: deployment.name,
		collector: part.observability.collector,
		...(config && { config }),
		takesContent: [...tiersInUse(deployment).keys()].some((tier) => tierFacts[tier].captures.length > 0),
		at,
	};
	// Of an object the tokens make an object again.
	const { value: plan, problems } = host.plan(request, withTokens(block) as JsonObject);
	if (!plan) return { problems };
	const manual = problems.filter(({ code }) => host.manual.includes(code));
	return { value: { plan, cloud: host.cloud, at, problems, manual }, problems };
}
