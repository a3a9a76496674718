import type { PlannedResource } from "../../cloud/planned-resource.js";
import type { JsonObject } from "../../json.js";
import { token } from "../../reference/token.js";
import type { RuleFile, RuleSet } from "../backend.js";
import { linesOf } from "../comment.js";
import type { RulePlan } from "../rule-plan.js";
import { shortName } from "../short-name.js";
import { awsResource } from "./aws-resource.js";
import { attribute, type Stack, tagList, templateFile } from "./cloud-formation.js";
import type { AwsDnsFirewallOptions } from "./dns-firewall.js";

/** What a resolver is to answer. */
export interface DnsRules {
	readonly name: string;
	readonly title: string;
	/** As lists have them: a name, or `*.` and a name. */
	readonly allowed: readonly string[];
	readonly denied: readonly string[];
}

/** A list of domains with the rule that uses it. */
interface ListedRule {
	/** Distinct, and the same whatever the hosts are. */
	readonly id: string;
	/** Of the list and of its rule. */
	readonly name: string;
	readonly action: "ALLOW" | "BLOCK";
	readonly priority: number;
	readonly domains: readonly string[];
}

/** A call that updates a list takes so many. https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_UpdateFirewallDomains.html */
const longestList = 1000;

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_CreateFirewallRuleGroup.html */
const longestName = 64;

/** The first rule that matches decides: denied, planned, and everything else. */
const places = { denied: 100, allowed: 1000, rest: 9000 };

/** Rules with their lists and the VPC, as what is placed and as what people read. */
export function planDnsRules(rules: DnsRules, options: AwsDnsFirewallOptions): Pick<RuleSet, "plan" | "files"> {
	const listed = listedRules(rules);
	const files = [
		listFile("allow.txt", rules.allowed),
		...(rules.denied.length > 0 ? [listFile("deny.txt", rules.denied)] : []),
		templateFile(stackOf(rules, listed, options)),
	];
	return { plan: planOf(rules, listed, options), files };
}

/** A domain a line, as a list of domains is imported. */
function listFile(name: string, domains: readonly string[]): RuleFile {
	return { name, mediaType: "text/plain", content: linesOf(domains) };
}

function listedRules({ name, allowed, denied }: DnsRules): ListedRule[] {
	const named = (suffix: string) => `${shortName(name, longestName - suffix.length)}${suffix}`;
	const split = (action: "ALLOW" | "BLOCK", word: string, place: number, domains: readonly string[]): ListedRule[] =>
		Array.from({ length: Math.ceil(domains.length / longestList) }, (_, index) => ({
			id: `${word.toLowerCase()}-${index + 1}`,
			name: named(`-${word}-${index + 1}`),
			action,
			priority: place + 10 * index,
			domains: domains.slice(index * longestList, (index + 1) * longestList),
		}));
	return [
		...split("BLOCK", "Deny", places.denied, denied),
		...split("ALLOW", "Allow", places.allowed, allowed),
		{ id: "rest", name: named("-Rest"), action: "BLOCK", priority: places.rest, domains: ["*"] },
	];
}

function planOf(rules: DnsRules, listed: readonly ListedRule[], options: AwsDnsFirewallOptions): RulePlan {
	const { blockResponse = "NXDOMAIN", association, region, tags } = options;
	const marked = { region, tags };
	const lists = listed.map(({ id, name, domains }): PlannedResource => {
		const properties = { ...marked, name, domains: [...domains] };
		const list = awsResource("AWS::Route53Resolver::FirewallDomainList", `${id}-domains`, properties, { name });
		// The resolver gives back `*` with a dot, which would look like a change for ever.
		return id === "rest" ? { ...list, fixed: ["domains"] } : list;
	});
	const groupName = shortName(rules.name, longestName);
	const group = awsResource(
		"AWS::Route53Resolver::FirewallRuleGroup",
		"rule-group",
		{ ...marked, name: groupName },
		{ name: groupName },
	);
	const firewallRuleGroupId = token("rule-group.id");
	const uses = listed.map(({ id, name, action, priority }) =>
		awsResource(
			"AWS::Route53Resolver::FirewallRuleGroup.FirewallRules",
			`${id}-rule`,
			{
				name,
				firewallRuleGroupId,
				firewallDomainListId: token(`${id}-domains.id`),
				priority,
				action,
				...(action === "ALLOW" ? { firewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN" } : { blockResponse }),
				region,
			},
			{ name },
		),
	);
	const resources = [...lists, group, ...uses];
	if (association) {
		const { vpcId, priority = usualPriority } = association;
		const properties = {
			...marked,
			name: groupName,
			firewallRuleGroupId,
			vpcId,
			priority,
			mutationProtection: "DISABLED" as const,
		};
		// A group that blocks the rest before it allows anything would cut a VPC off.
		const after = uses.map(({ id }) => id);
		const named = { name: groupName, after };
		resources.push(awsResource("AWS::Route53Resolver::FirewallRuleGroupAssociation", "association", properties, named));
	}
	return { resources, outputs: { ruleGroupId: firewallRuleGroupId, ruleGroupArn: token("rule-group.arn") } };
}

/** Behind other rule groups of a VPC: nothing that stands behind this one is asked. */
const usualPriority = 9000;

function stackOf(rules: DnsRules, listed: readonly ListedRule[], options: AwsDnsFirewallOptions): Stack {
	const { blockResponse = "NXDOMAIN", association, tags } = options;
	const name = shortName(rules.name, longestName);
	const lists = listed.map(({ id, name, domains }) => {
		const properties: JsonObject = { Name: name, Domains: domains, ...tagList(tags) };
		return [logicalId(id), { Type: "AWS::Route53Resolver::FirewallDomainList", Properties: properties }] as const;
	});
	const uses = listed.map(
		({ id, action, priority }): JsonObject => ({
			Action: action,
			FirewallDomainListId: attribute(logicalId(id), "Id"),
			Priority: priority,
			...(action === "ALLOW"
				? { FirewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN" }
				: { BlockResponse: blockResponse }),
		}),
	);
	const groupId = attribute("RuleGroup", "Id");
	return {
		description: rules.title,
		resources: {
			...Object.fromEntries(lists),
			RuleGroup: {
				Type: "AWS::Route53Resolver::FirewallRuleGroup",
				Properties: { Name: name, FirewallRules: uses, ...tagList(tags) },
			},
			...(association && {
				Association: {
					Type: "AWS::Route53Resolver::FirewallRuleGroupAssociation",
					Properties: {
						Name: name,
						FirewallRuleGroupId: groupId,
						VpcId: association.vpcId,
						Priority: association.priority ?? usualPriority,
						MutationProtection: "DISABLED",
						...tagList(tags),
					},
				},
			}),
		},
		outputs: { RuleGroupId: groupId, RuleGroupArn: attribute("RuleGroup", "Arn") },
	};
}

/** `Allow1Domains` of `allow-1`. */
function logicalId(id: string): string {
	const words = id.split("-").map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
	return `${words.join("")}Domains`;
}
