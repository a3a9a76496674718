import { compareText } from "../json.js";
import { strongerOperator } from "./operator.js";
import { compareHosts } from "./order.js";
import type { EgressHost, Reason } from "./plan.js";

/** Entries of one name, match and port. */
type Same = [EgressHost, ...EgressHost[]];

/** One entry per name, match and port, each with every distinct reason; the order of the input does not matter. */
export function mergeHosts(hosts: readonly EgressHost[]): EgressHost[] {
	// Groups share most of theirs, down to the objects.
	const sorted = [...new Set(hosts)].sort(compareHosts);
	const runs: Same[] = [];
	for (const host of sorted) {
		const run = runs.at(-1);
		if (run && compareHosts(run[0], host) === 0) run.push(host);
		else runs.push([host]);
	}
	return runs.map(mergeSame);
}

/** Groups need mostly the same hosts for the same reasons: what was merged before, by the first of the entries. */
const mergedBefore = new WeakMap<EgressHost, { readonly same: Same; readonly merged: EgressHost }[]>();

function mergeSame(same: Same): EgressHost {
	const [host] = same;
	if (same.length === 1) return host;
	const before = mergedBefore.get(host) ?? [];
	const known = before.find(
		(each) => each.same.length === same.length && each.same.every((one, at) => one === same[at]),
	);
	if (known) return known.merged;
	const operator = same.map((each) => each.operator).reduce(strongerOperator);
	const { speaks, ...named } = host;
	const merged = {
		...named,
		// TLS, too, where some speak that.
		...(speaks && same.every((each) => each.speaks === speaks) && { speaks }),
		operator,
		reasons: distinctReasons(same.flatMap((each) => each.reasons)),
	};
	mergedBefore.set(host, [...before, { same, merged }]);
	return merged;
}

/** Each reason once, in the order of what people look for first. */
export function distinctReasons(reasons: readonly Reason[]): readonly Reason[] {
	if (reasons.length < 2) return reasons;
	const byText = new Map([...new Set(reasons)].map((reason) => [sortText(reason), reason]));
	return [...byText].sort(([a], [b]) => compareText(a, b)).map(([, reason]) => reason);
}

function sortText({ feature, key, because, since, until, requirement, source }: Reason): string {
	return [feature, key ?? "", because, since ?? "", until ?? "", requirement, source].join("\n");
}
