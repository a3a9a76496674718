import type { EgressHost } from "../egress/plan.js";
import { isAddress } from "../host.js";
import { made } from "../outcome.js";
import { warning } from "../problem.js";
import { flag, textMatching } from "../shape/build.js";
import type { Effect, FirewallBackend, RuleRequest } from "./backend.js";
import { commentOf, linesOf, titleOf } from "./comment.js";
import { denialComment } from "./denied-host.js";
import { ownerName } from "./owner-name.js";
import { type PlannedNames, type PortHosts, plannedNames, portsOf } from "./port-hosts.js";
import { shortName } from "./short-name.js";
import { subdomainEffects } from "./subdomain-effects.js";

export interface SquidOptions {
	/** Whether the proxy serves these devices alone, so that it denies everything else. @default false */
	readonly dedicated?: boolean;
	/**
	 * Group of an authenticating proxy that the users of the devices are in, as its `external_acl_type claude_groups`
	 * names it; for the rules that serve every group.
	 */
	readonly authenticatedGroup?: string;
}

const limits = {
	/** Squid says 63, defines a name of 63, and then does not find it. */
	aclName: {
		most: 62,
		of: "characters in the name of an ACL",
		source: "https://github.com/squid-cache/squid/blob/v5/src/defines.h",
	},
};

/**
 * Rules for an explicit Squid proxy.
 * A host is paired with its port and any method is allowed: a plan does not tell TLS, which arrives as CONNECT,
 * from plain http, which does not. An allow line at the head of a shared configuration would open these hosts to
 * everybody, so without a word on whose devices they are the lines are left as comments.
 */
export const squid: FirewallBackend<SquidOptions> = {
	title: "Squid",
	docs: "https://www.squid-cache.org/Doc/config/acl/",
	evidence: "read by squid -k parse and a live proxy",
	names: "exact",
	subdomains: "includes the name itself",
	ports: true,
	clients: true,
	denies: "dedicated",
	deniesHosts: true,
	inspects: true,
	quic: "not seen",
	revisions: "the file replaces the old one at `squid -k reconfigure`",
	limits,
	options: {
		dedicated: {
			shape: flag,
			summary: "Whether the proxy serves these devices alone, so that it denies everything else.",
			default: false,
		},
		authenticatedGroup: {
			shape: textMatching(
				"group-name",
				/^[A-Za-z0-9][A-Za-z0-9._@-]{0,255}$/,
				"is no group name that Squid reads as one word; expected letters, digits, dots, dashes, underscores and @",
			),
			summary: "Group of an authenticating proxy, as its external_acl_type claude_groups names it.",
			defaultNote: "users are not told apart",
		},
	},
	examples: {
		dedicated: { dedicated: true },
		definitions: {},
		clients: { clients: ["10.20.0.0/16", "2001:db8:20::/48"] },
		"dedicated-clients": { dedicated: true, clients: ["10.20.0.0/16"] },
		authenticated: { authenticatedGroup: "claude-users" },
		denying: { dedicated: true, deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] } },
		inspecting: { dedicated: true, inspects: true },
	},
	render(request, { dedicated = false, authenticatedGroup }) {
		const { hosts, group, clients, denied = [], inspects } = request;
		const prefix = prefixOf(request);
		const users = group === undefined ? authenticatedGroup : undefined;
		const sources = [
			...(clients ? [`${prefix}_clients`] : []),
			// Last in its line: who asks for another host is not asked who they are.
			...(users === undefined ? [] : [`${prefix}_users`]),
		];
		const isPlaced = dedicated || sources.length > 0;
		const access = (verb: "allow" | "deny", acls: string) =>
			isPlaced ? `http_access ${verb} ${[acls, ...sources].join(" ")}` : `# http_access ${verb} ${acls} CLIENTS`;
		const rules = portsOf(hosts).map((of) => renderPort(prefix, of));
		const lines = [
			`# ${titleOf(request)}.`,
			...introduction(dedicated, isPlaced),
			...(clients ?? []).map((network) => `acl ${prefix}_clients src ${network}`),
			...(users === undefined ? [] : [`acl ${prefix}_users external claude_groups ${users}`]),
			...denied.flatMap((each) => [
				`# denied: ${denialComment(each)}`,
				`acl ${prefix}_denied dstdomain -n ${each.host}`,
			]),
			...(denied.length > 0 ? [access("deny", `${prefix}_denied`)] : []),
			...rules.flatMap(({ definitions, allowed }) => [...definitions, access("allow", allowed)]),
			...(dedicated ? ["http_access deny all"] : []),
		];
		const isIdle = !isPlaced && group === undefined;
		return made(
			{
				files: [
					{ name: "squid.conf", mediaType: "text/plain", content: linesOf(lines) },
					...(inspects
						? [{ name: "bypass.conf", mediaType: "text/plain", content: linesOf(bypass(prefix, hosts)) }]
						: []),
				],
				effects: rules.flatMap(({ effects }) => effects),
			},
			isIdle ? [opensNothing] : [],
		);
	},
};

