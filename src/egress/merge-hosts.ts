import { compareText } from "../json.js";
import { strongerOperator } from "./operator.js";
import { compareHosts } from "./order.js";
import { type EgressHost, formatHost, type Reason } from "./plan.js";

/** One entry per name, match and port, each with every distinct reason; the order of the input does not matter. */
export function mergeHosts(hosts: readonly EgressHost[]): EgressHost[] {
	const merged = new Map<string, EgressHost>();
	for (const host of hosts) {
		const id = `${formatHost(host)} ${host.port}`;
		const before = merged.get(id);
		if (!before) merged.set(id, host);
		else {
			const operator = strongerOperator(before.operator, host.operator);
			merged.set(id, { ...before, operator, reasons: [...before.reasons, ...host.reasons] });
		}
	}
	return [...merged.values()].map((host) => ({ ...host, reasons: distinct(host.reasons) })).sort(compareHosts);
}

function distinct(reasons: readonly Reason[]): readonly Reason[] {
	if (reasons.length < 2) return reasons;
	const byText = new Map(reasons.map((reason) => [sortText(reason), reason]));
	return [...byText].sort(([a], [b]) => compareText(a, b)).map(([, reason]) => reason);
}

/** Tells reasons apart, and orders them by what people look for first. */
function sortText({ feature, key, because, since, until, requirement, source }: Reason): string {
	return [feature, key ?? "", because, since ?? "", until ?? "", requirement, source].join("\n");
}
