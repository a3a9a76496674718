import type { EgressPlan } from "../egress/plan.js";
import type { ReasonRow } from "../egress/reason-rows.js";

/** A column of a list of hosts that has a row for each reason. */
export interface EgressColumn {
	readonly title: string;
	readonly of: keyof ReasonRow;
	/** What stands in it, as a sentence in Markdown. */
	readonly means: string;
}

export const egressColumns: readonly EgressColumn[] = [
	{
		title: "host",
		of: "host",
		means: "the name that is to be allowed; `*.` means any depth below it, and not the name itself.",
	},
	{ title: "port", of: "port", means: "of TCP. QUIC (UDP 443) is not needed." },
	{
		title: "requirement",
		of: "requirement",
		means: "`required` where the feature does not work without the host, `optional` where it does.",
	},
	{ title: "groups", of: "groups", means: "groups of users whose devices need the host." },
	{
		title: "reason",
		of: "reason",
		means: "what goes there, and behind it the setting that decides on it. A host has a row for each reason.",
	},
	{ title: "if denied", of: "ifDenied", means: "what people notice where the host stays closed." },
	{ title: "versions", of: "versions", means: "of Claude Desktop that need it; empty for every known one." },
	{ title: "source", of: "source", means: "the page that says so." },
];

/** Those that a list has a use for: only hosts of a perimeter name groups. */
export function columnsFor({ hosts }: EgressPlan): readonly EgressColumn[] {
	return egressColumns.filter(
		({ of }) => of !== "groups" || hosts.some(({ groups, deployments }) => groups ?? deployments),
	);
}
