import { compareText } from "../json.js";
import { strongerOperator } from "./operator.js";
import { compareHosts } from "./order.js";
import { type EgressHost, formatHost, type Reason } from "./plan.js";

/** One entry per name, match and port, each with every distinct reason; the order of the input does not matter. */
export function mergeHosts(hosts: readonly EgressHost[]): EgressHost[] {
	const byAddress = new Map<string, [EgressHost, ...EgressHost[]]>();
	for (const host of hosts) {
		const address = `${formatHost(host)} ${host.port}`;
		const same = byAddress.get(address);
		if (same) same.push(host);
		else byAddress.set(address, [host]);
	}
	return [...byAddress.values()].map(mergeSame).sort(compareHosts);
}

function mergeSame(same: readonly [EgressHost, ...EgressHost[]]): EgressHost {
	const [host] = same;
	const reasons = same.length > 1 ? same.flatMap((each) => each.reasons) : host.reasons;
	const operator = same.map((each) => each.operator).reduce(strongerOperator);
	return { ...host, operator, reasons: distinct(reasons) };
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
