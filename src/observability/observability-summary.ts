import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import type { CollectorHosts } from "./collector-host.js";
import { silentCommandLine } from "./command-line.js";
import type { ObservedDeployment } from "./observed-group.js";
import { observedPart } from "./observed-part.js";
import { nextPhase, type Phase, phaseFacts } from "./phase.js";

/** What is told of observability once a deployment is compiled. */
export interface ObservabilitySummary {
	/** What detections see nothing of, whatever the tier. */
	readonly notes: readonly string[];
	/** Absent where the rollout of telemetry has no phases. */
	readonly phase?: PhaseSummary;
}

export interface PhaseSummary {
	readonly current: Phase;
	/** Absent in the last. */
	readonly next?: Phase;
	/** What to see before the next. */
	readonly checks: readonly string[];
}

export function observabilitySummary(
	deployment: ObservedDeployment,
	configurations: ReadonlyMap<string, ManagedConfiguration>,
	hosts: CollectorHosts,
): ObservabilitySummary {
	const part = observedPart(deployment, configurations, hosts);
	const phase = deployment.observability?.phase;
	return { notes: part ? silentCommandLine(part) : [], ...(phase && { phase: phaseSummary(phase) }) };
}

function phaseSummary(current: Phase): PhaseSummary {
	const next = nextPhase(current);
	return { current, ...(next && { next }), checks: phaseFacts[current].checks };
}
