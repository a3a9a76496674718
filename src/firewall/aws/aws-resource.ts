import type { PlannedResource } from "../../cloud/planned-resource.js";
import type { JsonObject } from "../../json.js";
import type { AwsRuleProperties } from "./properties.js";

export type AwsRuleResource = keyof AwsRuleProperties;

/** What AWS meters of each kind. https://aws.amazon.com/network-firewall/pricing/, https://aws.amazon.com/route53/pricing/ */
const meters: Readonly<Record<AwsRuleResource, string>> = {
	"AWS::NetworkFirewall::RuleGroup": "free",
	"AWS::NetworkFirewall::FirewallPolicy": "free",
	"AWS::NetworkFirewall::LoggingConfiguration": "per gigabyte that the log group takes in",
	"AWS::Route53Resolver::FirewallDomainList": "per domain name",
	"AWS::Route53Resolver::FirewallRuleGroup": "free",
	"AWS::Route53Resolver::FirewallRuleGroup.FirewallRules": "free",
	"AWS::Route53Resolver::FirewallRuleGroupAssociation": "per query of the VPC",
};

/** A resource to be; its type says which properties it takes. */
export function awsResource<Type extends AwsRuleResource>(
	type: Type,
	id: string,
	properties: AwsRuleProperties[Type],
	name = id,
): PlannedResource {
	const written = Object.entries(properties).filter(([, value]) => value !== undefined);
	// Properties are plain data, of which members that are undefined are no part.
	return { id, type, name, meter: meters[type], properties: Object.fromEntries(written) as JsonObject };
}
