import type * as pulumi from "@pulumi/pulumi";
import type { AzureFirewallProperties, AzureFirewallResourceType } from "../../firewall/azure/properties.js";
import type { CloudPlacers, PlacedResource } from "../place-plan.js";
import { azureSdk } from "./sdk.js";

/** As the SDK takes data: it may change what plans keep. */
type Unlocked<Value> = Value extends readonly (infer Item)[]
	? Unlocked<Item>[]
	: Value extends object
		? { -readonly [Name in keyof Value]: Unlocked<Value[Name]> }
		: Value;

/** Properties with their tokens filled. */
type Filled<Properties> = { [Name in keyof Properties]: pulumi.Input<Unlocked<Properties[Name]>> };

type Placer<Properties> = (
	name: string,
	properties: Filled<Properties>,
	opts: pulumi.CustomResourceOptions,
) => PlacedResource;

/** How each kind of resource is created, and what of it others refer to. */
const resources: { readonly [Type in AzureFirewallResourceType]: Placer<AzureFirewallProperties[Type]> } = {
	"Microsoft.Network/ipGroups": (name, properties, opts) =>
		withId(new (azureSdk.module("network/index.js").IpGroup)(name, properties, opts)),
	"Microsoft.Network/firewallPolicies": (name, properties, opts) =>
		withId(new (azureSdk.module("network/index.js").FirewallPolicy)(name, properties, opts)),
	"Microsoft.Network/firewallPolicies/ruleCollectionGroups": (name, properties, opts) =>
		withId(new (azureSdk.module("network/index.js").FirewallPolicyRuleCollectionGroup)(name, properties, opts)),
};

export const firewallPlacers: CloudPlacers = { resources, lookUps: {} };

function withId(resource: pulumi.CustomResource): PlacedResource {
	return { resource, outputs: { id: resource.id } };
}
