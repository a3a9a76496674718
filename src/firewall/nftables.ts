import { isAddress } from "../host.js";
import { made, refused } from "../outcome.js";
import { error, type Problem } from "../problem.js";
import { textMatching, words } from "../shape/build.js";
import { type Effect, effectOn, type FirewallBackend, type RuleRequest } from "./backend.js";
import { commentOf, linesOf, titleOf } from "./comment.js";
import { denialComment } from "./denied-host.js";
import { heldForEverybody } from "./no-clients.js";
import { ownerName } from "./owner-name.js";
import { type PortHosts, portsOf } from "./port-hosts.js";
import { subdomainEffects } from "./subdomain-effects.js";

export interface NftablesOptions {
	/**
	 * `forward`: on a router, for what passes through it. `output`: on a device itself, for what leaves it.
	 * @default "forward"
	 */
	readonly hook?: "forward" | "output";
	/** Account on the device that the rules hold for, by name or number; only with the hook `output`. @default everybody */
	readonly user?: string;
}

type Hook = NonNullable<NftablesOptions["hook"]>;

/**
 * Rules of nftables over sets of addresses that dnsmasq fills as it answers for planned names: nftables knows no names.
 * So a rule opens whatever else stands at such an address, and dnsmasq takes what is below a name along with it.
 */
export const nftables: FirewallBackend<NftablesOptions> = {
	title: "nftables with dnsmasq",
	docs: "https://thekelleys.org.uk/dnsmasq/docs/dnsmasq-man.html",
	evidence: "read by nft and dnsmasq, live",
	names: "includes what is below",
	subdomains: "includes the name itself",
	ports: true,
	clients: true,
	denies: true,
	deniesHosts: true,
	inspects: false,
	quic: "refused",
	revisions: "deletes its table first, in one transaction with the new one; restart dnsmasq then",
	options: {
		hook: {
			shape: words(["forward", "output"]),
			summary: "Whether the rules stand on a router, or on a device itself.",
			default: "forward",
		},
		user: {
			shape: textMatching(
				"user-name",
				/^[a-z0-9_][a-z0-9_-]{0,31}$/,
				"is no account of Linux; expected a name or a number",
			),
			summary: "Account on the device that the rules hold for, with the hook output.",
			defaultNote: "everybody",
		},
	},
	examples: {
		router: {},
		clients: { clients: ["10.20.0.0/16", "2001:db8:20::/48"] },
		device: { hook: "output", user: "1000" },
		denying: { deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] } },
	},
	render(request, { hook = "forward", user }) {
		const problems = checkOptions(request, hook, user);
		if (problems.length > 0) return refused(...problems);
		const ports = portsOf(request.hosts);
		return made({
			files: [
				{ name: "claude.nft", mediaType: "text/plain", content: linesOf(ruleset(request, hook, user, ports)) },
				{ name: "dnsmasq.conf", mediaType: "text/plain", content: linesOf(resolver(request, ports)) },
			],
			effects: ports.flatMap(effectsOf),
			notes: [
				"the rules hold addresses, so that every other name at the address of an opened host is open, too",
				...(hook === "forward" ? heldForEverybody(request, "everybody whose traffic the router forwards", true) : []),
			],
		});
	},
};

function checkOptions({ clients }: RuleRequest, hook: Hook, user: string | undefined): Problem[] {
	const onRouter = "is for the hook output; a router does not know accounts";
	const onDevice = "is for a router; on a device itself nothing comes from elsewhere";
	return [
		...(user !== undefined && hook === "forward" ? [error("hook", ["user"], onRouter)] : []),
		...(clients && hook === "output" ? [error("hook", ["clients"], onDevice)] : []),
	];
}

function tableOf(request: RuleRequest): string {
	return `claude_${ownerName(request, "_")}`;
}

