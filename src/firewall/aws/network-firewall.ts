import { made } from "../../outcome.js";
import { flag } from "../../shape/build.js";
import type { CloudBackend } from "../backend.js";
import { titleOf } from "../comment.js";
import { dropNameless } from "../nameless-ports.js";
import { isTold } from "../suricata-rules.js";
import { awsRuleName } from "./names.js";
import { planRuleGroups } from "./plan-rule-groups.js";
import { policyLimits, policyParts } from "./policy-parts.js";
import {
	checkHomeNetworks,
	type RuleGroupOptions,
	ruleGroupOptions,
	ruleLimit,
	usualCapacity,
} from "./rule-group-options.js";
import { groupName, type RuleGroups } from "./rule-groups.js";
import { bytesLimit } from "./split-rules.js";
import { strictRules } from "./strict-rules.js";

/** Options of {@link awsNetworkFirewall}; a program may give outputs where text is `Late`. */
export interface AwsNetworkFirewallOptions<Late = string> extends RuleGroupOptions<Late> {
	/** Whether the clients serve nothing but this plan, so that the rules also drop the rest of what they send. @default false */
	readonly dedicated?: boolean;
}

/**
 * A stateful rule group of AWS Network Firewall in strict order, for the policy of the firewall that devices' traffic
 * comes through; several, where one does not hold the rules. It passes what is planned, and leaves the rest to the groups
 * behind it and to the policy.
 */
export const awsNetworkFirewall: CloudBackend<AwsNetworkFirewallOptions> = {
	title: "AWS Network Firewall",
	docs: "https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-how-to-provide-rules.html",
	evidence:
		"read by suricata -T and over recorded traffic; the template by AWS's cloudformation-validate and by cfn-lint",
	names: "exact",
	subdomains: "exact",
	ports: true,
	clients: true,
	denies: "dedicated",
	deniesHosts: true,
	inspects: false,
	cloud: "aws",
	quic: "as the rest",
	revisions: "the rule group is updated in place",
	limits: { rules: ruleLimit, bytes: bytesLimit, ...policyLimits },
	options: {
		...ruleGroupOptions,
		dedicated: {
			shape: flag,
			summary: "Whether the clients serve nothing but this plan, so that the rules also drop the rest.",
			default: false,
		},
	},
	examples: {
		plain: { homeNet: "policy" },
		clients: { clients: ["10.20.0.0/16", "2001:db8:20::/48"], tags: { team: "network" } },
		dedicated: { dedicated: true, clients: ["10.20.0.0/16"], capacity: 2000 },
		policy: {
			policy: true,
			clients: ["10.20.0.0/16"],
			logging: {
				firewallArn: "arn:aws:network-firewall:eu-central-1:123456789012:firewall/egress",
				logGroup: "/network-firewall/egress",
			},
		},
		denying: {
			dedicated: true,
			homeNet: "policy",
			deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] },
		},
	},
	render(request, options) {
		const { capacity = usualCapacity, dedicated = false, homeNet = "clients" } = options;
		const rules = strictRules(request, dedicated);
		const { value: parts, problems } = policyParts(rules, capacity);
		if (!parts) return { problems };
		const homeNetworks = homeNet === "clients" ? request.clients : undefined;
		const groups: RuleGroups = {
			name: awsRuleName(request),
			title: titleOf(request),
			capacity,
			...(homeNetworks && { homeNetworks }),
			parts,
		};
		return made(
			{
				...planRuleGroups(groups, options),
				effects: dropNameless(request.hosts.filter((host) => !isTold(host))),
				notes: [...splitNotes(groups, options), ...notesOf(options)],
			},
			checkHomeNetworks(request, homeNet),
		);
	},
};

/** What people must do because there are several groups. */
function splitNotes(groups: RuleGroups, { policy = false }: AwsNetworkFirewallOptions): string[] {
	const { parts } = groups;
	if (parts.length === 1) return [];
	const names = parts.map((part) => groupName(groups, part)).join(", ");
	const several = `one rule group does not hold these rules, so that there are ${names}`;
	if (policy) {
		return [
			`${several}; of the templates, template.json is deployed last, because its policy refers to the groups of the others`,
		];
	}
	return [
		`${several}: attach all of them in this order, the last with the highest number as its priority; a plan that grows further moves names to new groups, which pass nothing until they are attached, and a larger capacity leaves room for it`,
	];
}

function notesOf({ policy = false, dedicated = false }: AwsNetworkFirewallOptions): string[] {
	const action = "aws:drop_established_app_layer_to_server";
	const rest = dedicated ? "packets before a name is known are" : "what these rules do not pass is";
	const ofPolicy = `${rest} left to the groups behind this one and to the default actions of the policy, which must be in strict order; choose ${action} there, because aws:drop_established drops a hello of TLS that comes in several packets`;
	return [
		...(policy ? [] : [ofPolicy]),
		"a hello of TLS without a name, or with an encrypted one (ECH), matches no rule that passes",
		"a name is what the client says; that the address is one of it is checked only by Route53ResolvedIPValidation of a policy, which neither CloudFormation nor Pulumi can set yet",
	];
}
