import { compareText } from "../json.js";
import { strongerOperator } from "./operator.js";
import { compareHosts } from "./order.js";
import type { EgressHost, Reason } from "./plan.js";

/** Entries of one name, match and port. */
type Same = [EgressHost, ...EgressHost[]];

/** One entry per name, match and port, each with every distinct reason; the order of the input does not matter. */
export function mergeHosts(hosts: readonly EgressHost[]): EgressHost[] {
	const byName = new Map<string, Same[]>();
	for (const host of hosts) {
		const named = byName.get(host.host);
		const same = named?.find(([first]) => first.match === host.match && first.port === host.port);
		if (same) same.push(host);
		else if (named) named.push([host]);
		else byName.set(host.host, [[host]]);
	}
	return [...byName.values()].flat().map(mergeSame).sort(compareHosts);
}

function mergeSame(same: Same): EgressHost {
	const [host] = same;
	// Groups share most of theirs, down to the objects.
	const different = [...new Set(same)];
	if (different.length === 1 && host.reasons.length === 1) return host;
	const operator = different.map((each) => each.operator).reduce(strongerOperator);
	return { ...host, operator, reasons: distinct(different.flatMap((each) => each.reasons)) };
}

function distinct(reasons: readonly Reason[]): readonly Reason[] {
	if (reasons.length < 2) return reasons;
	const byText = new Map([...new Set(reasons)].map((reason) => [sortText(reason), reason]));
	return [...byText].sort(([a], [b]) => compareText(a, b)).map(([, reason]) => reason);
}

/** Tells reasons apart, and orders them by what people look for first. */
function sortText({ feature, key, because, since, until, requirement, source }: Reason): string {
	return [feature, key ?? "", because, since ?? "", until ?? "", requirement, source].join("\n");
}
