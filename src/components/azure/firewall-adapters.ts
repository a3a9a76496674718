import type * as pulumi from "@pulumi/pulumi";
import type { AzureFirewallOptions } from "../../firewall/azure/options.js";
import type { RuleSetOptions } from "../../firewall/rule-set-options.js";
import type { FirewallAdapter } from "../adapters.js";
import { placedIn } from "../firewall-rules.js";
import { firewallPlacers } from "./firewall-resources.js";
import { azureSdk } from "./sdk.js";

/** The block of a deployment file, with outputs where references to other resources of the program stand. */
export interface AzureFirewallBlock extends AzureFirewallOptions<pulumi.Input<string>>, RuleSetOptions {}

/**
 * Rules for Azure Firewall, in a policy that stands or one of their own. Azure takes one change of a policy at a time, so
 * that what one adapter places is placed one after another: give deployments that share a policy the same adapter.
 */
export function azureFirewall(options: AzureFirewallBlock): Required<FirewallAdapter> {
	const type = "pulumi-cowork:azure:FirewallPolicyRules";
	const place = placedIn({ type, placers: firewallPlacers, sdk: azureSdk, oneAtATime: true });
	return { name: "azureFirewall", options, place };
}
