import { made, refused } from "../../outcome.js";
import { error, type Problem } from "../../problem.js";
import { flag } from "../../shape/build.js";
import type { CloudBackend } from "../backend.js";
import { titleOf } from "../comment.js";
import { dropNameless } from "../nameless-ports.js";
import { isTold } from "../suricata-rules.js";
import { awsRuleName } from "./names.js";
import { planRuleGroup, type RuleGroup } from "./plan-rule-group.js";
import {
	checkCapacity,
	checkHomeNetworks,
	type RuleGroupOptions,
	ruleGroupOptions,
	ruleLimit,
	usualCapacity,
} from "./rule-group-options.js";
import { strictRules } from "./strict-rules.js";

/** Options of {@link awsNetworkFirewall}; a program may give outputs where text is `Late`. */
export interface AwsNetworkFirewallOptions<Late = string> extends RuleGroupOptions<Late> {
	/** Whether the clients serve nothing but this plan, so that the rules also drop the rest of what they send. @default false */
	readonly dedicated?: boolean;
}

const limits = {
	rules: ruleLimit,
	bytes: {
		most: 1_000_000,
		of: "bytes of rules in a template of CloudFormation, half of what the API takes",
		source:
			"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-networkfirewall-rulegroup-rulessource.html",
	},
};

/**
 * A stateful rule group of AWS Network Firewall in strict order, for the policy of the firewall that devices' traffic
 * comes through. It passes what is planned, and leaves the rest to the groups behind it and to the policy.
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
	limits,
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
		const { text, count } = strictRules(request, dedicated);
		const problems = checkSize(count, capacity, text);
		if (problems.length > 0) return refused(...problems);
		const homeNetworks = homeNet === "clients" ? request.clients : undefined;
		const group: RuleGroup = {
			name: awsRuleName(request),
			title: titleOf(request),
			source: { rulesString: text },
			capacity,
			...(homeNetworks && { homeNetworks }),
		};
		return made(
			{
				...planRuleGroup(group, options),
				effects: dropNameless(request.hosts.filter((host) => !isTold(host))),
				notes: notesOf(options),
			},
			checkHomeNetworks(request, homeNet),
		);
	},
};

function checkSize(count: number, capacity: number, text: string): Problem[] {
	const { bytes } = limits;
	const tooMany = checkCapacity(count, capacity);
	if (tooMany.length > 0) return tooMany;
	const size = Buffer.byteLength(text);
	if (size <= bytes.most) return [];
	return [error("over-limit", [], `would be ${size} ${bytes.of}; at most ${bytes.most} are written`)];
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
