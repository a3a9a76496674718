import { inOrder } from "../egress/order.js";
import type { EgressHost } from "../egress/plan.js";
import { isAddress } from "../host.js";
import { compareText } from "../json.js";
import { made } from "../outcome.js";
import { integer } from "../shape/build.js";
import { effectOn, type FirewallBackend, type RuleRequest } from "./backend.js";
import { commentOf, linesOf, plainLine, titleOf } from "./comment.js";
import { denialComment } from "./denied-host.js";
import { ancestorsOf, type PlannedNames, plannedNames } from "./port-hosts.js";
import { notAsked, portEffects } from "./resolver-effects.js";

export interface RpzOptions {
	/** Serial number of the zone. A server that transfers it takes a new one only with a higher number. @default 1 */
	readonly serial?: number;
}

const limits = {
	/** A name of 253 characters below a zone whose own name and label for wildcards have to fit as well. */
	name: {
		most: 200,
		of: "characters in a name",
		source: "https://www.rfc-editor.org/rfc/rfc1035",
	},
};

/**
 * A response policy zone for a resolver, or a view of one, that these devices alone ask: it answers for planned names,
 * and for nothing else.
 * A wildcard matches nothing below a name that the zone has (RFC 4592, closest encloser), so that each name above a
 * planned one needs a rule of its own and one for what is below it.
 */
export const rpz: FirewallBackend<RpzOptions> = {
	title: "DNS response policy zone",
	docs: "https://datatracker.ietf.org/doc/html/draft-vixie-dnsop-dns-rpz",
	evidence: "read by named-checkzone, and by live BIND and Unbound",
	names: "exact",
	subdomains: "exact",
	ports: false,
	clients: false,
	denies: true,
	deniesHosts: true,
	inspects: false,
	quic: "passes",
	resolves: true,
	revisions: "the file replaces the old one at the next reload; say a higher serial where other servers transfer it",
	limits,
	options: {
		serial: {
			shape: integer({ min: 1, max: 4294967295 }),
			summary: "Serial number of the zone, for servers that transfer it.",
			default: 1,
		},
	},
	examples: {
		plain: {},
		serial: { serial: 2026112901 },
		denying: { deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] } },
	},
	render(request, { serial = 1 }) {
		const kept = request.hosts.filter((host) => whyDropped(host) === undefined);
		const dropped = inOrder(request.hosts).flatMap((host) => {
			const because = whyDropped(host);
			return because === undefined ? [] : [effectOn(host, "dropped", because)];
		});
		return made({
			files: [{ name: "rpz.zone", mediaType: "text/plain", content: linesOf(zone(request, kept, serial)) }],
			effects: [...dropped, ...portEffects(kept)],
		});
	},
};

function zone(request: RuleRequest, hosts: readonly EgressHost[], serial: number): string[] {
	const all = plannedNames(hosts);
	const denied = new Map((request.denied ?? []).map((each) => [each.host, each]));
	const names = namesOf([...all.exact, ...all.above, ...denied.keys()]);
	return [
		`; ${plainLine(`${titleOf(request)}. For a resolver, or a view of one, that these devices alone ask.`)}`,
		"$TTL 300",
		`@ SOA localhost. hostmaster.localhost. ( ${serial} 3600 600 86400 300 )`,
		"@ NS localhost.",
		...names.flatMap((name) => {
			const because = denied.get(name);
			const why = because ? `denied: ${denialComment(because)}` : commentOf(all.named(name));
			return [...(why === "" ? [] : [`; ${why}`]), ...rulesOf(name, all)];
		}),
		"; Everything else.",
		"* CNAME .",
	];
}

/** Names with every name above them, those of a domain together. */
function namesOf(names: readonly string[]): string[] {
	const all = new Set(names.flatMap((name) => [name, ...ancestorsOf(name)]));
	return [...all]
		.map((name) => ({ name, key: name.split(".").reverse().join(".") }))
		.sort((a, b) => compareText(a.key, b.key))
		.map(({ name }) => name);
}

/** What the zone says of a name, and of what is below it. */
function rulesOf(name: string, all: PlannedNames): [string, string] {
	const isBelow = all.isBelow(name);
	const rule = (isOpen: boolean) => `CNAME ${isOpen ? "rpz-passthru." : "."}`;
	return [`${name} ${rule(isBelow || all.exact.has(name))}`, `*.${name} ${rule(isBelow || all.above.has(name))}`];
}

/** Labels by which a zone knows a rule that is not about a name. */
const triggers = /(^|\.)rpz-[a-z-]+$/;

function whyDropped({ host }: EgressHost): string | undefined {
	if (isAddress(host)) return notAsked;
	if (host.length > limits.name.most) {
		return `is longer than ${limits.name.most} characters, which may be too long below the zone's own name`;
	}
	return triggers.test(host) ? "ends like a rule that is not about a name" : undefined;
}
