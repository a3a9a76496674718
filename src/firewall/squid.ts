import type { EgressHost } from "../egress/plan.js";
import { compareText } from "../json.js";
import { made } from "../outcome.js";
import type { Effect, FirewallBackend } from "./backend.js";

type Options = Record<never, never>;

const header = "# Claude egress. Stands before every other http_access line: what it does not list is denied.\n";

/**
 * Rules for an explicit Squid proxy.
 * A host is paired with its port and any method is allowed: a plan does not tell TLS, which arrives as CONNECT,
 * from plain http, which does not.
 */
export const squid: FirewallBackend<Options> = {
	title: "Squid",
	docs: "https://www.squid-cache.org/Doc/config/acl/",
	evidence: "read by squid -k parse and a live proxy",
	subdomains: "includes the name itself",
	ports: true,
	denies: true,
	options: {},
	examples: { plain: {} },
	render({ hosts }) {
		const ports = [...new Set(hosts.map(({ port }) => port))].sort((a, b) => a - b);
		const rules = ports.map((port) =>
			renderPort(
				port,
				hosts.filter((host) => host.port === port),
			),
		);
		return made({
			files: [
				{
					name: "squid.conf",
					mediaType: "text/plain",
					content: `${header}${rules.map(({ text }) => text).join("")}http_access deny all\n`,
				},
			],
			effects: rules.flatMap(({ effects }) => effects),
		});
	},
};

/** A line per name, because Squid limits the length of a line and not their number. */
function renderPort(port: number, hosts: readonly EgressHost[]): { text: string; effects: readonly Effect[] } {
	const parents = namesOf(hosts, "subdomains");
	const names = namesOf(hosts, "exact");
	const isCovered = (name: string) => ancestors(name).some((ancestor) => parents.has(ancestor));
	const suffixes = [...parents].filter((name) => !isCovered(name)).sort(compareText);
	// `.x` beside `x` stops Squid from starting, and what lies below `.x` is matched by it already.
	const exact = [...names].filter((name) => !parents.has(name) && !isCovered(name)).sort(compareText);
	const lines = [
		`acl claude_port_${port} port ${port}`,
		// Without `-n` a request for an address would match by the address's reverse name.
		...[...suffixes.map((name) => `.${name}`), ...exact.map(inUrl)].map(
			(value) => `acl claude_hosts_${port} dstdomain -n ${value}`,
		),
		`http_access allow claude_hosts_${port} claude_port_${port}`,
	];
	return {
		text: lines.map((line) => `${line}\n`).join(""),
		effects: suffixes
			.filter((name) => !names.has(name))
			.map((host) => ({ host, match: "subdomains", port, kind: "widened", because: `also matches ${host}` })),
	};
}

function namesOf(hosts: readonly EgressHost[], match: EgressHost["match"]): ReadonlySet<string> {
	return new Set(hosts.filter((host) => host.match === match).map(({ host }) => host));
}

/** Squid compares with the host of a URL, where an IPv6 address stands in brackets. */
function inUrl(host: string): string {
	return host.includes(":") ? `[${host}]` : host;
}

/** `b.c` and `c` of `a.b.c`. */
function ancestors(name: string): string[] {
	const labels = name.split(".");
	return labels.slice(1).map((_, index) => labels.slice(index + 1).join("."));
}
