import type { PlannedResource } from "../../cloud/planned-resource.js";
import type { JsonObject } from "../../json.js";
import { token } from "../../reference/token.js";
import type { RulePlan } from "../rule-plan.js";
import type { AzureFirewallOptions } from "./options.js";
import { type AzureFirewallProperties, type AzureFirewallResourceType, meters } from "./properties.js";
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

const rulesId = "rules";
const policyId = "policy";

/** The rule collection group, and what it needs that does not stand yet. */
export function planOf({ name, priority, options, sources, collections }: Placement): RulePlan {
	const { resourceGroup: resourceGroupName, location, policy, basePolicy } = options;
	const placed = { resourceGroupName, ...(location !== undefined && { location }) };
	const { networks } = sources;
	const ipGroup =
		networks &&
		resource("Microsoft.Network/ipGroups", clientsId, name, {
			...placed,
			ipGroupsName: name,
			ipAddresses: networks,
		});
	const ownPolicy =
		policy === undefined &&
		resource("Microsoft.Network/firewallPolicies", policyId, name, {
			...placed,
			firewallPolicyName: name,
			...(basePolicy !== undefined && { basePolicy: { id: basePolicy } }),
			...policySettings(options),
		});
	const rules = resource("Microsoft.Network/firewallPolicies/ruleCollectionGroups", rulesId, name, {
		resourceGroupName,
		firewallPolicyName: policy ?? name,
		ruleCollectionGroupName: name,
		priority,
		ruleCollections: collections,
	});
	const before = [...(ipGroup ? [ipGroup] : []), ...(ownPolicy ? [ownPolicy] : [])];
	return {
		resources: [...before, ownPolicy ? { ...rules, after: [policyId] } : rules],
		outputs: {
			...(ipGroup && { ipGroupId: token(`${clientsId}.id`) }),
			...(ownPolicy && { policyId: token(`${policyId}.id`) }),
			ruleCollectionGroupId: token(`${rulesId}.id`),
		},
	};
}

/** What a policy of their own is, whatever it is called. */
export function policySettings({ tier = "Standard", dnsProxy }: AzureFirewallOptions) {
	return { sku: { tier }, ...(dnsProxy && { dnsSettings: { enableProxy: true as const } }) };
}

function resource<Type extends AzureFirewallResourceType>(
	type: Type,
	id: string,
	name: string,
	properties: AzureFirewallProperties[Type],
): PlannedResource {
	// Properties are written down as plain data.
	return { id, name, type, meter: meters[type], properties: properties as unknown as JsonObject };
}
