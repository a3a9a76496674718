import { hostLines } from "../egress/order.js";
import type { EgressPlan } from "../egress/plan.js";
import { describeEffect } from "../firewall/backend.js";
import { prettyJson } from "../json.js";
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
	const notes = [...plan.notes];
	const rules = Object.entries(options.firewall).flatMap(([name, block]) => {
		const rendered = registries.firewall[name]?.render(plan.hosts, block);
		notes.push(...(rendered?.effects ?? []).map((effect) => describeEffect(name, effect)));
		return (rendered?.files ?? []).map((file) =>
			textFile(`${folder}firewall/${name}/${file.name}`, file.mediaType, file.content, group),
		);
	});
	return [
		textFile(`${folder}egress.json`, "application/json", prettyJson(egressDocument({ ...plan, notes })), group),
		textFile(`${folder}egress.txt`, "text/plain", hostLines(plan.hosts), group),
		...rules,
	];
}

/** The content of `egress.json`. */
export function egressDocument(plan: EgressPlan) {
	const { hosts, sandbox, summary, notes } = plan;
	return { schemaVersion: 1, hosts, ...(sandbox && { sandbox }), summary, notes };
}
