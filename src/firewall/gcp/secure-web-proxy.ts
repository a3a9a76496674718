import { outputOf } from "../../cloud/plan-resource.js";
import { inOrder } from "../../egress/order.js";
import type { EgressHost } from "../../egress/plan.js";
import { isAddress } from "../../host.js";
import { made, refused } from "../../outcome.js";
import { error, type Problem } from "../../problem.js";
import { integer, list, object, textMatching } from "../../shape/build.js";
import { type CloudBackend, effectOn, type RuleRequest } from "../backend.js";
import { titleOf } from "../comment.js";
import { familyOf } from "../families.js";
import { planFile, type RulePlan } from "../rule-plan.js";
import { checkSharedPolicy, type DeviceOptions, deviceMembers, standing } from "./devices.js";
import { claimsOf, defaultFirstPriority, firstPriority, prioritiesFrom, sharedPolicyNote } from "./priorities.js";
import { type ProxyRule, type ProxyRules, proxyRules } from "./proxy-rules.js";
import { proxySources } from "./proxy-sources.js";
import { resource } from "./resource.js";
import { resourceName } from "./resource-name.js";

/** A gateway of Secure Web Proxy. */
export interface SecureWebProxyGateway<Late = string> {
	/** Network that it stands in, such as `projects/p/global/networks/n`; the region has a proxy-only subnet there. */
	readonly network: Late;
	/** Subnet that its address is of, such as `projects/p/regions/r/subnetworks/s`. */
	readonly subnetwork: Late;
	/** Address that it listens at. @default - one of the subnet's */
	readonly address?: Late;
	/** Ports that it listens on. @default [8080] */
	readonly ports?: readonly number[];
	/** Certificates that it shows where devices speak TLS to it. @default none */
	readonly certificates?: readonly Late[];
}

export interface GcpSecureWebProxyOptions<Late = string> extends DeviceOptions<Late> {
	/** Region of lists, policy and gateway, such as `europe-west3`. */
	readonly location: string;
	/** A gateway of its own. @default - the policy is for a gateway that stands */
	readonly gateway?: SecureWebProxyGateway<Late>;
	/** Priority before all of these rules, which keep some 65 million behind it. @default 1000000 */
	readonly firstPriority?: number;
}

const matcherPage = "https://cloud.google.com/secure-web-proxy/docs/cel-matcher-language-reference";

const limits = {
	operators: { most: 12, of: "logical operators in a matcher; more become rules of their own", source: matcherPage },
	ipv6Prefix: { most: 64, of: "bits of a network of IPv6", source: matcherPage },
};

/**
 * Lists and rules for Google's Secure Web Proxy, which devices use as their proxy: the host that they ask it for decides,
 * by CONNECT or in a request of plain http. What no rule allows is denied.
 */
export const gcpSecureWebProxy: CloudBackend<GcpSecureWebProxyOptions> = {
	title: "Google Cloud Secure Web Proxy",
	docs: "https://cloud.google.com/secure-web-proxy/docs/url-list-syntax-reference",
	evidence: "read by Google's published models",
	names: "exact",
	subdomains: "exact",
	ports: true,
	clients: true,
	denies: true,
	deniesHosts: true,
	inspects: false,
	cloud: "gcp",
	quic: "not seen",
	revisions: "`pulumi up` changes each list in its place, and deletes those that hold nothing any more",
	limits,
	options: {
		...deviceMembers,
		location: {
			shape: textMatching("region", /^[a-z]+-[a-z]+[0-9]+$/, "is no region of Google; expected such as europe-west3"),
			summary: "Region of lists, policy and gateway.",
			required: true,
		},
		gateway: {
			shape: object({
				network: { shape: standing, summary: "Network that it stands in.", required: true },
				subnetwork: { shape: standing, summary: "Subnet that its address is of.", required: true },
				address: { shape: standing, summary: "Address that it listens at.", defaultNote: "one of the subnet's" },
				ports: {
					shape: list(integer({ min: 1, max: 65535 }), { minItems: 1 }),
					summary: "Ports that it listens on.",
					default: [8080],
				},
				certificates: {
					shape: list(standing, { minItems: 1 }),
					summary: "Certificates that it shows where devices speak TLS to it.",
					defaultNote: "none",
				},
			}),
			summary: "A gateway of its own.",
			defaultNote: "the policy is for a gateway that stands",
		},
		firstPriority,
	},
	examples: {
		plain: { location: "europe-west3" },
		gateway: {
			location: "europe-west3",
			projectId: "example-net",
			gateway: {
				network: "projects/example-net/global/networks/desktops",
				subnetwork: "projects/example-net/regions/europe-west3/subnetworks/proxy",
				address: "10.20.255.10",
			},
		},
		clients: { location: "europe-west3", policy: "perimeter", clients: ["10.20.0.0/16", "2001:db8:20::/48"] },
		tagged: {
			location: "europe-west3",
			policy: "perimeter",
			secureTags: ["tagValues/281479271677953"],
			serviceAccounts: ["desktops@example-net.iam.gserviceaccount.com"],
			firstPriority: 20_000_000,
		},
		"tagged-clients": {
			location: "europe-west3",
			secureTags: ["tagValues/281479271677953"],
			clients: ["10.20.0.0/16", "10.30.0.0/16"],
		},
		denying: { location: "europe-west3", deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] } },
	},
	render(request, options) {
		const problems = checkOptions(request, options);
		if (problems.length > 0) return refused(...problems);
		const isDropped = ({ host }: EgressHost) => isAddress(host) && familyOf(host) === 6;
		const unclear = "is an address of IPv6, of which nothing says how the proxy spells it";
		const effects = inOrder(request.hosts.filter(isDropped)).map((host) => effectOn(host, "dropped", unclear));
		const hosts = request.hosts.filter((host) => !isDropped(host));
		const sources = proxySources(request, options);
		const rules = sources && proxyRules({ ...request, hosts }, sources);
		if (!rules) return refused(error("over-limit", [], "has more hosts or sources than its rules can be split for"));
		const plan = planProxy(request, options, rules);
		const claims = claimsOf(plan, options.policy ?? resourceName(request));
		return made({ files: [planFile(plan)], plan, effects, claims, notes: notesOf(options) });
	},
};

