import type { AzureFirewallProperties, AzureFirewallResourceType } from "../../firewall/azure/properties.js";
import type { CloudPlacers } from "../place-plan.js";
import { type Placer, withId } from "../placer.js";
import type { Filled } from "./filled.js";
import { azureSdk } from "./sdk.js";

/** How each kind of resource is created, and what of it others refer to. */
const resources: { readonly [Type in AzureFirewallResourceType]: Placer<Filled<AzureFirewallProperties[Type]>> } = {
	"Microsoft.Network/ipGroups": (name, properties, opts) =>
		withId(new (azureSdk.module("network/index.js").IpGroup)(name, properties, opts)),
	"Microsoft.Network/firewallPolicies": (name, properties, opts) =>
		withId(new (azureSdk.module("network/index.js").FirewallPolicy)(name, properties, opts)),
	"Microsoft.Network/firewallPolicies/ruleCollectionGroups": (name, properties, opts) =>
		withId(new (azureSdk.module("network/index.js").FirewallPolicyRuleCollectionGroup)(name, properties, opts)),
};

export const firewallPlacers: CloudPlacers = { resources, lookUps: {} };
