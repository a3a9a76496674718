import { telemetryPage } from "../handover/telemetry-page.js";
import { agentFiles } from "../observability/agent-files.js";
import { observabilityFiles } from "../observability/observability-files.js";
import { placedAgentFiles } from "../observability/placed-agent-files.js";
import type { RenderedFile } from "../observability/rendered-file.js";
import type { Registries } from "../registries.js";
import { type BundleFile, textFile } from "./bundle.js";
import type { PerimeterPart } from "./part.js";

/** `observability/`: the collector, what is read of what it gets, and switches of other agents. */
export function bundledObservability(
	{ identity, platforms, observability, otherAgents = [], collector }: PerimeterPart,
	registries: Pick<Registries, "otherAgents">,
): BundleFile[] {
	const files: RenderedFile[] = [
		...(observability ? observabilityFiles(observability) : []),
		...agentFiles(otherAgents, registries.otherAgents, platforms, identity),
	];
	if (files.length > 0) {
		const content = telemetryPage({
			deployment: identity.deployment,
			owners: observability?.observability.owners ?? {},
			provisioned: collector !== undefined,
			files: files.map(({ name }) => name),
			agents: placedAgentFiles(otherAgents, registries.otherAgents, platforms, identity),
		});
		files.push({ name: "HANDOVER.md", mediaType: "text/markdown", content });
	}
	return files.map(({ name, mediaType, content }) => {
		const path = `observability/${name}`;
		return typeof content === "string"
			? textFile(path, mediaType, content)
			: { path, mediaType, content, sensitive: false };
	});
}
