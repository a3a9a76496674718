import { collectorFiles } from "./collector/collector-files.js";
import { dashboardFiles } from "./dashboard-files.js";
import { detectionFiles } from "./detection-files.js";
import { localKitFiles } from "./local/local-kit.js";
import type { ObservedPart } from "./observed-part.js";
import { questionFiles } from "./question-files.js";
import type { RenderedText } from "./rendered-file.js";
import { rolloutPage } from "./rollout-page.js";

/** Every file of a deployment's `observability/` folder. */
export function observabilityFiles(part: ObservedPart): RenderedText[] {
	return [
		rolloutPage(part),
		...localKitFiles(part),
		...collectorFiles(part),
		...detectionFiles(part),
		...questionFiles(part),
		...dashboardFiles(part),
	];
}
