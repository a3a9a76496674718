import { hostLines, inOrder } from "../egress/order.js";
import type { EgressHost } from "../egress/plan.js";
import { isAddress } from "../host.js";
import { made } from "../outcome.js";
import {
	type Effect,
	effectOn,
	type FirewallBackend,
	type NoOptions,
	type RuleFile,
	type RuleRequest,
} from "./backend.js";
import { linesOf, titleOf } from "./comment.js";
import { type PlannedNames, plannedNames } from "./port-hosts.js";

const limits = {
	urlListEntry: {
		most: 255,
		of: "characters in an entry of a URL list",
		source: "https://docs.paloaltonetworks.com/pan-os/10-0/pan-os-admin/url-filtering/custom-url-categories",
	},
};

/**
 * What a product that opens TLS must leave alone: every planned host, as a list of names, as `ignore_hosts` of mitmproxy, and as
 * a URL list of PAN-OS and of firewalls that read the same. Products with a block of their own have theirs there, with
 * `inspects`.
 */
export const inspectionBypass: FirewallBackend<NoOptions> = {
	title: "Do-not-inspect lists",
	docs: "https://docs.mitmproxy.org/stable/howto/ignore-domains",
	evidence: "the vendor's page alone",
	names: "exact",
	subdomains: "exact",
	ports: false,
	clients: false,
	denies: false,
	deniesHosts: false,
	inspects: false,
	quic: "not seen",
	revisions: "the files replace the old ones",
	limits,
	options: {},
	examples: { plain: {} },
	render(request) {
		const { hosts } = request;
		const all = plannedNames(hosts);
		return made({
			files: [
				textFile("do-not-inspect.txt", "text/plain", hostLines(hosts)),
				textFile("mitmproxy.yaml", "application/yaml", linesOf(mitmproxyOptions(request, all))),
				textFile("url-list.txt", "text/plain", linesOf(urlListOf(all))),
			],
			effects: inOrder(hosts).flatMap(effectOf),
			notes: ["passes hosts on unopened and allows none; what may be reached is for other rules"],
		});
	},
};

function effectOf(host: EgressHost): Effect[] {
	if (host.host.includes(":"))
		return [effectOn(host, "narrowed", "is an address of IPv6, which stands in the plain list alone")];
	if (isTooLong(host))
		return [effectOn(host, "narrowed", "is longer than an entry of a URL list may be, and not in it")];
	return host.port === 443 ? [] : [effectOn(host, "widened", "is passed on whatever the port")];
}

function isTooLong({ host, match }: Pick<EgressHost, "host" | "match">): boolean {
	return urlOf(host, match).length > limits.urlListEntry.most;
}

/** With its ending slash, without which an entry would also match whatever begins with it. */
function urlOf(host: string, match: EgressHost["match"]): string {
	return `${match === "subdomains" ? "*." : ""}${host}/`;
}

function urlListOf({ topmost, alone }: PlannedNames): string[] {
	const entries = [
		...topmost.map((host) => ({ host, match: "subdomains" as const })),
		...named(alone).map((host) => ({ host, match: "exact" as const })),
	];
	return entries.filter((entry) => !isTooLong(entry)).map(({ host, match }) => urlOf(host, match));
}

/** Each expression is searched for in `host:port`. */
function mitmproxyOptions(request: RuleRequest, { topmost, alone }: PlannedNames): string[] {
	const expressions = [
		...topmost.map((name) => `^(?:[^.:]+\\.)+${literal(name)}:\\d+$`),
		...named(alone).map((name) => `^${literal(name)}:\\d+$`),
	];
	return [
		`# ${titleOf(request)}. Options for mitmproxy's config.yaml.`,
		...(expressions.length === 0
			? ["ignore_hosts: []"]
			: ["ignore_hosts:", ...expressions.map((each) => `  - '${each}'`)]),
	];
}

function named(hosts: readonly string[]): string[] {
	return hosts.filter((host) => !(isAddress(host) && host.includes(":")));
}

/** Nothing in a name but its dots means anything in an expression. */
function literal(name: string): string {
	return name.replaceAll(".", "\\.");
}

function textFile(name: string, mediaType: string, content: string): RuleFile {
	return { name, mediaType, content };
}
