import { collectorFiles } from "./collector/collector-files.js";
import type { ObservedPart } from "./observed-part.js";
import type { RenderedText } from "./rendered-text.js";

/** Every file of a deployment's `observability/` folder. */
export function observabilityFiles(part: ObservedPart): RenderedText[] {
	return [...collectorFiles(part)];
}
