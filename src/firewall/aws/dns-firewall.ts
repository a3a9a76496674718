import { awsTags } from "../../cloud/aws-tags.js";
import { awsRegion } from "../../configuration/values/identifier.js";
import { inOrder } from "../../egress/order.js";
import type { EgressHost } from "../../egress/plan.js";
import { isAddress } from "../../host.js";
import { compareText } from "../../json.js";
import { made, refused } from "../../outcome.js";
import { error } from "../../problem.js";
import { integer, late, object, textMatching, words } from "../../shape/build.js";
import { type CloudBackend, effectOn } from "../backend.js";
import { titleOf } from "../comment.js";
import { plannedNames } from "../port-hosts.js";
import { portlessEffects } from "../portless-effects.js";
import { notAsked } from "../resolver-effects.js";
import { awsRuleName } from "./names.js";
import { planDnsRules } from "./plan-dns-rules.js";
import type { BlockResponse } from "./properties.js";

/** Options of {@link awsDnsFirewall}; a program may give outputs where text is `Late`. */
export interface AwsDnsFirewallOptions<Late = string> {
	/** What the resolver answers for every other name: that there is none, or that it has no such record. @default "NXDOMAIN" */
	readonly blockResponse?: BlockResponse;
	/** The VPC whose resolver the rules bind. @default - the rule group is attached to none */
	readonly association?: AwsDnsFirewallAssociation<Late>;
	/** Region of the resolver. @default - that of the provider */
	readonly region?: string;
	/** Tags of everything created. @default - none */
	readonly tags?: Readonly<Record<string, string>>;
}

/** A VPC whose resolver the rules bind. */
export interface AwsDnsFirewallAssociation<Late = string> {
	readonly vpcId: Late;
	/**
	 * Place among the rule groups of the VPC, 100 to 9900, each of its own. The rules leave nothing to groups behind them.
	 * @default 9000
	 */
	readonly priority?: number;
}

const limits = {
	domains: {
		most: 50_000,
		of: "domains, in lists of a thousand",
		source: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_UpdateFirewallDomains.html",
	},
};

/**
 * Rules of Route 53 Resolver DNS Firewall for VPCs in which nothing but the planned names may be resolved, such as those
 * of virtual desktops: what is planned is answered, wherever it leads, and nothing else.
 */
export const awsDnsFirewall: CloudBackend<AwsDnsFirewallOptions> = {
	title: "Route 53 Resolver DNS Firewall",
	docs: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-user-managed-domain-lists.html",
	evidence: "read by AWS's cloudformation-validate and by cfn-lint, which do not resolve names",
	names: "exact",
	subdomains: "includes the name itself",
	ports: false,
	clients: false,
	denies: true,
	deniesHosts: true,
	inspects: false,
	cloud: "aws",
	quic: "passes",
	resolves: true,
	revisions: "the lists of domains are updated in place",
	limits,
	options: {
		association: {
			shape: object(
				{
					vpcId: {
						shape: late(textMatching("aws-id", /^vpc-[0-9a-f]{8,17}$/, "is no id of the form vpc-0123456789abcdef0")),
						summary: "The VPC.",
						required: true,
					},
					priority: {
						shape: integer({ min: 100, max: 9900 }),
						summary: "Place among the rule groups of the VPC, each of its own.",
						default: 9000,
					},
				},
				{ name: "AwsDnsFirewallAssociation", summary: "A VPC whose resolver the rules bind." },
			),
			summary: "The VPC whose resolver the rules bind.",
			defaultNote: "the rule group is attached to none",
		},
		blockResponse: {
			shape: words(["NXDOMAIN", "NODATA"]),
			summary: "What the resolver answers for every other name.",
			default: "NXDOMAIN",
		},
		region: { shape: awsRegion, summary: "Region of the resolver.", defaultNote: "that of the provider" },
		tags: { shape: awsTags(), summary: "Tags of everything created.", defaultNote: "none" },
	},
	examples: {
		plain: {},
		associated: { association: { vpcId: "vpc-0123456789abcdef0", priority: 200 }, tags: { team: "network" } },
		denying: { blockResponse: "NODATA", deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] } },
	},
	render(request, options) {
		const kept = request.hosts.filter((host) => whyDropped(host) === undefined);
		const all = plannedNames(kept);
		// Nobody says how deep an entry with a wildcard reaches, so that each name stands for itself.
		const allowed = [...sorted(all.above).map((name) => `*.${name}`), ...sorted(all.exact)];
		const { most, of } = limits.domains;
		if (allowed.length > most) {
			return refused(error("over-limit", [], `would be ${allowed.length} ${of}; at most ${most} are written`));
		}
		const denied = (request.denied ?? []).map(({ host }) => host);
		const rules = { name: awsRuleName(request), title: titleOf(request), allowed, denied };
		return made({
			...planDnsRules(rules, options),
			effects: [
				...inOrder(request.hosts).flatMap((host) => {
					const because = whyDropped(host);
					return because === undefined ? [] : [effectOn(host, "dropped", because)];
				}),
				...portlessEffects(kept, all, {
					itself: (name) => `may also match ${name}, and may not match every depth below it (unverified)`,
					ports: "is answered for every port",
				}),
			],
			notes: [
				"only devices that ask the resolver of a VPC are bound, by an inbound endpoint too, and not those that ask another one",
				"a planned name is answered wherever it leads by CNAME",
			],
		});
	},
};

function sorted(names: ReadonlySet<string>): string[] {
	return [...names].sort(compareText);
}

function whyDropped({ host }: EgressHost): string | undefined {
	if (isAddress(host)) return notAsked;
	return host.includes("_") ? "has an underscore, which no list of domains takes" : undefined;
}
