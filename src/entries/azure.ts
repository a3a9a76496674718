/**
 * Rules of Azure Firewall for programs. Needs `@pulumi/azure-native` where anything is created.
 *
 * @packageDocumentation
 */

export type { FirewallAdapter, RulesToPlace } from "../components/adapters.js";
export { type AzureFirewallBlock, azureFirewall } from "../components/azure/firewall-adapters.js";
export type { LateInput } from "../components/token-values.js";
export type { AzureFirewallOptions } from "../firewall/azure/options.js";
