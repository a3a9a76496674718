import type { PlannedResource } from "../../cloud/planned-resource.js";
import { token } from "../../reference/token.js";
import type { RuleFile, RuleSet } from "../backend.js";
import { linesOf } from "../comment.js";
import type { RulePlan } from "../rule-plan.js";
import { awsResource } from "./aws-resource.js";
import type { AwsRuleProperties } from "./properties.js";
import { groupTemplates } from "./rule-group-templates.js";
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

/** Rule groups and what goes with them, as what is placed and as what people read. */
export function planRuleGroups(groups: RuleGroups, options: PlanOptions): Pick<RuleSet, "plan" | "files"> {
	return {
		plan: planOf(groups, options),
		files: [...groups.parts.map(sourceFile), ...groupTemplates(groups, options)],
	};
}

function sourceFile(part: RulePart): RuleFile {
	const mediaType = "text/plain";
	const { source } = part;
	if ("domains" in source) {
		return { name: `${partOf("domains", part)}.txt`, mediaType, content: linesOf(source.domains) };
	}
	return { name: `${partOf("claude", part)}.rules`, mediaType, content: source.rulesString };
}

function planOf(groups: RuleGroups, { policy = false, logging, region, tags }: PlanOptions): RulePlan {
	const { name, title: description, parts } = groups;
	const marked = { region, tags };
	const resources = plannedGroups(groups, marked);
	if (policy) {
		const firewallPolicy = {
			statelessDefaultActions: ["aws:forward_to_sfe"],
			statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
			statefulEngineOptions: { ruleOrder: "STRICT_ORDER", streamExceptionPolicy: "REJECT" } as const,
			statefulDefaultActions: defaultActions,
			statefulRuleGroupReferences: parts.map((part) => ({ resourceArn: arnOf(part), priority: priorityOf(part) })),
		};
		const properties = { ...marked, name, description, firewallPolicy };
		resources.push(awsResource("AWS::NetworkFirewall::FirewallPolicy", "policy", properties, { name }));
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
	const arns = Object.fromEntries(parts.map((part) => [arnOutput(part), arnOf(part)]));
	return { resources, outputs: { ...arns, ...(policy && { policyArn: token("policy.arn") }) } };
}

/** One after the other: a group gives up rules only once those before it, which take them over, have them. */
function plannedGroups(
	groups: RuleGroups,
	marked: Pick<AwsRuleProperties["AWS::NetworkFirewall::RuleGroup"], "region" | "tags">,
): PlannedResource[] {
	const { title: description, capacity, homeNetworks } = groups;
	const planned: PlannedResource[] = [];
	for (const part of groups.parts) {
		const name = groupName(groups, part);
		const properties = {
			...marked,
			name,
			description,
			type: "STATEFUL" as const,
			capacity,
			ruleGroup: {
				...(homeNetworks && {
					ruleVariables: { ipSets: [{ key: "HOME_NET" as const, ipSet: { definitions: [...homeNetworks] } }] },
				}),
				rulesSource: plannedSource(part.source),
				statefulRuleOptions: { ruleOrder: "STRICT_ORDER" as const },
			},
		};
		const before = planned.at(-1);
		const named = { name, ...(before && { after: [before.id] }) };
		planned.push(awsResource("AWS::NetworkFirewall::RuleGroup", idOf(part), properties, named));
	}
	return planned;
}

function idOf(part: RulePart): string {
	return partOf("rule-group", part);
}

function arnOf(part: RulePart): string {
	return token(`${idOf(part)}.arn`);
}

/** `ruleGroupPart8Arn`, or `ruleGroupArn` of the one that is always there. */
function arnOutput({ place }: RulePart): string {
	return place === 0 ? "ruleGroupArn" : `ruleGroupPart${place}Arn`;
}

function plannedSource(
	source: RulesSource,
): AwsRuleProperties["AWS::NetworkFirewall::RuleGroup"]["ruleGroup"]["rulesSource"] {
	if ("rulesString" in source) return source;
	const targets = [...source.domains];
	return { rulesSourceList: { generatedRulesType: "ALLOWLIST", targetTypes: ["TLS_SNI", "HTTP_HOST"], targets } };
}