function ruleset(request: RuleRequest, hook: Hook, user: string | undefined, ports: readonly PortHosts[]): string[] {
	const table = `inet ${tableOf(request)}`;
	const { clients } = request;
	const sources = families
		.map((family) => ({ family, networks: (clients ?? []).filter((network) => familyOf(network) === family) }))
		.filter(({ networks }) => networks.length > 0);
	const jumps = sources.map(({ family }) => `\t\t${keywordOf(family)} saddr @clients${family} jump egress`);
	const everybody = user === undefined ? "\t\tjump egress" : `\t\tmeta skuid ${user} jump egress`;
	return [
		"#!/usr/sbin/nft -f",
		`# ${titleOf(request)}. dnsmasq fills the sets, by dnsmasq.conf beside this file.`,
		"# The first two lines make loading this file replace what it defined before, in one transaction.",
		`table ${table}`,
		`delete table ${table}`,
		`table ${table} {`,
		...sources.flatMap(({ family, networks }) => networkSet(family, networks)),
		...ports.flatMap(({ port }) => families.flatMap((family) => nameSet(port, family))),
		`\tchain ${hook} {`,
		`\t\ttype filter hook ${hook} priority filter; policy accept;`,
		...(clients ? jumps : [everybody]),
		"\t}",
		"\tchain egress {",
		"\t\tct state established,related accept",
		...(hook === "output" ? ['\t\toifname "lo" accept', "\t\tmeta l4proto { tcp, udp } th dport 53 accept"] : []),
		...ports.flatMap(portRules),
		'\t\tcounter reject with icmpx admin-prohibited comment "what is not planned, QUIC too"',
		"\t}",
		"}",
	];
}

const families = [4, 6] as const;
type Family = (typeof families)[number];

function familyOf(network: string): Family {
	return network.includes(":") ? 6 : 4;
}

function keywordOf(family: Family): string {
	return family === 4 ? "ip" : "ip6";
}

function networkSet(family: Family, networks: readonly string[]): string[] {
	return [
		`\tset clients${family} {`,
		`\t\ttype ipv${family}_addr`,
		"\t\tflags interval",
		"\t\tauto-merge",
		`\t\telements = { ${networks.join(", ")} }`,
		"\t}",
	];
}

/** Far beyond what dnsmasq and devices keep an answer for, so that an address that is in use is there again in time. */
const keepAddresses = "6h";

function nameSet(port: number, family: Family): string[] {
	return [
		`\tset ${setOf(port, family)} {`,
		`\t\ttype ipv${family}_addr`,
		"\t\tflags timeout",
		`\t\ttimeout ${keepAddresses}`,
		"\t}",
	];
}

function setOf(port: number, family: Family): string {
	return `tcp${port}_ipv${family}`;
}

function portRules({ port, alone }: PortHosts): string[] {
	return [
		...alone
			.filter(isAddress)
			.map((address) => `\t\t${keywordOf(familyOf(address))} daddr ${address} tcp dport ${port} accept`),
		...families.map((family) => `\t\t${keywordOf(family)} daddr @${setOf(port, family)} tcp dport ${port} accept`),
	];
}

/**
 * Answers for what lies at or below a name go into the sets of the longest name that matches, and of no other: a line has
 * the ports of every name above it as well.
 */
function resolver(request: RuleRequest, ports: readonly PortHosts[]): string[] {
	const table = tableOf(request);
	const names = new Set(ports.flatMap(({ exact, above }) => [...exact, ...above]).filter((name) => !isAddress(name)));
	const lines = [...names].sort().flatMap((name) => {
		const opened = ports.filter((of) => of.exact.has(name) || of.above.has(name) || of.isBelow(name));
		const sets = opened.flatMap(({ port }) =>
			families.map((family) => `${family}#inet#${table}#${setOf(port, family)}`),
		);
		return [`# ${commentOf(opened.flatMap((of) => of.named(name)))}`, `nftset=/${name}/${sets.join(",")}`];
	});
	return [
		`# ${titleOf(request)}. For the dnsmasq that these devices ask, beside its own settings, on the machine of claude.nft.`,
		"# Answers are kept for a minute, here and on devices, so that addresses come into the sets again before they leave.",
		"max-ttl=60",
		"max-cache-ttl=60",
		...(request.denied ?? []).flatMap((each) => [
			`# denied: ${denialComment(each)}`,
			`host-record=${each.host},0.0.0.0,::`,
		]),
		...lines,
	];
}

/** What dnsmasq takes along with a name: what is below an exact one, and the name of a `*.`. */
function effectsOf(of: PortHosts): Effect[] {
	const { port } = of;
	const below = of.alone
		.filter((name) => !isAddress(name) && !of.above.has(name))
		.map((host) => effectOn({ host, match: "exact", port }, "widened", "also opens what is below it"));
	return [...below, ...subdomainEffects(of, (name) => `also opens ${name}`)];
}
