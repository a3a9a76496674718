import { awsTags } from "../../cloud/aws-tags.js";
import { awsRegion } from "../../configuration/values/identifier.js";
import type { Limit } from "../../evidence.js";
import { error, type Problem, warning } from "../../problem.js";
import { flag, integer, late, object, textMatching, words } from "../../shape/build.js";
import type { Member } from "../../shape/shape.js";
import type { RuleRequest } from "../backend.js";

/** Options of every rule group; a program may give outputs where text is `Late`. */
export interface RuleGroupOptions<Late = string> {
	/**
	 * Most rules that the rule group may ever have; it counts only when the group is created. Another one makes another
	 * group, of another name. @default 1000
	 */
	readonly capacity?: number;
	/**
	 * Who says which networks `HOME_NET` is: the clients of the block or the groups, or the policy that the group is part
	 * of, and otherwise the VPC of the firewall. @default "clients"
	 */
	readonly homeNet?: "clients" | "policy";
	/** Whether there is also a policy with these rules alone, which drops the rest and says so in the log. @default false */
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

/** What every rule group takes at most. */
export const ruleLimit: Limit = {
	most: 30_000,
	of: "rules in one rule group",
	source: "https://docs.aws.amazon.com/network-firewall/latest/developerguide/quotas.html",
};

/** A plan of a deployment has some dozens of hosts. */
export const usualCapacity = 1000;

/** {@link RuleGroupOptions} as members of a block. */
export const ruleGroupOptions = {
	capacity: {
		shape: integer({ min: 1, max: ruleLimit.most }),
		summary: "Most rules that the rule group may ever have; another capacity makes another group.",
		default: usualCapacity,
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
						textMatching(
							"aws-arn",
							/^arn:aws[a-z-]*:network-firewall:[a-z0-9-]+:\d{12}:firewall\/[a-zA-Z0-9-]{1,128}$/,
							"is no ARN of a firewall",
						),
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
		summary: "Whether there is also a policy with these rules alone, which drops the rest.",
		default: false,
	},
	region: { shape: awsRegion, summary: "Region of the firewall.", defaultNote: "that of the provider" },
	tags: { shape: awsTags(), summary: "Tags of everything created.", defaultNote: "none" },
} satisfies Readonly<Record<keyof RuleGroupOptions, Member>>;

/** Devices behind a transit gateway are not in the VPC of the firewall, which is what it takes for home otherwise. */
export function checkHomeNetworks({ clients }: RuleRequest, homeNet: "clients" | "policy"): Problem[] {
	if (homeNet === "policy" || clients) return [];
	const message =
		"says no clients, so that HOME_NET is the VPC of the firewall alone, and nothing matches that comes from elsewhere; name the networks of devices here or in every group, or say homeNet: policy where the policy does";
	return [warning("no-home-networks", [], message)];
}

/** Whether a rule group can have so many rules; paths start at the block. */
export function checkCapacity(count: number, capacity: number): Problem[] {
	const { most, of } = ruleLimit;
	if (count > most) return [error("over-limit", [], `would be ${count} ${of}; at most ${most} are taken`)];
	if (count <= capacity) return [];
	const message = `are too few for ${count} rules; say ${enoughFor(count)}, which makes another rule group, of another name, and attach that instead`;
	return [error("over-limit", ["capacity"], message)];
}

/** A capacity that leaves room to grow. */
export function enoughFor(count: number): number {
	return Math.min(ruleLimit.most, Math.ceil((count * 4) / 1000) * 1000);
}
