import { addressLines } from "../egress/order.js";
import { prettyJson } from "../json.js";
import type { CollectorPlan } from "../observability/collector-host.js";
import type { RequestedCollector } from "../observability/requested-collector.js";
import { formatPath } from "../path.js";
import { type BundleFile, textFile } from "./bundle.js";
import { type CloudPart, jsonFile } from "./cloud-files.js";
import { hostsDocument } from "./egress-files.js";

/** What is created for a collector, as plain JSON with tokens for what is known only once it is placed. */
export interface CollectorPart
	extends Pick<CollectorPlan, "lookUps" | "resources" | "policies" | "late" | "uses">,
		Pick<CloudPart, "notes"> {
	/** What the collector itself has to reach, and what a reader of that must know. */
	readonly egress: { readonly hosts: CollectorPlan["egress"]; readonly notes: readonly string[] };
}

export function collectorPart({ plan, problems }: RequestedCollector): CollectorPart {
	const { lookUps, resources, policies, late, uses, egress: hosts } = plan;
	const notes = problems.map(({ code, path, message }) => ({ code, path: formatPath(path), message }));
	return { lookUps, resources, policies, late, uses, notes, egress: { hosts, notes: plan.notes } };
}

/** `cloud/collector/`, as the route's own below `cloud/`; and the hosts that the collector needs, beside its configuration. */
export function collectorFiles({ policies, egress, ...planned }: CollectorPart): BundleFile[] {
	const listed = prettyJson(hostsDocument(egress.hosts, egress.notes));
	return [
		jsonFile("cloud/collector/resources.json", { schemaVersion: 1, ...planned }),
		...Object.entries(policies).map(([name, document]) => jsonFile(`cloud/collector/policies/${name}.json`, document)),
		textFile("observability/collector/egress.json", "application/json", listed),
		textFile("observability/collector/egress.txt", "text/plain", addressLines(egress.hosts)),
	];
}
