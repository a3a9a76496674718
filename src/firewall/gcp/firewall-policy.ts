import { outputOf } from "../../cloud/plan-resource.js";
import { inOrder } from "../../egress/order.js";
import type { EgressHost } from "../../egress/plan.js";
import { isAddress } from "../../host.js";
import { made, refused } from "../../outcome.js";
import { error, type Problem } from "../../problem.js";
import { flag } from "../../shape/build.js";
import { type CloudBackend, type Effect, effectOn, type RuleRequest } from "../backend.js";
import { titleOf } from "../comment.js";
import { familyOf, ofFamily } from "../families.js";
import { planFile, type RulePlan } from "../rule-plan.js";
import { checkSharedPolicy, type DeviceOptions, deviceMembers, standing } from "./devices.js";
import { type PolicyRule, policyRules } from "./policy-rules.js";
import { claimsOf, defaultFirstPriority, firstPriority, prioritiesFrom, sharedPolicyNote } from "./priorities.js";
import { resource } from "./resource.js";
import { resourceName } from "./resource-name.js";

export interface GcpFirewallPolicyOptions<Late = string> extends DeviceOptions<Late> {
	/** Network that a policy of its own is associated with, such as `projects/p/global/networks/n`. @default - none yet */
	readonly network?: Late;
	/** Whether the machines serve these devices alone, so that everything else is denied to them. @default false */
	readonly dedicated?: boolean;
	/** Whether connections that the rules decide about are logged. @default false */
	readonly log?: boolean;
	/** Priority before all of these rules, which keep some 65 million behind it. @default 1000000 */
	readonly firstPriority?: number;
}

const rulePage = "https://cloud.google.com/compute/docs/reference/rest/v1/networkFirewallPolicies";

const limits = {
	names: { most: 100, of: "names in one rule; more become rules of their own", source: rulePage },
	networks: { most: 5000, of: "networks in one rule", source: rulePage },
};

/**
 * Rules of a global network firewall policy of Google Cloud, for machines in its networks. A rule holds up to a hundred
 * names, of which Google asks the addresses itself; there are no wildcards. Names are spread over rules by their digests,
 * so that one host more changes one rule.
 */
export const gcpFirewallPolicy: CloudBackend<GcpFirewallPolicyOptions> = {
	title: "Google Cloud firewall policy",
	docs: "https://cloud.google.com/firewall/docs/fqdn-objects-overview",
	evidence: "read by Google's published models",
	names: "exact",
	subdomains: "not expressible",
	ports: true,
	clients: true,
	denies: "dedicated",
	deniesHosts: true,
	inspects: false,
	cloud: "gcp",
	quic: "as the rest",
	revisions: "`pulumi up` changes each rule in its place, and deletes those that hold nothing any more",
	limits,
	options: {
		...deviceMembers,
		network: {
			shape: standing,
			summary: "Network that a policy of its own is associated with.",
			defaultNote: "none yet",
		},
		dedicated: {
			shape: flag,
			summary: "Whether the machines serve these devices alone, so that everything else is denied to them.",
			default: false,
		},
		log: { shape: flag, summary: "Whether connections that the rules decide about are logged.", default: false },
		firstPriority,
	},
	examples: {
		plain: {},
		dedicated: { dedicated: true, network: "projects/example-net/global/networks/desktops", log: true },
		tagged: {
			projectId: "example-net",
			policy: "perimeter",
			secureTags: ["tagValues/281479271677953"],
			firstPriority: 20_000_000,
		},
		clients: { policy: "perimeter", clients: ["10.20.0.0/16", "2001:db8:20::/48"] },
		"clients-of-ipv4": { dedicated: true, clients: ["10.20.0.0/16"] },
		accounts: { serviceAccounts: ["desktops@example-net.iam.gserviceaccount.com"], dedicated: true },
		denying: { dedicated: true, deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] } },
	},
	render(request, options) {
		const problems = checkOptions(request, options);
		if (problems.length > 0) return refused(...problems);
		const effects = inOrder(request.hosts).flatMap((host) => dropped(host, request) ?? []);
		const hosts = request.hosts.filter((host) => dropped(host, request) === undefined);
		const rules = policyRules({ ...request, hosts }, options.dedicated ?? false, limits.names.most);
		if (!rules)
			return refused(error("over-limit", [], "has more names than its rules can be split for; leave some out"));
		const plan = planPolicy(request, options, rules);
		const claims = claimsOf(plan, options.policy ?? resourceName(request));
		return made({ files: [planFile(plan)], plan, effects, claims, notes: notesOf(request, options) });
	},
};

