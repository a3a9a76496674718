import { createHash } from "node:crypto";
import { inOrder } from "../../egress/order.js";
import type { EgressHost } from "../../egress/plan.js";
import { groupBy } from "../../group-by.js";
import { isAddress } from "../../host.js";
import { compareText } from "../../json.js";
import { type Effect, effectOn, type RuleRequest } from "../backend.js";
import { commentOf } from "../comment.js";
import { denialComment } from "../denied-host.js";
import { showsName } from "../nameless-ports.js";
import { type PortHosts, portsOf } from "../port-hosts.js";
import { shortName } from "../short-name.js";
import type { SourcesOfRule } from "./sources.js";

/** https://learn.microsoft.com/azure/templates/microsoft.network/firewallpolicies/rulecollectiongroups */
export interface RuleCollection {
	readonly ruleCollectionType: "FirewallPolicyFilterRuleCollection";
	readonly name: string;
	readonly priority: number;
	readonly action: { readonly type: "Allow" | "Deny" };
	readonly rules: readonly (ApplicationRule | NetworkRule)[];
}

type ApplicationRule = SourcesOfRule & {
	readonly ruleType: "ApplicationRule";
	readonly name: string;
	readonly description: string;
	readonly protocols: readonly { readonly protocolType: "Http" | "Https"; readonly port: number }[];
	readonly targetFqdns: readonly string[];
};

type NetworkRule = SourcesOfRule & {
	readonly ruleType: "NetworkRule";
	readonly name: string;
	readonly description: string;
	readonly ipProtocols: readonly ["TCP"];
	readonly destinationPorts: readonly [string];
} & ({ readonly destinationAddresses: readonly string[] } | { readonly destinationFqdns: readonly string[] });

export interface Collections {
	/** In the order that the firewall processes them; none is empty. */
	readonly collections: readonly RuleCollection[];
	/** Names and ports that are opened by the addresses of the names. */
	readonly byAddress: readonly EgressHost[];
	readonly effects: readonly Effect[];
}

/** The most that a port of an application rule can be. */
const lastPort = 64_000;

/** Network rules are processed before application rules, whatever their priorities; these say the same. */
const priorities = { addresses: 100, denied: 200, names: 300 };

/**
 * Application rules for what a hello or a request names, and network rules for the rest: addresses, and names on ports
 * that show none, where devices ask the firewall's DNS proxy. A rule is of one port and of what needs its hosts, so that
 * another host is one more name in it.
 */
export function collectionsOf(
	{ hosts, denied = [] }: RuleRequest,
	owner: string,
	sources: SourcesOfRule,
	dnsProxy: boolean,
): Collections {
	const named = hosts.filter(isNamed);
	const rest = hosts.filter((host) => !isNamed(host));
	const byAddress = dnsProxy ? rest.filter(({ host, match }) => match === "exact" && !isAddress(host)) : [];
	const addresses = rest.filter(({ host }) => isAddress(host) && !host.includes(":"));
	const kept = new Set([...addresses, ...byAddress]);
	const collection = (
		part: keyof typeof priorities,
		type: "Allow" | "Deny",
		rules: RuleCollection["rules"],
	): RuleCollection[] => {
		const name = `${owner}.${part}`;
		const priority = priorities[part];
		const head = {
			ruleCollectionType: "FirewallPolicyFilterRuleCollection",
			name,
			priority,
			action: { type },
		} as const;
		return rules.length > 0 ? [{ ...head, rules }] : [];
	};
	return {
		collections: [
			...collection("addresses", "Allow", [
				...networkRules(addresses, "address", sources, (destinationAddresses) => ({ destinationAddresses })),
				...networkRules(byAddress, "name", sources, (destinationFqdns) => ({ destinationFqdns })),
			]),
			...collection(
				"denied",
				"Deny",
				denied.map((each) => ({
					ruleType: "ApplicationRule",
					name: shortName(`deny-${each.host}`, longestName),
					description: plainText(`Denied: ${denialComment(each)}`),
					...sources,
					protocols: [
						{ protocolType: "Http", port: 80 },
						{ protocolType: "Https", port: 443 },
					],
					targetFqdns: [each.host],
				})),
			),
			...collection(
				"names",
				"Allow",
				portsOf(named).flatMap((of) => applicationRules(of, sources)),
			),
		],
		byAddress,
		effects: inOrder(rest.filter((host) => !kept.has(host))).map((host) => effectOn(host, "dropped", whyDropped(host))),
	};
}

