import { resourcesOf } from "../../cloud/plan-resource.js";
import type { GcpFirewallProperties } from "./properties.js";

export type GcpFirewallType = keyof GcpFirewallProperties;

/** What Google meters of each kind. https://cloud.google.com/firewall/pricing, https://cloud.google.com/secure-web-proxy/pricing */
const meters: Readonly<Record<GcpFirewallType, string>> = {
	"compute.googleapis.com/FirewallPolicy": "free",
	"compute.googleapis.com/FirewallPolicy.Rule": "per gigabyte, where a rule holds names",
	"compute.googleapis.com/FirewallPolicy.Association": "free",
	"networksecurity.googleapis.com/UrlList": "free",
	"networksecurity.googleapis.com/GatewaySecurityPolicy": "free",
	"networksecurity.googleapis.com/GatewaySecurityPolicyRule": "free",
	"networkservices.googleapis.com/Gateway": "per hour, and per gigabyte",
};

/** A resource to be; its type says which properties it takes. */
export const resource = resourcesOf<GcpFirewallProperties>(meters);
