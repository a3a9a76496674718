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

/** Addresses that the perimeter opens and a group does not need. */
export interface OpenedBeyond {
	readonly count: number;
	/** The first of them: of a thousand groups that differ, all would be a million. */
	readonly first: readonly string[];
}

/** Nobody reads more of them in one sentence. */
const mostNamed = 50;

/** By group, what the perimeter opens that the group does not need; groups that need all of it are not listed. */
export function openedBeyond(
	perimeter: Pick<EgressPlan, "hosts">,
	plans: ReadonlyMap<string, EgressPlan>,
): ReadonlyMap<string, OpenedBeyond> {
	const addresses = perimeter.hosts.map(formatAddress);
	const beyond = new Map<string, OpenedBeyond>();
	for (const [group, { hosts }] of plans) {
		// The perimeter has every address of the group.
		const count = addresses.length - hosts.length;
		if (count === 0) continue;
		const own = new Set(hosts.map(formatAddress));
		const first: string[] = [];
		for (const address of addresses) {
			if (first.length === mostNamed) break;
			if (!own.has(address)) first.push(address);
		}
		beyond.set(group, { count, first });
	}
	return beyond;
}

/** `for group pilot this list also opens a.example, which other groups need`. */
export function describeBeyond(
	whose: string,
	{ count, first }: OpenedBeyond,
	/** Who needs them, and the file that is exact. */
	{ others, exact }: { readonly others: string; readonly exact: string },
): string {
	const rest = count - first.length;
	const more = rest > 0 ? ` and ${rest} more (${exact} is exact)` : "";
	return `for ${whose} this list also opens ${first.join(", ")}${more}, which other ${others} need`;
}

function hostsOfGroups(plans: ReadonlyMap<string, EgressPlan>): EgressHost[] {
	const entries = new Set<EgressHost>();
	const needing = new Map<string, string[]>();
	for (const [group, { hosts }] of plans) {
		for (const host of hosts) {
			entries.add(host);
			const address = formatAddress(host);
			const groups = needing.get(address);
			if (groups) groups.push(group);
			else needing.set(address, [group]);
		}
	}
	return mergeHosts([...entries]).map((host) => ({
		...host,
		groups: (needing.get(formatAddress(host)) ?? []).sort(compareText),
	}));
}

export function distinctRecipients(recipients: readonly ContentRecipient[]): ContentRecipient[] {
	return [...new Map(recipients.map((each) => [JSON.stringify([each.host, each.key, each.because]), each])).values()];
}
