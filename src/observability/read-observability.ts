import { isObject } from "../json.js";
import { isError } from "../problem.js";
import { checkShape } from "../shape/check-shape.js";
import type { CollectorHosts } from "./collector-host.js";
import type { Observability } from "./observability.js";
import { observabilityShape } from "./observability-shape.js";

/** A block that its shape takes; what has another form counts as absent, and is refused elsewhere. */
export function readObservability(block: unknown, hosts: CollectorHosts): Observability | undefined {
	if (!isObject(block) || checkShape(observabilityShape(hosts), block, { at: [] }).some(isError)) return undefined;
	// The shape says as much as the type.
	return block as unknown as Observability;
}
