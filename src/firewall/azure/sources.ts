import { made, type Outcome, refused } from "../../outcome.js";
import { error } from "../../problem.js";
import { token } from "../../reference/token.js";
import type { RuleRequest } from "../backend.js";
import type { AzureFirewallOptions } from "./options.js";

/** Where devices come from, as every rule says it. */
export interface Sources {
	/** Networks that an IP group is created of. @default - none is created */
	readonly networks?: readonly string[];
	/** Networks of which no rule can speak. */
	readonly left: readonly string[];
	readonly of: SourcesOfRule;
}

/** Exactly one: a rule without sources is one that Azure refuses, and an IP group that is empty one that it skips. */
export type SourcesOfRule =
	| { readonly sourceIpGroups: readonly string[] }
	| { readonly sourceAddresses: readonly ["*"] };

/** What an IP group of the networks is called in plans. */
export const clientsId = "clients";

/** The most networks that an IP group takes. */
const mostNetworks = 5000;

export const networksLimit = {
	most: mostNetworks,
	of: "networks of an IP group",
	source:
		"https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-firewall-limits",
};

/** Whom the rules of a request are for: a group of users that says so itself, and otherwise whom the block says. */
export function sourcesOf({ group, clients }: RuleRequest, options: AzureFirewallOptions): Outcome<Sources> {
	const { ipGroups, everySource = false } = options;
	if (ipGroups && everySource) {
		return refused(error("two-sources", ["everySource"], "is true beside ipGroups; say one of the two"));
	}
	if (group !== undefined && clients) return fromNetworks(clients);
	if (ipGroups) return made({ left: [], of: { sourceIpGroups: ipGroups } });
	if (everySource) return made({ left: [], of: { sourceAddresses: ["*"] } });
	if (clients) return fromNetworks(clients);
	return refused(error("no-sources", [], `would open these hosts to everybody; ${cures}`));
}

function fromNetworks(clients: readonly string[]): Outcome<Sources> {
	// IP groups and application rules take no IPv6: https://learn.microsoft.com/azure/firewall/deploy-dual-stack-firewall
	const networks = clients.filter((network) => !network.includes(":"));
	const left = clients.filter((network) => network.includes(":"));
	if (networks.length === 0) {
		return refused(
			error("no-sources", [], `would be for networks of IPv6 alone, which IP groups do not take; ${cures}`),
		);
	}
	if (networks.length > mostNetworks) {
		const message = `would be for ${networks.length} networks; an IP group takes ${mostNetworks}, so name IP groups of your own as ipGroups`;
		return refused(error("over-limit", [], message));
	}
	return made({ networks, left, of: { sourceIpGroups: [token(`${clientsId}.id`)] } });
}

const cures =
	"say clients here or for every group, ipGroups that exist, or everySource: true for a firewall of these devices alone";
