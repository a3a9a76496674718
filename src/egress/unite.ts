import { compareText } from "../json.js";
import type { FleetVersions } from "../version.js";
import { mergeHosts } from "./merge-hosts.js";
import { olderApps } from "./older-apps.js";
import { anthropicHosts } from "./operator.js";
import { type ContentRecipient, type EgressHost, type EgressPlan, formatAddress } from "./plan.js";

/** The perimeter of a deployment: what any of its groups needs. */
export function unitePlans(plans: ReadonlyMap<string, EgressPlan>, fleet: FleetVersions): EgressPlan {
	const all = [...plans.values()];
	const hosts = hostsOfGroups(plans);
	// What would close a group's host need not close the perimeter's.
	const ofGroups = all.flatMap((plan) => {
		const own = olderApps(plan.hosts, fleet);
		return plan.notes.filter((note) => !own.includes(note));
	});
	return {
		hosts,
		summary: {
			anthropicHosts: anthropicHosts(hosts),
			conversationContentStaysWithProvider: all.every((plan) => plan.summary.conversationContentStaysWithProvider),
			contentAlsoReaches: distinctRecipients(all.flatMap((plan) => plan.summary.contentAlsoReaches)),
			takesOverDevice: all.some((plan) => plan.summary.takesOverDevice),
		},
		notes: [...new Set([...ofGroups, ...olderApps(hosts, fleet)])],
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

function hostsOfGroups(plans: ReadonlyMap<string, EgressPlan>): EgressHost[] {
	const needing = new Map<EgressHost, string[]>();
	for (const [group, { hosts }] of plans) {
		for (const host of hosts) {
			const groups = needing.get(host);
			if (groups) groups.push(group);
			else needing.set(host, [group]);
		}
	}
	const byAddress = new Map<string, string[]>();
	for (const [host, groups] of needing) {
		const address = formatAddress(host);
		byAddress.set(address, [...(byAddress.get(address) ?? []), ...groups]);
	}
	return mergeHosts([...needing.keys()]).map((host) => ({
		...host,
		groups: (byAddress.get(formatAddress(host)) ?? []).sort(compareText),
	}));
}

function distinctRecipients(recipients: readonly ContentRecipient[]): ContentRecipient[] {
	return [...new Map(recipients.map((each) => [JSON.stringify([each.host, each.key, each.because]), each])).values()];
}
