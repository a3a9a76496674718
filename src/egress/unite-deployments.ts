import { groupBy } from "../group-by.js";
import { compareText } from "../json.js";
import { compareVersions, type FleetVersions } from "../version.js";
import { mergeHosts } from "./merge-hosts.js";
import { olderApps } from "./older-apps.js";
import { anthropicHosts } from "./operator.js";
import { type ContentRecipient, type EgressHost, type EgressPlan, formatAddress } from "./plan.js";
import { describeBeyond, distinctRecipients, openedBeyond } from "./unite.js";

/** What a deployment needs open. */
export interface DeploymentEgress {
	readonly name: string;
	/** The deployment's own perimeter. */
	readonly egress: EgressPlan;
	readonly fleet: FleetVersions;
}

/** The perimeter of several deployments: what any of them needs. The order of the deployments does not matter. */
export function uniteDeployments(deployments: readonly DeploymentEgress[]): EgressPlan {
	const sorted = [...deployments].sort((a, b) => compareText(a.name, b.name));
	const hosts = hostsOf(sorted);
	const plans = sorted.map(({ egress }) => egress);
	return {
		hosts,
		summary: {
			anthropicHosts: anthropicHosts(hosts),
			conversationContentStaysWithProvider: plans.every(({ summary }) => summary.conversationContentStaysWithProvider),
			contentAlsoReaches: distinctRecipients(sorted.flatMap(recipientsOf)),
			takesOverDevice: plans.some(({ summary }) => summary.takesOverDevice),
		},
		notes: [...notesOf(sorted), ...closable(hosts, sorted), ...beyond(hosts, sorted)],
	};
}

function hostsOf(deployments: readonly DeploymentEgress[]): EgressHost[] {
	const needing = new Map<string, [string, readonly string[]][]>();
	const entries = deployments.flatMap(({ name, egress }) =>
		egress.hosts.map(({ groups = [], ...host }) => {
			const address = formatAddress(host);
			const known = needing.get(address);
			if (known) known.push([name, groups]);
			else needing.set(address, [[name, groups]]);
			return host;
		}),
	);
	return mergeHosts(entries).map((host) => ({
		...host,
		deployments: Object.fromEntries(needing.get(formatAddress(host)) ?? []),
	}));
}

/** Two deployments may have the same word for what each cloud decides. */
function recipientsOf({ name, egress }: DeploymentEgress): ContentRecipient[] {
	return egress.summary.contentAlsoReaches.map((each) =>
		typeof each.host === "string" ? each : { ...each, host: { late: `${name}.${each.host.late}` } },
	);
}

/** What deployments say of their own perimeters, but what would close hosts there: it need not close them here. */
function notesOf(deployments: readonly DeploymentEgress[]): string[] {
	const said = deployments.flatMap(({ name, egress, fleet }) => {
		const closing = olderApps(egress.hosts, fleet);
		return egress.notes.filter((note) => !closing.includes(note)).map((note) => ({ name, note }));
	});
	return [...groupBy(said, ({ note }) => note)].map(([note, same]) => {
		if (same.length === deployments.length) return note;
		return `deployment${same.length === 1 ? "" : "s"} ${same.map(({ name }) => name).join(", ")}: ${note}`;
	});
}

/** What a version that every fleet can ask for would close. */
function closable(hosts: readonly EgressHost[], deployments: readonly DeploymentEgress[]): string[] {
	const [first, ...others] = deployments.map(({ fleet }) => fleet);
	if (!first) return [];
	const earliest = others.reduce((a, b) => (compareVersions(a.newest, b.newest) <= 0 ? a : b), first);
	return olderApps(hosts, earliest).map((note) => `in every deployment, ${note}`);
}

function beyond(hosts: readonly EgressHost[], deployments: readonly DeploymentEgress[]): string[] {
	const plans = new Map(deployments.map(({ name, egress }) => [name, egress]));
	return [...openedBeyond({ hosts }, plans)].map(([name, opened]) =>
		describeBeyond(`deployment ${name}`, opened, { others: "deployments", exact: `${name}/egress.txt` }),
	);
}
