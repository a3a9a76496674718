import { createHash } from "node:crypto";
import { inOrder } from "../../egress/order.js";
import { formatAddress } from "../../egress/plan.js";
import { made } from "../../outcome.js";
import { error, isError, type Problem } from "../../problem.js";
import type { CloudBackend, RuleRequest } from "../backend.js";
import { ownerName } from "../owner-name.js";
import { planFile } from "../rule-plan.js";
import { type AzureFirewallOptions, azureFirewallOptions } from "./options.js";
import { type Placement, planOf } from "./plan.js";
import { type Collections, collectionsOf } from "./rule-collections.js";
import { networksLimit, type Sources, sourcesOf } from "./sources.js";
import { templateFile } from "./template.js";

const limitsPage =
	"https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-firewall-limits";

const limits = {
	networks: networksLimit,
	size: { most: 2_000_000, of: "bytes of a rule collection group", source: limitsPage },
	destinations: { most: 20_000, of: "destinations of network rules, for each address or IP group", source: limitsPage },
};

/**
 * A rule collection group in a policy of Azure Firewall. The firewall denies what no rule of its policy opens; rules that
 * others put there stay theirs.
 */
export const azureFirewall: CloudBackend<AzureFirewallOptions> = {
	title: "Azure Firewall",
	docs: "https://learn.microsoft.com/azure/firewall/rule-processing",
	evidence: "read by the models of azure-mgmt-network",
	names: "exact",
	subdomains: "exact",
	ports: true,
	clients: true,
	denies: true,
	deniesHosts: true,
	inspects: false,
	cloud: "azure",
	quic: "refused",
	revisions: "the rule collection group is put as a whole, which takes away what it no longer has",
	limits,
	options: azureFirewallOptions,
	examples: {
		clients: { resourceGroup: "network", policy: "hub", clients: ["10.20.0.0/16", "2001:db8:20::/48"] },
		"ip-groups": {
			resourceGroup: "network",
			policy: "hub",
			priority: 2000,
			ipGroups: [
				"/subscriptions/0f1e2d3c-4b5a-4968-8776-655443322110/resourceGroups/network/providers/Microsoft.Network/ipGroups/offices",
			],
			dnsProxy: true,
		},
		"own-policy": {
			resourceGroup: "network",
			location: "westeurope",
			tier: "Premium",
			basePolicy:
				"/subscriptions/0f1e2d3c-4b5a-4968-8776-655443322110/resourceGroups/hub/providers/Microsoft.Network/firewallPolicies/base",
			everySource: true,
			dnsProxy: true,
		},
		denying: {
			resourceGroup: "network",
			policy: "hub",
			clients: ["10.20.0.0/16"],
			deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] },
		},
	},
	render(request, options) {
		const name = `cowork-${ownerName(request, ".")}`;
		const { value: sources, problems: ofSources } = sourcesOf(request, options);
		const problems = [...checkPolicy(options), ...ofSources];
		if (!sources || problems.some(isError)) return { problems };
		const found = collectionsOf(request, name, sources.of, options.dnsProxy ?? false);
		const { collections, effects } = found;
		const tooMuch = checkLimits(found);
		if (tooMuch.length > 0) return { problems: tooMuch };
		const priority = priorityOf(request, options);
		const policy = `policy ${options.policy ?? name}`;
		const placement: Placement = { name, priority, options, sources, collections };
		const plan = planOf(placement);
		return made({
			files: [planFile(plan), templateFile(placement)],
			effects,
			plan,
			claims: [{ what: `priority ${priority} of ${policy}`, option: "priority" }],
			notes: notesOf(options, priority, sources, found),
		});
	},
};

/** What only a policy of their own has. */
function checkPolicy({ policy, tier, basePolicy }: AzureFirewallOptions): Problem[] {
	if (policy === undefined) return [];
	const ofOwn = { tier, basePolicy };
	return Object.entries(ofOwn).flatMap(([name, value]) =>
		value === undefined
			? []
			: [error("policy-exists", [name], "is for a policy of the rules' own; leave it out beside policy")],
	);
}

function checkLimits({ collections }: Collections): Problem[] {
	const size = Buffer.byteLength(JSON.stringify(collections));
	const destinations = collections.flatMap(({ rules }) =>
		rules.map((rule) => {
			if ("destinationAddresses" in rule) return rule.destinationAddresses.length;
			return "destinationFqdns" in rule ? rule.destinationFqdns.length : 0;
		}),
	);
	const counts = [
		[limits.size, size],
		[limits.destinations, destinations.reduce((sum, each) => sum + each, 0)],
	] as const;
	return counts.flatMap(([{ most, of }, count]) =>
		count > most ? [error("over-limit", [], `would be ${count} ${of}; Azure takes ${most}`)] : [],
	);
}

/**
 * In one policy each group of a deployment has a number of its own, which stays whatever other groups there are; another
 * priority gives other ones, where two groups have the same.
 */
function priorityOf({ deployment, group }: RuleRequest, { priority = 1000 }: AzureFirewallOptions): number {
	if (group === undefined) return priority;
	const owner = ownerName({ deployment, group }, "/");
	return priority + 1 + (createHash("sha256").update(`${owner} ${priority}`).digest().readUInt32BE() % 999);
}

function notesOf(
	{ policy }: AzureFirewallOptions,
	priority: number,
	{ left }: Sources,
	{ byAddress }: Collections,
): string[] {
	const others =
		"other rules of the firewall's policy may open more: network rules of every group are processed before application rules, and those of the firewall's own infrastructure after them";
	const unattached = "the policy of these rules filters nothing until a firewall is given it";
	const opened = inOrder(byAddress).map(formatAddress).join(", ");
	const resolved = `${opened}: opened by the addresses that the firewall's DNS proxy resolves, so that every other name at such an address is open on that port, too`;
	const unspoken = `nothing is open to ${left.join(", ")}, because IP groups and application rules take no IPv6`;
	const shared = `no other rule collection group of policy ${policy} can have priority ${priority}: other deployments there need priorities of their own`;
	return [
		others,
		...(policy === undefined ? [] : [shared]),
		...(policy === undefined ? [unattached] : []),
		...(byAddress.length > 0 ? [resolved] : []),
		...(left.length > 0 ? [unspoken] : []),
	];
}
