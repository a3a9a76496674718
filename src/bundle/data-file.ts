import { dataPage } from "../handover/data-page.js";
import { type BundleFile, textFile } from "./bundle.js";
import type { PerimeterPart } from "./part.js";

/** `DATA.md` of a deployment; what several share has none, because each of them has its own. */
export function bundledData({ identity, data, egress, observability, trust = [] }: PerimeterPart): BundleFile[] {
	if (!data) return [];
	const page = dataPage({ identity, facts: data, egress, opensTls: trust, ...(observability && { observability }) });
	return [textFile("DATA.md", "text/markdown", page)];
}
