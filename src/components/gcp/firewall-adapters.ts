import type * as pulumi from "@pulumi/pulumi";
import type { GcpFirewallPolicyOptions } from "../../firewall/gcp/firewall-policy.js";
import type { GcpSecureWebProxyOptions } from "../../firewall/gcp/secure-web-proxy.js";
import type { RuleSetOptions } from "../../firewall/rule-set-options.js";
import type { FirewallAdapter } from "../adapters.js";
import { placedIn } from "../firewall-rules.js";
import { gcpFirewallResources } from "./firewall-resources.js";
import { gcpSdk } from "./sdk.js";

type Late = pulumi.Input<string>;

/** The block of a deployment file, with outputs where references stand. */
export interface GcpFirewallPolicyBlock extends GcpFirewallPolicyOptions<Late>, RuleSetOptions {}

/** The block of a deployment file, with outputs where references stand. */
export interface GcpSecureWebProxyBlock extends GcpSecureWebProxyOptions<Late>, RuleSetOptions {}

const cloud = { placers: { resources: gcpFirewallResources, lookUps: {} }, sdk: gcpSdk };

/** Rules of a network firewall policy of Google Cloud. Creates them, unless the block says `place: false`. */
export function gcpFirewallPolicy(options: GcpFirewallPolicyBlock = {}): Required<FirewallAdapter> {
	const place = placedIn({ type: "pulumi-cowork:gcp:FirewallPolicyRules", ...cloud });
	return { name: "gcpFirewallPolicy", options, place };
}

/** Lists and rules of Google's Secure Web Proxy. Creates them, unless the block says `place: false`. */
export function gcpSecureWebProxy(options: GcpSecureWebProxyBlock): Required<FirewallAdapter> {
	const place = placedIn({ type: "pulumi-cowork:gcp:SecureWebProxyRules", ...cloud });
	return { name: "gcpSecureWebProxy", options, place };
}
