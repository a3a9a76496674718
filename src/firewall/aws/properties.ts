import type { Tags } from "../../cloud/aws-tags.js";

/** Where a resource is, and how it is marked. */
interface Marked {
	tags: Tags | undefined;
	/** @default - the provider's */
	region: string | undefined;
}

export type HomeNetworks = {
	ipSets: { key: "HOME_NET"; ipSet: { definitions: string[] } }[];
};

/**
 * What each kind of resource takes, in the words of the Pulumi provider. The kinds are CloudFormation's; where it has a
 * property for what is a resource of its own here, that stands after a dot.
 */
export interface AwsRuleProperties {
	"AWS::NetworkFirewall::RuleGroup": Marked & {
		name: string;
		description: string;
		type: "STATEFUL";
		capacity: number;
		ruleGroup: {
			ruleVariables?: HomeNetworks;
			rulesSource:
				| { rulesString: string }
				| { rulesSourceList: { generatedRulesType: "ALLOWLIST"; targetTypes: string[]; targets: string[] } };
			statefulRuleOptions: { ruleOrder: "STRICT_ORDER" };
		};
	};
	"AWS::NetworkFirewall::FirewallPolicy": Marked & {
		name: string;
		description: string;
		firewallPolicy: {
			statelessDefaultActions: string[];
			statelessFragmentDefaultActions: string[];
			statefulEngineOptions: { ruleOrder: "STRICT_ORDER"; streamExceptionPolicy: "REJECT" };
			statefulDefaultActions: string[];
			statefulRuleGroupReferences: { resourceArn: string; priority: number }[];
		};
	};
	"AWS::NetworkFirewall::LoggingConfiguration": {
		firewallArn: string;
		loggingConfiguration: {
			logDestinationConfigs: {
				logDestinationType: "CloudWatchLogs";
				logType: "ALERT";
				logDestination: { logGroup: string };
			}[];
		};
		region: string | undefined;
	};
	"AWS::Route53Resolver::FirewallDomainList": Marked & { name: string; domains: string[] };
	"AWS::Route53Resolver::FirewallRuleGroup": Marked & { name: string };
	"AWS::Route53Resolver::FirewallRuleGroup.FirewallRules": {
		name: string;
		firewallRuleGroupId: string;
		firewallDomainListId: string;
		priority: number;
		action: "ALLOW" | "BLOCK";
		blockResponse?: BlockResponse;
		firewallDomainRedirectionAction?: "TRUST_REDIRECTION_DOMAIN";
		region: string | undefined;
	};
	"AWS::Route53Resolver::FirewallRuleGroupAssociation": Marked & {
		name: string;
		firewallRuleGroupId: string;
		vpcId: string;
		priority: number;
		mutationProtection: "DISABLED";
	};
}

/** What a resolver answers for a name that is blocked: that there is no such name, or that it has no such record. */
export type BlockResponse = "NXDOMAIN" | "NODATA";
