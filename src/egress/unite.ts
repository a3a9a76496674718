import { mergeHosts } from "./merge-hosts.js";
import { isAnthropic } from "./operator.js";
import { type EgressPlan, formatAddress, formatHost } from "./plan.js";

/** The perimeter of a deployment: what any of its groups needs. */
export function unitePlans(plans: ReadonlyMap<string, EgressPlan>): EgressPlan {
	const all = [...plans.values()];
	const hosts = mergeHosts(all.flatMap((plan) => plan.hosts));
	return {
		hosts,
		summary: {
			anthropicHosts: [...new Set(hosts.filter(isAnthropic).map(formatHost))],
			conversationContentStaysWithProvider: all.every((plan) => plan.summary.conversationContentStaysWithProvider),
			takesOverDevice: all.some((plan) => plan.summary.takesOverDevice),
		},
		notes: [...new Set(all.flatMap((plan) => plan.notes))],
	};
}

/** By group, what the perimeter opens that the group does not need; groups that need all of it are not listed. */
export function openedBeyond(perimeter: EgressPlan, plans: ReadonlyMap<string, EgressPlan>): Map<string, string[]> {
	const addresses = perimeter.hosts.map(formatAddress);
	const beyond = [...plans].map(([group, plan]): [string, string[]] => {
		const own = new Set(plan.hosts.map(formatAddress));
		return [group, addresses.filter((address) => !own.has(address))];
	});
	return new Map(beyond.filter(([, extra]) => extra.length > 0));
}
