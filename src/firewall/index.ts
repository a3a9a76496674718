import { awsDnsFirewall } from "./aws/dns-firewall.js";
import { awsNetworkFirewallDomainList } from "./aws/domain-list.js";
import { awsNetworkFirewall } from "./aws/network-firewall.js";
import { azureFirewall } from "./azure/azure-firewall.js";
import type { CloudBackend, FirewallBackend } from "./backend.js";
import { checkPoint } from "./check-point.js";
import { cilium } from "./cilium.js";
import { cloudflareGateway } from "./cloudflare-gateway.js";
import { csv } from "./csv.js";
import { fortiGate } from "./forti-gate.js";
import { gcpFirewallPolicy } from "./gcp/firewall-policy.js";
import { gcpSecureWebProxy } from "./gcp/secure-web-proxy.js";
import { haproxy } from "./haproxy.js";
import { hosts } from "./hosts.js";
import { inspectionBypass } from "./inspection-bypass.js";
import { json } from "./json.js";
import { littleSnitch } from "./little-snitch.js";
import { markdown } from "./markdown.js";
import { nftables } from "./nftables.js";
import { pac } from "./pac.js";
import { panOs } from "./pan-os.js";
import { pihole } from "./pihole.js";
import { rpz } from "./rpz.js";
import type { RuleSetOptions } from "./rule-set-options.js";
import { squid } from "./squid.js";
import { suricata } from "./suricata.js";
import { umbrella } from "./umbrella.js";
import { windowsFirewall } from "./windows-firewall.js";
import { zscaler } from "./zscaler.js";

/** Every firewall that a deployment can ask for, by the word it uses. */
export const firewallBackends = {
	hosts,
	json,
	csv,
	markdown,
	squid,
	nftables,
	rpz,
	suricata,
	haproxy,
	pac,
	cilium,
	littleSnitch,
	pihole,
	umbrella,
	fortiGate,
	zscaler,
	panOs,
	awsNetworkFirewall,
	awsNetworkFirewallDomainList,
	azureFirewall,
	awsDnsFirewall,
	gcpFirewallPolicy,
	gcpSecureWebProxy,
	checkPoint,
	cloudflareGateway,
	windowsFirewall,
	inspectionBypass,
} satisfies Record<string, FirewallBackend>;

export type FirewallBackendName = keyof typeof firewallBackends;

/** Words of backends whose rules a cloud holds. */
export type CloudBackendName = {
	[Name in FirewallBackendName]: (typeof firewallBackends)[Name] extends CloudBackend ? Name : never;
}[FirewallBackendName];

/** The block of a backend in a deployment. */
export type FirewallBlock<Name extends FirewallBackendName> = Parameters<(typeof firewallBackends)[Name]["render"]>[1] &
	RuleSetOptions;
