import type { ParsedDeployment } from "../deployment/deployment.js";
import { fleetOf } from "../deployment/fleet.js";
import { type EgressPlan, formatHostOrLate } from "../egress/plan.js";
import { type ReasonRow, reasonRows } from "../egress/reason-rows.js";
import { generator } from "../generator.js";
import { markdownAddress, markdownCode, markdownTable, markdownText as text } from "../table/markdown.js";
import { compareVersions, factsEdition, oldestKnownVersion } from "../version.js";
import type { EgressColumn } from "./egress-columns.js";

/** What a page of hosts is about. */
export interface EgressPageOf {
	/** One, or all that need these hosts together. */
	readonly deployments: readonly ParsedDeployment[];
	/** The group that the hosts are of. @default - every group of the deployments */
	readonly group?: string;
}

/** A change request in Markdown: who asks, for what, and how to read it. */
export function egressPage(
	plan: EgressPlan,
	columns: readonly EgressColumn[],
	{ deployments, group }: EgressPageOf,
): string[] {
	const rows = reasonRows(plan.hosts).map((row) => columns.map(({ of }) => (cellsOf[of] ?? text)(row[of])));
	const heads = columns.map(({ title }) => title);
	const besides = [
		...plan.summary.contentAlsoReaches.map(
			({ host, key, because }) => `conversations also reach ${formatHostOrLate(host)}: ${because} (${key})`,
		),
		...plan.notes,
	];
	return [
		`# Hosts that devices with Claude Cowork reach: ${text(deployments.map(({ name }) => name).join(", "))}`,
		"",
		...deployments.map((deployment) => `- ${aboutDeployment(deployment, group)}`),
		`- Facts: of Claude Desktop up to ${factsEdition.app}, ${factsEdition.date}, by ${text(generator)}`,
		"",
		"## How to read it",
		"",
		...columns.map(({ title, means }) => `- **${title}**: ${means}`),
		"",
		"## Hosts",
		"",
		...markdownTable(heads, rows),
		...(besides.length === 0 ? [] : ["", "## Besides", "", ...besides.map((line) => `- ${text(line)}`)]),
	];
}

function aboutDeployment(deployment: ParsedDeployment, group: string | undefined): string {
	const { name, organization, groups } = deployment;
	const names = group === undefined ? Object.keys(groups) : [group];
	const platforms = [...new Set(names.flatMap((each) => groups[each]?.platforms ?? []))];
	const whose = `${names.length === 1 ? "group" : "groups"} ${names.map(markdownCode).join(", ")}`;
	return `${markdownCode(name)} of ${text(organization.name)}: ${whose} on ${platforms.join(", ")}; Claude Desktop ${versionsIn(deployment)}`;
}

function versionsIn(deployment: ParsedDeployment): string {
	const { oldest, newest } = fleetOf(deployment);
	if (oldest === newest) return newest;
	const from = compareVersions(oldest, oldestKnownVersion) <= 0 ? "of any known version" : `from ${oldest}`;
	return `${from} up to ${newest}`;
}

/** How columns with something else than words are written in Markdown. */
const cellsOf: Partial<Record<keyof ReasonRow, (text: string) => string>> = {
	host: markdownCode,
	source: markdownAddress,
};
