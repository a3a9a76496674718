import { agentFiles } from "../observability/agent-files.js";
import { observabilityFiles } from "../observability/index.js";
import { type BundleFile, textFile } from "./bundle.js";
import type { PerimeterPart } from "./part.js";

/** `observability/`: the collector, what is read of what it gets, and switches of other agents. */
export function bundledObservability({
	identity,
	platforms,
	observability,
	otherAgents = [],
}: PerimeterPart): BundleFile[] {
	const files = [
		...(observability ? observabilityFiles(observability) : []),
		...agentFiles(otherAgents, platforms, identity),
	];
	return files.map(({ name, mediaType, content }) => {
		const path = `observability/${name}`;
		return typeof content === "string"
			? textFile(path, mediaType, content)
			: { path, mediaType, content, sensitive: false };
	});
}