/**
 * What Squid must pass on without opening it, by the name in the client's hello.
 * https://www.squid-cache.org/Doc/config/ssl_bump/
 */
function bypass(prefix: string, hosts: readonly EgressHost[]): string[] {
	const acl = `${prefix}_bypass`;
	// Whatever its port, a name is passed on.
	const all = plannedNames(hosts);
	const names = [...all.topmost.map((name) => `.${name}`), ...exactNames(all).filter((name) => !isAddress(name))];
	const addresses = all.alone.filter(isAddress);
	return [
		"# Place these lines before every other ssl_bump line: names are read from the client's hello, which is not opened.",
		`acl ${prefix}_hello at_step SslBump1`,
		...names.map((name) => `acl ${acl} ssl::server_name ${name}`),
		...addresses.map((address) => `acl ${acl}_addresses dst -n ${address}`),
		`ssl_bump peek ${prefix}_hello`,
		...(names.length > 0 ? [`ssl_bump splice ${acl}`] : []),
		...(addresses.length > 0 ? [`ssl_bump splice ${acl}_addresses`] : []),
	];
}

const opensNothing = warning(
	"opens-nothing",
	[],
	"opens nothing until its http_access lines are placed by hand; say clients, authenticatedGroup, or dedicated: true for a proxy of these devices alone",
);

function introduction(dedicated: boolean, isPlaced: boolean): string[] {
	if (dedicated) return ["# For a proxy of these devices alone: what it does not list is denied."];
	if (isPlaced) return ["# For these clients alone, before other http_access lines, which decide everything else."];
	return [
		"# Defines lists and opens nothing. Place each http_access line that stands here as a comment with an ACL of your own",
		"# clients for CLIENTS; without one it would open these hosts to everybody.",
	];
}

/** What every ACL of these rules begins with, so that one proxy can serve several deployments and groups. */
function prefixOf(request: RuleRequest): string {
	return shortName(`claude_${ownerName(request, "_")}`, limits.aclName.most - "_hosts_65535".length);
}

/** A line per name, because Squid limits the length of a line and not their number. */
function renderPort(
	prefix: string,
	of: PortHosts,
): { definitions: readonly string[]; allowed: string; effects: readonly Effect[] } {
	const { port } = of;
	const define = (name: string, value: string) => [
		`# ${commentOf(of.named(name))}`,
		// Without `-n` a request for an address would match by the address's reverse name.
		`acl ${prefix}_hosts_${port} dstdomain -n ${value}`,
	];
	return {
		definitions: [
			`acl ${prefix}_port_${port} port ${port}`,
			...of.topmost.flatMap((name) => define(name, `.${name}`)),
			...exactNames(of).flatMap((name) => define(name, inUrl(name))),
		],
		allowed: `${prefix}_hosts_${port} ${prefix}_port_${port}`,
		effects: subdomainEffects(of, (name) => `also matches ${name}`),
	};
}

/** `.x` beside `x` stops Squid from starting, and what lies below `.x` is matched by it already. */
function exactNames({ alone, above }: PlannedNames): string[] {
	return alone.filter((name) => !above.has(name));
}

/** Squid compares with the host of a URL, where an IPv6 address stands in brackets. */
function inUrl(host: string): string {
	return host.includes(":") ? `[${host}]` : host;
}
