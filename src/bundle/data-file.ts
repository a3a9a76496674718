import { dataPage } from "../handover/data-page.js";
import { type BundleFile, textFile } from "./bundle.js";
import type { PerimeterPart } from "./part.js";

/** `DATA.md` of a deployment; what several share has none, because each of them has its own. */
export function bundledData({ identity, deployments, egress, observability }: PerimeterPart): BundleFile[] {
	return deployments
		? []
		: [textFile("DATA.md", "text/markdown", dataPage({ identity, egress, ...(observability && { observability }) }))];
}
