import type { JsonObject } from "../json.js";
import type { Path } from "../path.js";
import type { LateReference } from "../reference/reference.js";
import type { CollectorHost, CollectorHosts } from "./collector-host.js";
import type { Collector } from "./observability.js";

/** Where a collector's block stands in a deployment. */
export const collectorAt: Path = ["observability", "collector"];

/** A place that a deployment wants a collector created in. */
export interface ChosenHost {
	readonly host: CollectorHost;
	readonly block: JsonObject;
	/** Where the block stands. */
	readonly at: Path;
}

/** Absent where the collector is one's own. */
export function chosenHost(
	{ provision }: Pick<Collector<unknown>, "provision">,
	hosts: CollectorHosts,
): ChosenHost | undefined {
	const [chosen] = Object.entries(provision ?? {}).flatMap(([word, block]) => {
		const host = Object.hasOwn(hosts, word) ? hosts[word] : undefined;
		return host ? [{ host, block: block as unknown as JsonObject, at: [...collectorAt, "provision", word] }] : [];
	});
	return chosen;
}

/** Base address that devices send to; undefined where the deployment says none, which is refused. */
export function collectorEndpoint(
	collector: Collector<unknown>,
	hosts: CollectorHosts,
): string | LateReference | undefined {
	const chosen = chosenHost(collector, hosts);
	return chosen ? chosen.host.endpoint(chosen.block, chosen.at) : collector.endpoint;
}
