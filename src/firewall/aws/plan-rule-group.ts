import type { JsonObject } from "../../json.js";
import { token } from "../../reference/token.js";
import type { RuleFile, RuleSet } from "../backend.js";
import { linesOf } from "../comment.js";
import type { RulePlan } from "../rule-plan.js";
import { awsResource } from "./aws-resource.js";
import { attribute, type Stack, tagList, templateFile } from "./cloud-formation.js";
import type { AwsRuleProperties } from "./properties.js";
import type { RuleGroupOptions } from "./rule-group-options.js";

/** What a rule group is to be. */
export interface RuleGroup {
	readonly name: string;
	readonly title: string;
	readonly source: RulesSource;
	readonly capacity: number;
	/** Networks in CIDR notation; absent where the policy says them. */
	readonly homeNetworks?: readonly string[];
}

/** Rules in the language of Suricata, or names that AWS makes rules of, one that starts with a dot for itself and what is below it. */
type RulesSource = { readonly rulesString: string } | { readonly domains: readonly string[] };

type Options = Pick<RuleGroupOptions, "policy" | "logging" | "region" | "tags">;

/** A TLS hello may come in several packets, none of which shows a name by itself; and only what devices send is dropped. */
const defaultActions = ["aws:drop_established_app_layer_to_server", "aws:alert_established_app_layer_to_server"];

/** Room before and behind, for groups that a team adds. */
const priority = 100;

/** A rule group and what goes with it, as what is placed and as what people read. */
export function planRuleGroup(group: RuleGroup, options: Options): Pick<RuleSet, "plan" | "files"> {
	return { plan: planOf(group, options), files: [sourceFile(group), templateFile(stackOf(group, options))] };
}

function sourceFile({ source }: RuleGroup): RuleFile {
	const mediaType = "text/plain";
	if ("domains" in source) return { name: "domains.txt", mediaType, content: linesOf(source.domains) };
	return { name: "claude.rules", mediaType, content: source.rulesString };
}

/** Capacity counts only at creation: a name that stayed would stand in the way of the group that is to follow. */
function nameOf({ name, capacity }: RuleGroup): string {
	return `${name}-C${capacity}`;
}

function planOf(group: RuleGroup, { policy = false, logging, region, tags }: Options): RulePlan {
	const { title: description, capacity, homeNetworks, source } = group;
	const name = nameOf(group);
	const marked = { region, tags };
	const ruleGroup = awsResource(
		"AWS::NetworkFirewall::RuleGroup",
		"rule-group",
		{
			...marked,
			name,
			description,
			type: "STATEFUL",
			capacity,
			ruleGroup: {
				...(homeNetworks && {
					ruleVariables: { ipSets: [{ key: "HOME_NET", ipSet: { definitions: [...homeNetworks] } }] },
				}),
				rulesSource: plannedSource(source),
				statefulRuleOptions: { ruleOrder: "STRICT_ORDER" },
			},
		},
		name,
	);
	const ruleGroupArn = token("rule-group.arn");
	const resources = [ruleGroup];
	if (policy) {
		const firewallPolicy = {
			statelessDefaultActions: ["aws:forward_to_sfe"],
			statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
			statefulEngineOptions: { ruleOrder: "STRICT_ORDER", streamExceptionPolicy: "REJECT" } as const,
			statefulDefaultActions: defaultActions,
			statefulRuleGroupReferences: [{ resourceArn: ruleGroupArn, priority }],
		};
		const properties = { ...marked, name: group.name, description, firewallPolicy };
		resources.push(awsResource("AWS::NetworkFirewall::FirewallPolicy", "policy", properties, group.name));
	}
	if (logging) {
		const { firewallArn, logGroup } = logging;
		const loggingConfiguration = {
			logDestinationConfigs: [
				{ logDestinationType: "CloudWatchLogs", logType: "ALERT", logDestination: { logGroup } } as const,
			],
		};
		const properties = { firewallArn, loggingConfiguration, region };
		resources.push(awsResource("AWS::NetworkFirewall::LoggingConfiguration", "logging", properties));
	}
	return { resources, outputs: { ruleGroupArn, ...(policy && { policyArn: token("policy.arn") }) } };
}

function plannedSource(
	source: RulesSource,
): AwsRuleProperties["AWS::NetworkFirewall::RuleGroup"]["ruleGroup"]["rulesSource"] {
	if ("rulesString" in source) return source;
	const targets = [...source.domains];
	return { rulesSourceList: { generatedRulesType: "ALLOWLIST", targetTypes: ["TLS_SNI", "HTTP_HOST"], targets } };
}

function writtenSource(source: RulesSource): JsonObject {
	if ("rulesString" in source) return { RulesString: source.rulesString };
	const Targets = source.domains;
	return { RulesSourceList: { GeneratedRulesType: "ALLOWLIST", TargetTypes: ["TLS_SNI", "HTTP_HOST"], Targets } };
}

function stackOf(group: RuleGroup, { policy = false, logging, tags }: Options): Stack {
	const { title, capacity, homeNetworks, source } = group;
	const ruleGroupArn = attribute("RuleGroup", "RuleGroupArn");
	const variables: JsonObject = homeNetworks
		? { RuleVariables: { IPSets: { HOME_NET: { Definition: homeNetworks } } } }
		: {};
	return {
		description: title,
		resources: {
			RuleGroup: {
				Type: "AWS::NetworkFirewall::RuleGroup",
				Properties: {
					RuleGroupName: nameOf(group),
					Description: title,
					Type: "STATEFUL",
					Capacity: capacity,
					RuleGroup: {
						...variables,
						RulesSource: writtenSource(source),
						StatefulRuleOptions: { RuleOrder: "STRICT_ORDER" },
					},
					...tagList(tags),
				},
			},
			...(policy && { Policy: policyOf(group, ruleGroupArn, tags) }),
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
			RuleGroupArn: ruleGroupArn,
			...(policy && { PolicyArn: attribute("Policy", "FirewallPolicyArn") }),
		},
	};
}

function policyOf({ name, title }: RuleGroup, ruleGroupArn: JsonObject, tags: Options["tags"]) {
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
				StatefulRuleGroupReferences: [{ ResourceArn: ruleGroupArn, Priority: priority }],
			},
			...tagList(tags),
		},
	};
}