function checkOptions(request: RuleRequest, options: GcpFirewallPolicyOptions): Problem[] {
	const { policy, network, secureTags, serviceAccounts, dedicated } = options;
	const { clients = [], hosts } = request;
	const addresses = hosts.filter(({ host }) => isAddress(host));
	const many = Math.max(clients.length, addresses.length);
	return [
		...(dedicated ? [] : checkSharedPolicy(request, options, ", or dedicated: true")),
		...(policy !== undefined && network !== undefined
			? [
					error(
						"network-of-others",
						["network"],
						"is for a policy of its own; that of policy is associated where it stands",
					),
				]
			: []),
		...(secureTags && serviceAccounts
			? [error("either-or", ["serviceAccounts"], "does not go with secureTags in one rule; say one of them")]
			: []),
		...(many > limits.networks.most
			? [error("over-limit", [], `has ${many} ${limits.networks.of}; at most ${limits.networks.most} are possible`)]
			: []),
	];
}

/** What a policy has no words for. */
function dropped(host: EgressHost, { clients }: RuleRequest): Effect | undefined {
	const because = whyNot(host, clients);
	return because === undefined ? undefined : effectOn(host, "dropped", because);
}

function whyNot({ host, match }: EgressHost, clients: readonly string[] | undefined): string | undefined {
	if (match === "subdomains") return "is a wildcard, for which no addresses can be asked";
	if (isAddress(host)) {
		const family = familyOf(host);
		const isReached = !clients || ofFamily(clients, family).length > 0;
		return isReached ? undefined : `is an address of IPv${family}, and none of the clients' networks is`;
	}
	return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)
		? undefined
		: "is no name as Google takes it, of two labels or more without underscores";
}

function planPolicy(request: RuleRequest, options: GcpFirewallPolicyOptions, rules: readonly PolicyRule[]): RulePlan {
	const {
		policy: existing,
		network,
		secureTags,
		serviceAccounts,
		log = false,
		firstPriority: first = defaultFirstPriority,
	} = options;
	const project = options.projectId;
	const description = titleOf(request);
	const name = resourceName(request);
	const created = resource("compute.googleapis.com/FirewallPolicy", "policy", { project, name, description }, { name });
	const policy = existing ?? outputOf(created, "name");
	const priorityOf = prioritiesFrom(first, request);
	const plan = ({ role, place, slot, action, match, about }: PolicyRule, after?: readonly string[]) => {
		const ruleName = resourceName(request, role);
		return resource(
			"compute.googleapis.com/FirewallPolicy.Rule",
			role,
			{
				project,
				firewallPolicy: policy,
				priority: priorityOf(place, slot),
				ruleName,
				description: `${description}: ${about}`,
				direction: "EGRESS",
				action,
				enableLogging: log,
				match,
				targetSecureTags: secureTags?.map((tag) => ({ name: tag })),
				targetServiceAccounts: serviceAccounts,
			},
			{ name: ruleName, ...(after && { after }) },
		);
	};
	const opening = rules.filter(({ action }) => action === "allow").map((rule) => plan(rule));
	// What closes is there after what opens, so that no device is cut off in between.
	const opened = opening.map(({ id }) => id);
	const closing = rules.filter(({ action }) => action === "deny").map((rule) => plan(rule, opened));
	const all = [...opened, ...closing.map(({ id }) => id)];
	const association = network && {
		name,
		project,
		firewallPolicy: policy,
		attachmentTarget: network,
	};
	return {
		resources: [
			...(existing === undefined ? [created] : []),
			...opening,
			...closing,
			...(association
				? [
						resource("compute.googleapis.com/FirewallPolicy.Association", "association", association, {
							name,
							after: all,
						}),
					]
				: []),
		],
		outputs: { policy },
	};
}

function notesOf(
	{ group, denied = [] }: RuleRequest,
	{ policy, network, dedicated = false, firstPriority = defaultFirstPriority }: GcpFirewallPolicyOptions,
): string[] {
	const isOwn = policy === undefined;
	return [
		"the rules hold addresses, so that every other name at the address of an opened host is open, too",
		"Google asks for the addresses of names itself, and takes the first 32 of each family: machines must ask Cloud DNS in the same network, or they get addresses that the rules do not know",
		"rules with names need Cloud NGFW Standard, and hold for machines in the policy's networks, not for what those pass on for others",
		...(denied.length > 0
			? ["what is opened comes before what is denied, so that a denied host at the address of an opened one stays open"]
			: []),
		dedicated
			? "nothing else is reached, servers and a proxy inside the network neither: rules for those belong before firstPriority"
			: "Google's networks allow what no rule denies, so that these rules alone close nothing",
		...(policy === undefined ? [] : [sharedPolicyNote(policy, firstPriority)]),
		...(isOwn && network === undefined ? ["the policy decides nothing until it is associated with a network"] : []),
		...(network !== undefined && group !== undefined
			? ["a network has one policy: rules of several groups for one network belong into a policy that stands"]
			: []),
	];
}
