import type { PlannedResource } from "../../cloud/planned-resource.js";
import type { JsonObject } from "../../json.js";
import { token } from "../../reference/token.js";
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

/**
 * A resource to be; its type says which properties it takes, of which those that are undefined do not count.
 *
 * @param after ids of what must be there before
 */
export function resource<Type extends GcpFirewallType>(
	type: Type,
	id: string,
	name: string,
	properties: GcpFirewallProperties[Type],
	after?: readonly string[],
): PlannedResource {
	const given: JsonObject = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
	return { id, type, name, meter: meters[type], properties: given, ...(after && { after }) };
}

/** Stands for what comes of a resource. */
export function outputOf({ id }: Pick<PlannedResource, "id">, output: string): string {
	return token(`${id}.${output}`);
}
