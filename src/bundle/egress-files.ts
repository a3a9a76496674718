import { hostLines } from "../egress/order.js";
import type { EgressHost, EgressPlan, Reason } from "../egress/plan.js";
import { describeEffect, type RuleSet } from "../firewall/backend.js";
import { compareText, prettyJson } from "../json.js";
import type { Registries } from "../registries.js";
import { type BundleFile, textFile } from "./bundle.js";

export interface EgressFilesOptions {
	/** Folder of the files, with a final `/`, or empty. */
	readonly folder: string;
	readonly group?: string;
	/** Options by backend; empty where no rules are to be rendered. */
	readonly firewall: Readonly<Record<string, object>>;
}

/** `egress.json`, `egress.txt`, and the rule sets of each backend. What a rule set cannot say exactly becomes a note. */
export function egressFiles(plan: EgressPlan, options: EgressFilesOptions, registries: Registries): BundleFile[] {
	const { folder, group } = options;
	const ruleSets = renderRules(plan, options.firewall, registries);
	const document = egressDocument({ ...plan, notes: [...plan.notes, ...effectNotes(ruleSets)] });
	return [
		textFile(`${folder}egress.json`, "application/json", prettyJson(document), group),
		textFile(`${folder}egress.txt`, "text/plain", hostLines(plan.hosts), group),
		...ruleSets.flatMap(([name, { files }]) =>
			files.map((file) => textFile(`${folder}firewall/${name}/${file.name}`, file.mediaType, file.content, group)),
		),
	];
}

/** The rule set of each backend, in the order of their names. */
export function renderRules(
	{ hosts }: EgressPlan,
	firewall: EgressFilesOptions["firewall"],
	registries: Registries,
): [name: string, ruleSet: RuleSet][] {
	return Object.entries(firewall)
		.sort(([a], [b]) => compareText(a, b))
		.flatMap(([name, block]): [string, RuleSet][] => {
			const backend = registries.firewall[name];
			return backend ? [[name, backend.render(hosts, block)]] : [];
		});
}

/** Where rule sets do not match a host exactly as the plan means it. */
export function effectNotes(ruleSets: readonly (readonly [name: string, ruleSet: RuleSet])[]): string[] {
	return ruleSets.flatMap(([name, { effects }]) => effects.map((effect) => describeEffect(name, effect)));
}

/** The content of `egress.json`, with its members in this order wherever the plan comes from. */
export function egressDocument({ hosts, sandbox, summary, notes }: EgressPlan) {
	return {
		schemaVersion: 1,
		hosts: hosts.map(hostEntry),
		...(sandbox && { sandbox: { mode: sandbox.mode, hosts: sandbox.hosts, automatic: sandbox.automatic } }),
		summary: {
			anthropicHosts: summary.anthropicHosts,
			conversationContentStaysWithProvider: summary.conversationContentStaysWithProvider,
			takesOverDevice: summary.takesOverDevice,
		},
		notes,
	};
}

function hostEntry({ host, match, port, protocol, operator, reasons }: EgressHost) {
	return { host, match, port, protocol, operator, reasons: reasons.map(reasonEntry) };
}

function reasonEntry({ feature, key, because, requirement, since, until, source }: Reason) {
	return { feature, key, because, requirement, ...(since && { since }), ...(until && { until }), source };
}
