import { isAddress } from "../host.js";
import { made, refused } from "../outcome.js";
import { error } from "../problem.js";
import { flag, integer, list, textMatching } from "../shape/build.js";
import { effectOn, type FirewallBackend, type RuleRequest } from "./backend.js";
import { commentOf, linesOf, titleOf } from "./comment.js";
import { checkDeniedAbove, deniedByAddress } from "./denied-by-address.js";
import { denialComment } from "./denied-host.js";
import { type Family, families, familyOf } from "./families.js";
import { addressGroup, addressTables } from "./forti-gate-addresses.js";
import { bypassLines } from "./forti-gate-bypass.js";
import { policyEntries, portPolicies } from "./forti-gate-policies.js";
import { cliTable, quote } from "./fortios-cli.js";
import { heldForEverybody } from "./no-clients.js";
import { ownerName } from "./owner-name.js";
import { type PortHosts, portsOf } from "./port-hosts.js";
import { subdomainEffects } from "./subdomain-effects.js";

export interface FortiGateOptions {
	/** Interfaces or zones that devices are behind. */
	readonly sourceInterfaces: readonly string[];
	/** Interfaces or zones that lead to the internet. */
	readonly destinationInterfaces: readonly string[];
	/** Virtual domain that the rules are for. @default - the FortiGate has none */
	readonly vdom?: string;
	/** First of the hundred million policy ids of which each rule set has ten. @default 1000000 */
	readonly firstPolicyId?: number;
	/** Whether the source address is translated on the way out. @default true */
	readonly nat?: boolean;
	/** Whether a last policy denies these devices everything else. @default false */
	readonly denyRest?: boolean;
}

const limits = {
	ports: {
		most: portPolicies,
		of: "ports, each of which takes one of the policy ids of a rule set",
		source:
			"https://docs.fortinet.com/document/fortigate/7.0.1/administration-guide/217973/using-wildcard-fqdn-addresses-in-firewall-policies",
	},
};

const interfaces = list(
	textMatching(
		"interface-name",
		/^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,34}$/,
		"is no name of an interface or a zone; expected up to 35 letters, digits, spaces, dots, slashes, hyphens and underscores",
	),
	{ minItems: 1 },
);

/**
 * Policies for a FortiGate over address objects of names, which it resolves itself, or for `*.` learns from the DNS answers
 * that pass through it. Every revision states all ten policies of a rule set, in place, so that those of ports that went
 * are disabled and the others stay where they were put among policies of others; `set` replaces whole groups.
 */
export const fortiGate: FirewallBackend<FortiGateOptions> = {
	title: "FortiGate (FortiOS commands)",
	docs: "https://docs.fortinet.com/document/fortigate/7.0.1/administration-guide/217973/using-wildcard-fqdn-addresses-in-firewall-policies",
	evidence: "read by fwshift, which does not resolve names",
	names: "exact",
	subdomains: "includes the name itself",
	ports: true,
	clients: true,
	denies: "denyRest",
	deniesHosts: true,
	inspects: true,
	quic: "as the rest",
	revisions: "sets every group whole and each of its ten policies in place; addresses that went stay as objects alone",
	limits,
	options: {
		sourceInterfaces: {
			shape: interfaces,
			summary: "Interfaces or zones that devices are behind.",
			required: true,
		},
		destinationInterfaces: {
			shape: interfaces,
			summary: "Interfaces or zones that lead to the internet.",
			required: true,
		},
		vdom: {
			shape: textMatching(
				"vdom-name",
				/^[A-Za-z0-9_-]{1,31}$/,
				"is no name of a virtual domain; expected up to 31 letters, digits, hyphens and underscores",
			),
			summary: "Virtual domain that the rules are for.",
			defaultNote: "the FortiGate has none",
		},
		firstPolicyId: {
			shape: integer({ min: 1, max: 4_194_967_295 }),
			summary: "First of the hundred million policy ids of which each rule set has ten.",
			default: 1_000_000,
		},
		nat: { shape: flag, summary: "Whether the source address is translated on the way out.", default: true },
		denyRest: {
			shape: flag,
			summary: "Whether a last policy denies these devices everything else.",
			default: false,
		},
	},
	examples: {
		plain: { sourceInterfaces: ["internal"], destinationInterfaces: ["wan1"] },
		clients: {
			sourceInterfaces: ["internal"],
			destinationInterfaces: ["wan1"],
			clients: ["10.20.0.0/16", "2001:db8:20::/48"],
		},
		closing: {
			sourceInterfaces: ["claude-lan", "claude-wifi"],
			destinationInterfaces: ["virtual-wan-link"],
			vdom: "office",
			firstPolicyId: 47_000,
			nat: false,
			denyRest: true,
			clients: ["10.20.0.0/16", "2001:db8:20::/48"],
		},
		denying: {
			sourceInterfaces: ["internal"],
			destinationInterfaces: ["wan1"],
			deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] },
		},
		inspecting: { sourceInterfaces: ["internal"], destinationInterfaces: ["wan1"], inspects: true },
	},
	render(request, options) {
		const ports = portsOf(request.hosts);
		const opened = checkDeniedAbove(request);
		if (opened.length > 0) return refused(...opened);
		if (ports.length > limits.ports.most) {
			const message = `would take ${ports.length} ${limits.ports.of}; at most ${limits.ports.most} are written`;
			return refused(error("over-limit", [], message));
		}
		const missed = ports.flatMap((of) => unreached(request, of));
		return made({
			files: [
				{ name: "fortigate.conf", mediaType: "text/plain", content: linesOf(commands(request, options, ports)) },
				...(request.inspects
					? [{ name: "inspection.conf", mediaType: "text/plain", content: linesOf(bypass(request, options)) }]
					: []),
			],
			effects: [
				...missed,
				...ports.flatMap((of) => subdomainEffects(of, (name) => `may also match ${name} (unverified)`)),
			],
			notes: [
				...heldForEverybody(request, "everybody behind the source interfaces", options.denyRest ?? false),
				"the rules hold addresses, so that every other name at the address of an opened host is open, too",
				...deniedByAddress(request),
			],
		});
	},
};

