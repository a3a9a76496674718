import type { RuleCollection } from "./rule-collections.js";

/** What each kind of resource takes, in the words of the Pulumi provider; the kinds are Azure's. */
export interface AzureFirewallProperties {
	"Microsoft.Network/ipGroups": {
		resourceGroupName: string;
		ipGroupsName: string;
		location?: string;
		ipAddresses: readonly string[];
	};
	"Microsoft.Network/firewallPolicies": {
		resourceGroupName: string;
		firewallPolicyName: string;
		location?: string;
		sku: { tier: "Standard" | "Premium" };
		basePolicy?: { id: string };
		dnsSettings?: { enableProxy: true };
	};
	"Microsoft.Network/firewallPolicies/ruleCollectionGroups": {
		resourceGroupName: string;
		firewallPolicyName: string;
		ruleCollectionGroupName: string;
		priority: number;
		ruleCollections: readonly RuleCollection[];
	};
}

export type AzureFirewallResourceType = keyof AzureFirewallProperties;

/** https://azure.microsoft.com/pricing/details/firewall-manager/ */
export const meters: Readonly<Record<AzureFirewallResourceType, string>> = {
	"Microsoft.Network/ipGroups": "free",
	"Microsoft.Network/firewallPolicies": "per policy and region, once it serves more than one firewall",
	"Microsoft.Network/firewallPolicies/ruleCollectionGroups": "free",
};
