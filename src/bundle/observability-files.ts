import { observabilityFiles } from "../observability/index.js";
import { type BundleFile, textFile } from "./bundle.js";
import type { PerimeterPart } from "./part.js";

/** `observability/`: the collector, and what is read of what it gets. */
export function bundledObservability({ observability }: PerimeterPart): BundleFile[] {
	if (!observability) return [];
	return observabilityFiles(observability).map(({ name, mediaType, content }) =>
		textFile(`observability/${name}`, mediaType, content),
	);
}
