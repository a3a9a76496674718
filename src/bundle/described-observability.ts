import type { JsonObject, JsonValue } from "../json.js";
import { approvedOf } from "../observability/approved.js";
import type { Approved, People } from "../observability/observability.js";
import type { ObservedDeployment } from "../observability/observed-group.js";
import type { Phase } from "../observability/phase.js";
import { type Tier, tierOf } from "../observability/tier.js";
import type { SecretReference } from "../reference/reference.js";
import { markSecrets } from "./settings-file.js";

/** What a deployment says of observability that no other file of its bundle says as data. */
export interface DescribedObservability {
	/** By group. */
	readonly tiers: Readonly<Record<string, Tier>>;
	readonly people: People;
	/** Who may read content. */
	readonly readers: readonly string[];
	/** In days. */
	readonly retention: { readonly metadata?: number; readonly content?: number };
	/** Where the collector sends to, by signal; headers by their names in lower case, secrets by theirs alone. */
	readonly sinks: Readonly<Record<string, { readonly endpoint: string; readonly headers: JsonObject }>>;
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
		sinks: Object.fromEntries(
			Object.entries(collector.sinks ?? {}).map(([sink, { endpoint, headers }]) => [
				sink,
				{
					endpoint,
					headers: Object.fromEntries(Object.entries<string | SecretReference>(headers ?? {}).map(described)),
				},
			]),
		),
		approved: approvedOf(approved),
		...(phase !== undefined && { phase }),
	};
}

function described([name, value]: [string, string | SecretReference]): [string, JsonValue] {
	return [name.toLowerCase(), markSecrets(typeof value === "string" ? value : { ...value })];
}