/** Whether an application rule can tell a host. */
function isNamed(host: EgressHost): boolean {
	return showsName(host) && host.port <= lastPort;
}

function applicationRules(of: PortHosts, sources: SourcesOfRule): ApplicationRule[] {
	const entries = [
		...of.topmost.flatMap((name) => of.named(name).filter(({ match }) => match === "subdomains")),
		...of.alone.flatMap((name) => of.named(name).filter(({ match }) => match === "exact")),
	];
	return byFeatures(entries).map(([features, same]) => ({
		ruleType: "ApplicationRule",
		name: ruleName(of.port, features),
		description: plainText(`For ${commentOf(same)}`),
		...sources,
		protocols: protocolsOf(of.port).map((protocolType) => ({ protocolType, port: of.port })),
		targetFqdns: same.map(({ host, match }) => (match === "subdomains" ? `*.${host}` : host)).sort(compareText),
	}));
}

/** TLS everywhere but on the port of http, and http on any other than that of https: a plan does not tell them apart. */
function protocolsOf(port: number): readonly ("Http" | "Https")[] {
	if (port === 80) return ["Http"];
	return port === 443 ? ["Https"] : ["Http", "Https"];
}

function networkRules(
	hosts: readonly EgressHost[],
	what: "address" | "name",
	sources: SourcesOfRule,
	destinations: (
		names: readonly string[],
	) => { readonly destinationAddresses: readonly string[] } | { readonly destinationFqdns: readonly string[] },
): NetworkRule[] {
	return portsOf(hosts).flatMap(({ port, exact, named }) =>
		byFeatures([...exact].flatMap((name) => named(name))).map(([features, same]) => ({
			ruleType: "NetworkRule",
			name: shortName(`${what}-${ruleName(port, features)}`, longestName),
			description: plainText(`For ${commentOf(same)}`),
			...sources,
			ipProtocols: ["TCP"],
			destinationPorts: [String(port)],
			...destinations(same.map(({ host }) => host).sort(compareText)),
		})),
	);
}

/** Hosts by what of the app needs them, in code-unit order. */
function byFeatures(hosts: readonly EgressHost[]): [features: readonly string[], hosts: readonly EgressHost[]][] {
	const featuresOf = ({ reasons }: EgressHost) =>
		JSON.stringify([...new Set(reasons.map(({ feature }) => feature))].sort(compareText));
	return [...groupBy(hosts, featuresOf)]
		.sort(([a], [b]) => compareText(a, b))
		.map(([features, same]) => [JSON.parse(features) as string[], same]);
}

/** `443-auto-updates.code-execution`. */
function ruleName(port: number, features: readonly string[]): string {
	const isPlain = features.every((feature) => /^[a-z0-9-]+$/.test(feature));
	return shortName(`${port}-${isPlain ? features.join(".") : digest(JSON.stringify(features))}`, longestName);
}

/** Without what would begin a token of the plan; a text of a template that starts otherwise than these is no expression. */
function plainText(text: string): string {
	return text.replace(/[<>]/g, " ");
}

/** The most characters of a name. */
const longestName = 80;

function digest(text: string): string {
	return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

function whyDropped({ host, match, port }: EgressHost): string {
	if (isAddress(host)) return "is an address of IPv6, which Azure Firewall does not take beside these rules";
	const reached =
		port > lastPort ? `has a port above ${lastPort}` : `is reached on port ${port}, where no TLS hello shows a name`;
	if (match === "subdomains") return `${reached}, and a rule by its addresses takes no wildcard`;
	return `${reached}; say dnsProxy: true where devices ask the firewall's DNS proxy, for a rule by its addresses`;
}
