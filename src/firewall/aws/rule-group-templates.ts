import type { JsonObject } from "../../json.js";
import type { RuleFile } from "../backend.js";
import { attribute, type Stack, tagList, templateFile } from "./cloud-formation.js";
import {
	defaultActions,
	groupName,
	type PlanOptions,
	partOf,
	priorityOf,
	type RuleGroups,
	type RulePart,
	type RulesSource,
} from "./rule-groups.js";

/**
 * A template for each rule group, because one for all would be larger than CloudFormation takes. That of the last, which
 * is always there, has the policy, too, which refers to the others by their names.
 */
export function groupTemplates(groups: RuleGroups, options: PlanOptions): RuleFile[] {
	const { policy: _, logging: __, ...ofEach } = options;
	return groups.parts.map((part) =>
		templateFile(stackOf(groups, part, part.place === 0 ? options : ofEach), partOf("template", part)),
	);
}

function stackOf(groups: RuleGroups, part: RulePart, { policy = false, logging, tags }: PlanOptions): Stack {
	const { title, capacity, homeNetworks } = groups;
	const variables: JsonObject = homeNetworks
		? { RuleVariables: { IPSets: { HOME_NET: { Definition: homeNetworks } } } }
		: {};
	return {
		description: title,
		resources: {
			RuleGroup: {
				Type: "AWS::NetworkFirewall::RuleGroup",
				Properties: {
					RuleGroupName: groupName(groups, part),
					Description: title,
					Type: "STATEFUL",
					Capacity: capacity,
					RuleGroup: {
						...variables,
						RulesSource: writtenSource(part.source),
						StatefulRuleOptions: { RuleOrder: "STRICT_ORDER" },
					},
					...tagList(tags),
				},
			},
			...(policy && { Policy: policyOf(groups, tags) }),
			...(logging && {
				Logging: {
					Type: "AWS::NetworkFirewall::LoggingConfiguration",
					Properties: {
						FirewallArn: logging.firewallArn,
						LoggingConfiguration: {
							LogDestinationConfigs: [
								{
									LogDestinationType: "CloudWatchLogs",
									LogType: "ALERT",
									LogDestination: { logGroup: logging.logGroup },
								},
							],
						},
					},
				},
			}),
		},
		outputs: {
			RuleGroupArn: attribute("RuleGroup", "RuleGroupArn"),
			...(policy && { PolicyArn: attribute("Policy", "FirewallPolicyArn") }),
		},
	};
}

function writtenSource(source: RulesSource): JsonObject {
	if ("rulesString" in source) return { RulesString: source.rulesString };
	const Targets = source.domains;
	return { RulesSourceList: { GeneratedRulesType: "ALLOWLIST", TargetTypes: ["TLS_SNI", "HTTP_HOST"], Targets } };
}

function policyOf(groups: RuleGroups, tags: PlanOptions["tags"]) {
	const { name, title, parts } = groups;
	return {
		Type: "AWS::NetworkFirewall::FirewallPolicy",
		Properties: {
			FirewallPolicyName: name,
			Description: title,
			FirewallPolicy: {
				StatelessDefaultActions: ["aws:forward_to_sfe"],
				StatelessFragmentDefaultActions: ["aws:forward_to_sfe"],
				StatefulEngineOptions: { RuleOrder: "STRICT_ORDER", StreamExceptionPolicy: "REJECT" },
				StatefulDefaultActions: defaultActions,
				StatefulRuleGroupReferences: parts.map((part) => ({
					ResourceArn: arnOf(groups, part),
					Priority: priorityOf(part),
				})),
			},
			...tagList(tags),
		},
	};
}

/** Of the one in the same stack, and of others by their names. */
function arnOf(groups: RuleGroups, part: RulePart): JsonObject {
	if (part.place === 0) return attribute("RuleGroup", "RuleGroupArn");
	// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsnetworkfirewall.html
	const of = (name: string) => ({ Ref: `AWS::${name}` });
	const resource = `stateful-rulegroup/${groupName(groups, part)}`;
	return { "Fn::Join": [":", ["arn", of("Partition"), "network-firewall", of("Region"), of("AccountId"), resource]] };
}