function checkOptions(request: RuleRequest, options: GcpSecureWebProxyOptions): Problem[] {
	const { policy, gateway } = options;
	const { clients = [] } = request;
	const narrow = clients.filter((network) => familyOf(network) === 6 && prefixOf(network) > limits.ipv6Prefix.most);
	return [
		...checkSharedPolicy(request, options, ", or leave this out"),
		...(policy !== undefined && gateway
			? [
					error(
						"gateway-of-others",
						["gateway"],
						"is for a policy of its own; that of policy has its gateway where it stands",
					),
				]
			: []),
		...narrow.map((network) =>
			error(
				"over-limit",
				["clients"],
				`has ${network}, of which the proxy compares at most ${limits.ipv6Prefix.most} bits`,
			),
		),
	];
}

function prefixOf(network: string): number {
	return Number(network.slice(network.indexOf("/") + 1));
}

function planProxy(request: RuleRequest, options: GcpSecureWebProxyOptions, { lists, rules }: ProxyRules): RulePlan {
	const {
		location,
		projectId: project,
		policy: existing,
		gateway,
		firstPriority: first = defaultFirstPriority,
	} = options;
	const title = titleOf(request);
	const name = resourceName(request);
	const own = resource(
		"networksecurity.googleapis.com/GatewaySecurityPolicy",
		"policy",
		{
			project,
			location,
			name,
			description: title,
		},
		{ name },
	);
	const policy = existing ?? outputOf(own, "name");
	const planned = new Map(
		lists.map(({ role, values, about }) => {
			const ofList = resourceName(request, role);
			const description = `${title}: ${about}`;
			const properties = { project, location, name: ofList, description, values };
			return [role, resource("networksecurity.googleapis.com/UrlList", role, properties, { name: ofList })] as const;
		}),
	);
	const priorityOf = prioritiesFrom(first, request);
	const planRule = ({ role, place, slot, action, list: ofRule, conditions, about }: ProxyRule) => {
		const urlList = ofRule === undefined ? undefined : planned.get(ofRule);
		const named = urlList ? [`inUrlList(host(), '${outputOf(urlList, "id")}')`] : [];
		const ruleName = resourceName(request, role);
		return resource(
			"networksecurity.googleapis.com/GatewaySecurityPolicyRule",
			role,
			{
				project,
				location,
				gatewaySecurityPolicy: policy,
				name: ruleName,
				description: `${title}: ${about}`,
				priority: priorityOf(place, slot),
				enabled: true,
				basicProfile: action,
				sessionMatcher: [...named, ...conditions].join(" && "),
			},
			{ name: ruleName },
		);
	};
	const decided = rules.map(planRule);
	const resources = [...planned.values(), ...(existing === undefined ? [own] : []), ...decided];
	if (!gateway) return { resources, outputs: { policy } };
	const { network, subnetwork, address, ports = [8080], certificates } = gateway;
	const proxy = resource(
		"networkservices.googleapis.com/Gateway",
		"gateway",
		{
			project,
			location,
			name,
			description: title,
			type: "SECURE_WEB_GATEWAY",
			routingMode: "EXPLICIT_ROUTING_MODE",
			network,
			subnetwork,
			addresses: address === undefined ? undefined : [address],
			ports,
			certificateUrls: certificates,
			gatewaySecurityPolicy: outputOf(own, "id"),
			deleteSwgAutogenRouterOnDestroy: true,
		},
		{ name },
	);
	return { resources: [...resources, proxy], outputs: { policy, gateway: outputOf(proxy, "id") } };
}

function notesOf({ policy, gateway, firstPriority = defaultFirstPriority }: GcpSecureWebProxyOptions): string[] {
	return [
		"devices must use it as their proxy, by their system's settings or a PAC file; the desktop app follows those of the system",
		...(policy === undefined ? [] : [sharedPolicyNote(policy, firstPriority)]),
		...(policy === undefined && !gateway ? ["the policy decides nothing until a gateway has it"] : []),
		...(gateway ? ["the gateway needs a proxy-only subnet of its region in the network, before it is created"] : []),
	];
}
