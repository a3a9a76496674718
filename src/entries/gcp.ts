/**
 * Google Cloud for programs: firewalls whose rules are placed there. Needs `@pulumi/gcp` where anything is created.
 *
 * @packageDocumentation
 */

export type { FirewallAdapter, RulesToPlace } from "../components/adapters.js";
export {
	type GcpFirewallPolicyBlock,
	type GcpSecureWebProxyBlock,
	gcpFirewallPolicy,
	gcpSecureWebProxy,
} from "../components/gcp/firewall-adapters.js";
export type { DenyList } from "../firewall/deny-list.js";
export type { DeviceOptions } from "../firewall/gcp/devices.js";
export type { GcpFirewallPolicyOptions } from "../firewall/gcp/firewall-policy.js";
export type { GcpSecureWebProxyOptions, SecureWebProxyGateway } from "../firewall/gcp/secure-web-proxy.js";
export type { RuleSetOptions, Scope } from "../firewall/rule-set-options.js";
