import { canonicalJson, compareText, type JsonValue } from "../json.js";
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

function distinct(reasons: readonly Reason[]): Reason[] {
	const byText = new Map(reasons.map((reason) => [canonicalJson({ ...reason } as JsonValue), reason]));
	return [...byText].sort(([a], [b]) => compareText(a, b)).map(([, reason]) => reason);
}
