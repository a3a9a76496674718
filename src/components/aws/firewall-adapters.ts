import type * as pulumi from "@pulumi/pulumi";
import type { AwsDnsFirewallOptions } from "../../firewall/aws/dns-firewall.js";
import type { AwsNetworkFirewallOptions } from "../../firewall/aws/network-firewall.js";
import type { RuleGroupOptions } from "../../firewall/aws/rule-group-options.js";
import type { RuleSetOptions } from "../../firewall/rule-set-options.js";
import type { FirewallAdapter } from "../adapters.js";
import { placedIn } from "../firewall-rules.js";
import { awsFirewallResources } from "./firewall-resources.js";
import { awsSdk } from "./sdk.js";

type Late = pulumi.Input<string>;

/** The block of a deployment file, with outputs where references stand. */
export interface AwsDnsFirewallBlock extends AwsDnsFirewallOptions<Late>, RuleSetOptions {}

/** The block of a deployment file, with outputs where references stand. */
export interface AwsNetworkFirewallBlock extends AwsNetworkFirewallOptions<Late>, RuleSetOptions {}

/** The block of a deployment file, with outputs where references stand. */
export interface AwsNetworkFirewallDomainListBlock extends RuleGroupOptions<Late>, RuleSetOptions {}

const cloud = { placers: { resources: awsFirewallResources, lookUps: {} }, sdk: awsSdk };

/** A rule group of AWS Network Firewall for a firewall's policy. Creates it, unless the block says `place: false`. */
export function awsNetworkFirewall(options: AwsNetworkFirewallBlock = {}): Required<FirewallAdapter> {
	const place = placedIn({ type: "pulumi-cowork:aws:NetworkFirewallRules", ...cloud });
	return { name: "awsNetworkFirewall", options, place };
}

/** Rules of Route 53 Resolver DNS Firewall for VPCs. Creates them, unless the block says `place: false`. */
export function awsDnsFirewall(options: AwsDnsFirewallBlock = {}): Required<FirewallAdapter> {
	const place = placedIn({ type: "pulumi-cowork:aws:DnsFirewallRules", ...cloud });
	return { name: "awsDnsFirewall", options, place };
}

/** A domain list of AWS Network Firewall for a firewall's policy. Creates it, unless the block says `place: false`. */
export function awsNetworkFirewallDomainList(
	options: AwsNetworkFirewallDomainListBlock = {},
): Required<FirewallAdapter> {
	const place = placedIn({ type: "pulumi-cowork:aws:NetworkFirewallRules", ...cloud });
	return { name: "awsNetworkFirewallDomainList", options, place };
}
