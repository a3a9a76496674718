import { awsTags } from "../../cloud/aws-tags.js";
import { awsRegion } from "../../configuration/values/identifier.js";
import { made, refused } from "../../outcome.js";
import { error, type Problem, warning } from "../../problem.js";
import { flag, integer, late, object, textMatching, words } from "../../shape/build.js";
import type { CloudBackend, RuleRequest } from "../backend.js";
import { titleOf } from "../comment.js";
import { dropNameless } from "../nameless-ports.js";
import { isTold } from "../suricata-rules.js";
import { awsRuleName } from "./names.js";
import { planRuleGroup, type RuleGroup } from "./plan-rule-group.js";
import { strictRules } from "./strict-rules.js";

/** Options of {@link awsNetworkFirewall}; a program may give outputs where text is `Late`. */
export interface AwsNetworkFirewallOptions<Late = string> {
	/**
	 * Most rules that the rule group may ever have; it counts only when the group is created. Another one makes another
	 * group, of another name. @default 1000
	 */
	readonly capacity?: number;
	/** Whether the clients serve nothing but this plan, so that the rules also drop the rest of what they send. @default false */
	readonly dedicated?: boolean;
	/**
	 * Who says which networks `HOME_NET` is: the clients of the block or the groups, or the policy that the group is part
	 * of, and otherwise the VPC of the firewall. @default "clients"
	 */
	readonly homeNet?: "clients" | "policy";
	/** Whether there is also a policy with this rule group alone, which drops the rest and says so in the log. @default false */
	readonly policy?: boolean;
	/** Where a firewall logs what its rules drop: the one logging configuration that it has. @default - none is created */
	readonly logging?: AwsNetworkFirewallLogging<Late>;
	/** Region of the firewall. @default - that of the provider */
	readonly region?: string;
	/** Tags of everything created. @default - none */
	readonly tags?: Readonly<Record<string, string>>;
}

/** Where a firewall logs alerts. */
export interface AwsNetworkFirewallLogging<Late = string> {
	readonly firewallArn: Late;
	/** Name of a log group of CloudWatch that exists. */
	readonly logGroup: Late;
}

/** https://docs.aws.amazon.com/network-firewall/latest/developerguide/quotas.html */
const quotas = "https://docs.aws.amazon.com/network-firewall/latest/developerguide/quotas.html";

const limits = {
	rules: { most: 30_000, of: "rules in one rule group", source: quotas },
	bytes: {
		most: 1_000_000,
		of: "bytes of rules in a template of CloudFormation, half of what the API takes",
		source:
			"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-networkfirewall-rulegroup-rulessource.html",
	},
};

/** A plan of a deployment has some dozens of hosts. */
const usualCapacity = 1000;

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
		capacity: {
			shape: integer({ min: 1, max: limits.rules.most }),
			summary: "Most rules that the rule group may ever have; another capacity makes another group.",
			default: usualCapacity,
		},
		dedicated: {
			shape: flag,
			summary: "Whether the clients serve nothing but this plan, so that the rules also drop the rest.",
			default: false,
		},
		homeNet: {
			shape: words(["clients", "policy"]),
			summary: "Who says which networks `HOME_NET` is: the clients, or the policy and otherwise the firewall's VPC.",
			default: "clients",
		},
		logging: {
			shape: object(
				{
					firewallArn: {
						shape: late(
							textMatching("aws-arn", /^arn:aws[a-z-]*:network-firewall:.+:firewall\/.+$/, "is no ARN of a firewall"),
						),
						summary: "Firewall whose alerts are logged.",
						required: true,
					},
					logGroup: {
						shape: late(textMatching("log-group", /^[\w.\-/#]{1,512}$/, "is no name of a log group")),
						summary: "Name of a log group of CloudWatch that exists.",
						required: true,
					},
				},
				{ name: "AwsNetworkFirewallLogging", summary: "Where a firewall logs alerts." },
			),
			summary: "Where a firewall logs what its rules drop: the one logging configuration that it has.",
			defaultNote: "none is created",
		},
		policy: {
			shape: flag,
			summary: "Whether there is also a policy with this rule group alone, which drops the rest.",
			default: false,
		},
		region: { shape: awsRegion, summary: "Region of the firewall.", defaultNote: "that of the provider" },
		tags: { shape: awsTags(), summary: "Tags of everything created.", defaultNote: "none" },
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
			rules: text,
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
	const { rules, bytes } = limits;
	if (count > rules.most) {
		return [error("over-limit", [], `would be ${count} ${rules.of}; at most ${rules.most} are taken`)];
	}
	if (count > capacity) {
		const enough = Math.min(rules.most, Math.ceil((count * 4) / 1000) * 1000);
		const message = `are too few for ${count} rules; say ${enough}, which makes another rule group, of another name, and attach that instead`;
		return [error("over-limit", ["capacity"], message)];
	}
	const size = Buffer.byteLength(text);
	if (size <= bytes.most) return [];
	return [error("over-limit", [], `would be ${size} ${bytes.of}; at most ${bytes.most} are written`)];
}

/** Devices behind a transit gateway are not in the VPC of the firewall, which is what it takes for home otherwise. */
function checkHomeNetworks({ clients }: RuleRequest, homeNet: "clients" | "policy"): Problem[] {
	if (homeNet === "policy" || clients) return [];
	const message =
		"says no clients, so that HOME_NET is the VPC of the firewall alone, and nothing matches that comes from elsewhere; name the networks of devices here or in every group, or say homeNet: policy where the policy does";
	return [warning("no-home-networks", [], message)];
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
