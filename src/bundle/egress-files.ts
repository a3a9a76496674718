import { ifDenied } from "../egress/if-denied.js";
import { addressLines } from "../egress/order.js";
import type { EgressHost, EgressPlan, Reason } from "../egress/plan.js";
import { type BlockRules, ruleNotes } from "../firewall/block-rules.js";
import { prettyJson } from "../json.js";
import { oncePer } from "../once-per.js";
import { type BundleFile, textFile } from "./bundle.js";
import { type DescribedRules, describeRules } from "./described-rules.js";

export interface EgressFilesOptions {
	/** Folder of the files, with a final `/`, or empty. */
	readonly folder: string;
	readonly group?: string;
	/** Rule sets of the plan; empty where there are none. */
	readonly rules: readonly BlockRules[];
	/** Those of them that no rule set for all groups stands for. @default - none */
	readonly alone?: readonly BlockRules[];
}

/** `egress.json`, `egress.txt`, and the rule sets. What a rule set cannot say exactly becomes a note. */
export function egressFiles(plan: EgressPlan, { folder, group, rules, alone = [] }: EgressFilesOptions): BundleFile[] {
	const document = egressDocument({ ...plan, notes: [...plan.notes, ...ruleNotes(rules)] }, describeRules(alone));
	return [
		textFile(`${folder}egress.json`, "application/json", prettyJson(document), group),
		textFile(`${folder}egress.txt`, "text/plain", addressLines(plan.hosts), group),
		...rules.flatMap(({ backend, ruleSet }) =>
			ruleSet.files.map((file) =>
				textFile(`${folder}firewall/${backend}/${file.name}`, file.mediaType, file.content, group),
			),
		),
	];
}

/** The content of `egress.json`, with its members in this order wherever the plan comes from. */
export function egressDocument(
	{ hosts, sandbox, summary, notes }: EgressPlan,
	ruleSets: Readonly<Record<string, DescribedRules>> = {},
) {
	return {
		schemaVersion: 1,
		hosts: hosts.map(hostEntry),
		...(sandbox && { sandbox: { mode: sandbox.mode, hosts: sandbox.hosts, automatic: sandbox.automatic } }),
		summary: {
			anthropicHosts: summary.anthropicHosts,
			conversationContentStaysWithProvider: summary.conversationContentStaysWithProvider,
			contentAlsoReaches: summary.contentAlsoReaches.map(({ host, key, because }) => ({ host, key, because })),
			takesOverDevice: summary.takesOverDevice,
		},
		...(Object.keys(ruleSets).length > 0 && { ruleSets }),
		notes,
	};
}

/** The same of hosts that no device needs. */
export function hostsDocument(hosts: readonly EgressHost[], notes: readonly string[]) {
	return { schemaVersion: 1, hosts: hosts.map(hostEntry), notes };
}

function hostEntry({ host, match, port, protocol, operator, reasons, groups, deployments }: EgressHost) {
	// Of a group neither of the two is there, and JSON leaves out what is not.
	return { host, match, port, protocol, operator, groups, deployments, ...saidOf(reasons) };
}

/** What is said of a host's reasons. */
interface Said {
	readonly ifDenied: string;
	readonly reasons: readonly object[];
}

/** Groups, their perimeter and other deployments share most reasons, down to the objects. */
const saidOf = oncePer((reasons: EgressHost["reasons"]): Said => {
	return { ifDenied: ifDenied({ reasons }), reasons: reasons.map(reasonEntry) };
});

function reasonEntry({ feature, key, because, requirement, since, until, source }: Reason) {
	return { feature, key, because, requirement, ...(since && { since }), ...(until && { until }), source };
}
