import type { AwsRuleResource } from "../../firewall/aws/aws-resource.js";
import type { AwsRuleProperties } from "../../firewall/aws/properties.js";
import { alone, type Placer, withArn, withId } from "../placer.js";
import type { Filled } from "./filled.js";
import { awsSdk } from "./sdk.js";

/** How each kind of resource that holds rules is created, and what of it others refer to. */
export const awsFirewallResources: { readonly [Type in AwsRuleResource]: Placer<Filled<AwsRuleProperties[Type]>> } = {
	"AWS::NetworkFirewall::RuleGroup": (name, properties, opts) =>
		withArn(new (awsSdk.module("networkfirewall/index.js").RuleGroup)(name, properties, opts)),
	"AWS::NetworkFirewall::FirewallPolicy": (name, properties, opts) =>
		withArn(new (awsSdk.module("networkfirewall/index.js").FirewallPolicy)(name, properties, opts)),
	"AWS::NetworkFirewall::LoggingConfiguration": (name, properties, opts) =>
		alone(new (awsSdk.module("networkfirewall/index.js").LoggingConfiguration)(name, properties, opts)),
	"AWS::Route53Resolver::FirewallDomainList": (name, properties, opts) =>
		withId(new (awsSdk.module("route53/index.js").ResolverFirewallDomainList)(name, properties, opts)),
	"AWS::Route53Resolver::FirewallRuleGroup": (name, properties, opts) => {
		const resource = new (awsSdk.module("route53/index.js").ResolverFirewallRuleGroup)(name, properties, opts);
		return { resource, outputs: { id: resource.id, arn: resource.arn } };
	},
	"AWS::Route53Resolver::FirewallRuleGroup.FirewallRules": (name, properties, opts) =>
		alone(new (awsSdk.module("route53/index.js").ResolverFirewallRule)(name, properties, opts)),
	"AWS::Route53Resolver::FirewallRuleGroupAssociation": (name, properties, opts) =>
		alone(new (awsSdk.module("route53/index.js").ResolverFirewallRuleGroupAssociation)(name, properties, opts)),
};