function prefixOf(request: RuleRequest): string {
	return `claude_${ownerName(request, "_")}`;
}

/** Kinds of address that devices have: both, where nothing says. */
function familiesOf({ clients }: RuleRequest): readonly Family[] {
	return clients ? families.filter((family) => clients.some((network) => familyOf(network) === family)) : families;
}

/** Addresses of a kind that none of the clients has. */
function unreached(request: RuleRequest, { port, alone }: PortHosts) {
	const reached = familiesOf(request);
	return alone
		.filter((host) => isAddress(host) && !reached.includes(familyOf(host)))
		.map((host) =>
			effectOn(
				{ host, match: "exact", port },
				"narrowed",
				"is not opened, because none of the clients has such an address",
			),
		);
}

function commands(request: RuleRequest, options: FortiGateOptions, ports: readonly PortHosts[]): string[] {
	const prefix = prefixOf(request);
	const of = familiesOf(request);
	const sources = of.flatMap((family) => {
		const networks = request.clients?.filter((network) => familyOf(network) === family);
		if (!networks) return [];
		const targets = networks.map((value) => ({ value, comment: "devices" }));
		return [{ family, ...addressGroup(prefix, "clients", family, targets) }];
	});
	const destinations = ports.map((each) => ({
		port: each.port,
		groups: of.flatMap((family) => group(prefix, String(each.port), family, targetsOf(each))),
	}));
	const denied = of.flatMap((family) =>
		group(
			prefix,
			"denied",
			family,
			(request.denied ?? []).map((each) => ({ value: each.host, comment: denialComment(each) })),
		),
	);
	const all = [...sources, ...destinations.flatMap(({ groups }) => groups), ...denied];
	const services = ports.map(({ port }) => ({
		edit: quote(serviceOf(port)),
		commands: [`set tcp-portrange ${port}`, "unset udp-portrange", "unset sctp-portrange"],
	}));
	const policies = policyEntries({
		owner: prefix,
		families: of,
		sources,
		openings: destinations.map(({ port, groups }) => ({ port, groups, service: serviceOf(port) })),
		denied,
		options,
	});
	return inVdom(options, [
		`# ${titleOf(request)}. To be run as a script; every policy and group is stated whole.`,
		"# New policies come last: move the ten once, in this order, above any of yours that denies this traffic.",
		"# Devices must ask a resolver through this FortiGate in the clear, or it learns no addresses for names that start with *.",
		...addressTables(all),
		...cliTable("firewall service custom", services),
		...cliTable("firewall policy", policies),
	]);
}

function group(prefix: string, role: string, family: Family, targets: readonly { value: string; comment: string }[]) {
	const some = targets.filter(({ value }) => !isAddress(value) || familyOf(value) === family);
	return some.length === 0 ? [] : [{ family, ...addressGroup(prefix, role, family, some) }];
}

function targetsOf(of: PortHosts) {
	return [
		...of.topmost.map((name) => ({ value: `*.${name}`, comment: commentOf(of.named(name)) })),
		// An object for `*.` may take its own name along, and may not.
		...of.alone.map((name) => ({ value: name, comment: commentOf(of.named(name)) })),
	];
}

/** Its own, because a service of the FortiGate may have been changed. */
function serviceOf(port: number): string {
	return `claude_tcp_${port}`;
}

function bypass(request: RuleRequest, options: FortiGateOptions): string[] {
	return inVdom(options, [
		`# ${titleOf(request)}: what SSL inspection must not open.`,
		...bypassLines(prefixOf(request), request.hosts),
	]);
}

function inVdom({ vdom }: FortiGateOptions, lines: readonly string[]): string[] {
	return vdom === undefined ? [...lines] : ["config vdom", `edit ${vdom}`, ...lines, "end"];
}
