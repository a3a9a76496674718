import { type EgressPlan, formatAddress } from "../egress/plan.js";

/** What each address of a perimeter is for: in state every host stands once, and one more is one line for a reviewer. */
export function hostsByAddress({ hosts }: EgressPlan): Readonly<Record<string, string>> {
	return Object.fromEntries(
		hosts.map((host) => [formatAddress(host), [...new Set(host.reasons.map(({ feature }) => feature))].join(", ")]),
	);
}
