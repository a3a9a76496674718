import { dataPage } from "../handover/data-page.js";
import { type BundleFile, textFile } from "./bundle.js";
import type { PerimeterPart } from "./part.js";

/** `DATA.md` of a deployment; what several share has none, because each of them has its own. */
export async function bundledData(part: PerimeterPart): Promise<BundleFile[]> {
	const { identity, data, egress, observability, trust = [] } = part;
	if (!data) return [];
	const telemetry = observability && (await import("../handover/telemetry-section.js")).telemetrySection(observability);
	const page = dataPage({ identity, facts: data, egress, opensTls: trust, ...(telemetry && { telemetry }) });
	return [textFile("DATA.md", "text/markdown", page)];
}
