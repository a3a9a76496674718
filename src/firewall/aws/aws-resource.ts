import { resourcesOf } from "../../cloud/plan-resource.js";
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
export const awsResource = resourcesOf<AwsRuleProperties>(meters);
