import { checkObservability } from "./check-observability.js";
import type { ObservabilityCompiler } from "./observability-compiler.js";
import { contentTerms, decidedKeys, observabilitySettings } from "./observability-settings.js";
import { groupObservabilityShape, observabilityShape } from "./observability-shape.js";
import { observabilitySummary } from "./observability-summary.js";
import { observedPart } from "./observed-part.js";
import { readObservability } from "./read-observability.js";
import { requestedCollector } from "./requested-collector.js";

/** What the package knows of observability. */
export const observability: ObservabilityCompiler = {
	shape: observabilityShape,
	groupShape: groupObservabilityShape,
	read: readObservability,
	decidedKeys,
	settings: observabilitySettings,
	contentTerms,
	collector: requestedCollector,
	check: checkObservability,
	part: observedPart,
	summary: observabilitySummary,
};
