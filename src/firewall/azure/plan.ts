import { outputOf, resourcesOf } from "../../cloud/plan-resource.js";
import type { RulePlan } from "../rule-plan.js";
import type { AzureFirewallOptions } from "./options.js";
import { type AzureFirewallProperties, meters } from "./properties.js";
import type { RuleCollection } from "./rule-collections.js";
import { clientsId, type Sources } from "./sources.js";

/** What is to stand in Azure, whatever writes it down. */
export interface Placement {
	/** Name of everything that is created. */
	readonly name: string;
	readonly priority: number;
	readonly options: AzureFirewallOptions;
	readonly sources: Sources;
	readonly collections: readonly RuleCollection[];
}

const resource = resourcesOf<AzureFirewallProperties>(meters);

const rulesId = "rules";
const policyId = "policy";

/** The rule collection group, and what it needs that does not stand yet. */
export function planOf({ name, priority, options, sources, collections }: Placement): RulePlan {
	const { resourceGroup: resourceGroupName, location, policy, basePolicy } = options;
	const placed = { resourceGroupName, ...(location !== undefined && { location }) };
	const { networks } = sources;
	const ipGroup =
		networks &&
		resource(
			"Microsoft.Network/ipGroups",
			clientsId,
			{ ...placed, ipGroupsName: name, ipAddresses: networks },
			{ name },
		);
	const ownPolicy =
		policy === undefined &&
		resource(
			"Microsoft.Network/firewallPolicies",
			policyId,
			{
				...placed,
				firewallPolicyName: name,
				...(basePolicy !== undefined && { basePolicy: { id: basePolicy } }),
				...policySettings(options),
			},
			{ name },
		);
	const rules = resource(
		"Microsoft.Network/firewallPolicies/ruleCollectionGroups",
		rulesId,
		{
			resourceGroupName,
			firewallPolicyName: policy ?? name,
			ruleCollectionGroupName: name,
			priority,
			ruleCollections: collections,
		},
		{ name, ...(ownPolicy && { after: [policyId] }) },
	);
	return {
		resources: [...(ipGroup ? [ipGroup] : []), ...(ownPolicy ? [ownPolicy] : []), rules],
		outputs: {
			...(ipGroup && { ipGroupId: outputOf(ipGroup, "id") }),
			...(ownPolicy && { policyId: outputOf(ownPolicy, "id") }),
			ruleCollectionGroupId: outputOf(rules, "id"),
		},
	};
}

/** What a policy of their own is, whatever it is called. */
export function policySettings({ tier = "Standard", dnsProxy }: AzureFirewallOptions) {
	return { sku: { tier }, ...(dnsProxy && { dnsSettings: { enableProxy: true as const } }) };
}
