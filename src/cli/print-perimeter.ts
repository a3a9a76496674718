import type { Output } from "./output.js";
import { printHead, printList, printWarningCount, shorten, shortened } from "./print-summary.js";
import type { PerimeterSummary } from "./summary-of-perimeter.js";

/** What several deployments need together, for people. */
export function printPerimeter(summary: PerimeterSummary, { result, colors }: Output): void {
	const { bold, dim } = colors;
	const { deployments, files, hosts, anthropicHosts } = summary;
	printHead(`perimeter of ${deployments.join(", ")}`, summary, { result, colors });
	result("");
	for (const file of files.filter((path) => path.startsWith("firewall/")))
		result(`  ${dim("file")}     perimeter/${file}`);
	result(`  ${dim("hosts")}    ${hosts.length}: ${shorten(hosts)}`);

	result("");
	result(bold("Anthropic-operated hosts that stay reachable"));
	if (anthropicHosts.length === 0) result("  none");
	for (const { host, deployments: needing } of anthropicHosts) {
		const whose = needing.length === deployments.length ? "every deployment" : needing.join(", ");
		result(`  ${host} ${dim(`(${whose})`)}`);
	}
	printList("Notes", summary.notes, { result, colors });
	printList("Removed, as files of the bundle before alone", shortened(summary.removed), { result, colors });
	printList("Left alone, as no files of this bundle", shortened(summary.foreign), { result, colors });
	printWarningCount(summary.warnings.length, { result, colors });
}
