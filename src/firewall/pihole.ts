import { inOrder } from "../egress/order.js";
import type { EgressHost } from "../egress/plan.js";
import { isAddress } from "../host.js";
import { made } from "../outcome.js";
import { effectOn, type FirewallBackend, type NoOptions, type RuleRequest } from "./backend.js";
import { commentOf, linesOf, titleOf } from "./comment.js";
import { type DeniedHost, denialComment } from "./denied-host.js";
import { ownerName } from "./owner-name.js";
import { type PlannedNames, plannedNames } from "./port-hosts.js";
import { notAsked, portEffects } from "./resolver-effects.js";

/** What Pi-hole's table of domains calls its four kinds, by its schema. */
const kinds = { allowed: 0, denied: 1, allowedByExpression: 2 };

/**
 * Entries for Pi-hole, which denies what lists name and answers everything else: planned names stay answered whatever
 * its lists say, and hosts of a deny list are denied. The latter also as a hosts file, for devices and other resolvers.
 */
export const pihole: FirewallBackend<NoOptions> = {
	title: "Pi-hole, and a hosts file",
	docs: "https://docs.pi-hole.net/database/domain-database/",
	evidence: "read by SQLite with Pi-hole's schema, and the hosts file by dnsmasq",
	names: "exact",
	subdomains: "exact",
	ports: false,
	clients: false,
	denies: false,
	deniesHosts: true,
	inspects: false,
	quic: "passes",
	resolves: true,
	revisions: "deletes what an earlier revision entered, in one transaction; the hosts file replaces the old one",
	options: {},
	examples: {
		plain: {},
		denying: { deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] } },
	},
	render(request) {
		const denied = request.denied ?? [];
		const addresses = request.hosts.filter(({ host }) => isAddress(host));
		const names = request.hosts.filter(({ host }) => !isAddress(host));
		return made({
			files: [
				{ name: "domainlist.sql", mediaType: "application/sql", content: linesOf(statements(request, names)) },
				...(denied.length === 0
					? []
					: [{ name: "deny.hosts", mediaType: "text/plain", content: linesOf(hostsFile(request, denied)) }]),
			],
			effects: [...inOrder(addresses).map((host) => effectOn(host, "dropped", notAsked)), ...portEffects(names)],
		});
	},
};

function statements(request: RuleRequest, hosts: readonly EgressHost[]): string[] {
	const mark = markOf(request);
	return [
		`-- ${titleOf(request)}. For Pi-hole's gravity.db, by SQLite; let Pi-hole read its lists again afterwards.`,
		"BEGIN IMMEDIATE;",
		"-- What an earlier revision entered. Entries of others stay, also where they name the same host.",
		`DELETE FROM domainlist WHERE substr(comment, 1, ${mark.length}) = ${quoted(mark)};`,
		...(request.denied ?? []).map((each) => entry(mark, kinds.denied, each.host, each.host, denialComment(each))),
		...openings(mark, plannedNames(hosts)),
		"COMMIT;",
	];
}

function openings(mark: string, of: PlannedNames): string[] {
	return [
		...of.topmost.map((name) =>
			entry(
				mark,
				kinds.allowedByExpression,
				`\\.${name.replaceAll(".", "\\.")}$`,
				`*.${name}`,
				commentOf(of.named(name)),
			),
		),
		...of.alone.map((name) => entry(mark, kinds.allowed, name, name, commentOf(of.named(name)))),
	];
}

function entry(mark: string, kind: number, domain: string, host: string, comment: string): string {
	const values = [kind, quoted(domain), 1, quoted(`${mark}${host}: ${comment}`)].join(", ");
	return `INSERT OR IGNORE INTO domainlist (type, domain, enabled, comment) VALUES (${values});`;
}

/** What the comment of every entry of these rules begins with, and of no others. */
function markOf(request: RuleRequest): string {
	return `pulumi-cowork ${ownerName(request, "/")}: `;
}

function quoted(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}

function hostsFile(request: RuleRequest, denied: readonly DeniedHost[]): string[] {
	return [
		`# ${titleOf(request)}: hosts that are denied.`,
		...denied.flatMap((each) => [`# ${denialComment(each)}`, `0.0.0.0 ${each.host}`, `:: ${each.host}`]),
	];
}
