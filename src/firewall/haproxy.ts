import { made } from "../outcome.js";
import { textMatching, words } from "../shape/build.js";
import type { FirewallBackend, RuleFile, RuleRequest } from "./backend.js";
import { commentOf, linesOf, titleOf } from "./comment.js";
import { denialComment } from "./denied-host.js";
import { dropNameless, showsHello } from "./nameless-ports.js";
import { ownerName } from "./owner-name.js";
import { type PortHosts, portsOf } from "./port-hosts.js";

export interface HaproxyOptions {
	/** Folder on the proxy that the lists beside the configuration are put in. @default "/etc/haproxy/claude" */
	readonly folder?: string;
	/** Address and port of the resolver that the proxy asks. @default - the resolvers of the machine */
	readonly resolver?: string;
	/** Kind of address that the proxy connects to. @default "ipv4" */
	readonly connectBy?: "ipv4" | "ipv6";
}

/**
 * A proxy that passes TLS on unopened by the name in the client's hello, for devices that are led to it by DNS answers
 * or by redirected packets. It resolves the name itself, so that a hello cannot lead elsewhere than its name says.
 */
export const haproxy: FirewallBackend<HaproxyOptions> = {
	title: "HAProxy by SNI",
	docs: "https://docs.haproxy.org/2.6/configuration.html#7.3.5-req.ssl_sni",
	evidence: "read by haproxy -c and a live proxy",
	names: "exact",
	subdomains: "exact",
	ports: true,
	clients: true,
	denies: true,
	deniesHosts: true,
	inspects: false,
	quic: "not seen",
	revisions: "the files replace the old ones at the next reload",
	options: {
		folder: {
			shape: textMatching(
				"folder",
				/^\/[A-Za-z0-9._/-]{1,200}$/,
				"is no folder; expected an absolute path of letters, digits, dots, dashes and underscores",
			),
			summary: "Folder on the proxy that the lists beside the configuration are put in.",
			default: "/etc/haproxy/claude",
		},
		resolver: {
			shape: textMatching(
				"resolver",
				/^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:]+\]):\d{1,5}$/,
				"is no resolver; expected an address and a port, such as 10.0.0.53:53",
			),
			summary: "Address and port of the resolver that the proxy asks.",
			defaultNote: "the resolvers of the machine",
		},
		connectBy: {
			shape: words(["ipv4", "ipv6"]),
			summary: "Kind of address that the proxy connects to.",
			default: "ipv4",
		},
	},
	examples: {
		plain: {},
		clients: { clients: ["10.20.0.0/16", "2001:db8:20::/48"] },
		resolver: { resolver: "10.0.0.53:53", connectBy: "ipv6", folder: "/srv/haproxy" },
		denying: { deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] } },
	},
	render(request, options) {
		const ports = portsOf(request.hosts.filter(showsHello));
		const lists = ports.flatMap((of) => listsOf(request, of));
		const denied = request.denied ?? [];
		return made({
			files: [
				{ name: "haproxy.cfg", mediaType: "text/plain", content: linesOf(configuration(request, options, ports)) },
				...lists,
				...(denied.length === 0
					? []
					: [
							list(
								listName(request, "denied"),
								denied.map((each) => [denialComment(each), each.host]),
							),
						]),
			],
			effects: dropNameless(request.hosts.filter((host) => !showsHello(host))),
			notes: request.group === undefined ? [] : [ofItsOwn],
		});
	},
};

const ofItsOwn =
	"the rules of each group listen on the same ports, so that each group needs a proxy of its own, to which its devices are led";

/** HAProxy takes 64 words in a line. */
const networksInALine = 50;

function configuration(request: RuleRequest, options: HaproxyOptions, ports: readonly PortHosts[]): string[] {
	const { resolver } = options;
	const prefix = `claude_${ownerName(request, "_")}`;
	return [
		`# ${titleOf(request)}. Beside the global section of this proxy; what is not planned is rejected.`,
		"# Its resolver must answer with the true addresses, not with that of this proxy.",
		`resolvers ${prefix}`,
		resolver === undefined ? "\tparse-resolv-conf" : `\tnameserver first ${resolver}`,
		"",
		...ports.flatMap((of) => frontend(request, options, prefix, of)),
	];
}

function frontend(request: RuleRequest, options: HaproxyOptions, prefix: string, of: PortHosts): string[] {
	const { folder = "/etc/haproxy/claude", connectBy = "ipv4" } = options;
	const { port } = of;
	const clients = request.clients ?? [];
	const networks = Array.from({ length: Math.ceil(clients.length / networksInALine) }, (_, index) =>
		clients.slice(index * networksInALine, (index + 1) * networksInALine),
	);
	const named = [
		...(of.alone.length > 0
			? [["named", `req.ssl_sni -m str -i -f ${folder}/${listName(request, `names-${port}`)}`] as const]
			: []),
		...(of.topmost.length > 0
			? [["below", `req.ssl_sni -m end -i -f ${folder}/${listName(request, `suffixes-${port}`)}`] as const]
			: []),
	];
	const each = (action: string) => named.map(([acl]) => `\ttcp-request content ${action} if hello ${acl}`);
	const to = `txn.${prefix.replaceAll("-", "_")}`;
	return [
		`frontend ${prefix}_${port}`,
		"\tmode tcp",
		`\tbind :${port}`,
		"\ttimeout client 1m",
		"\ttcp-request inspect-delay 5s",
		...networks.map((some) => `\tacl clients src ${some.join(" ")}`),
		...(clients.length > 0 ? ["\ttcp-request connection reject if !clients"] : []),
		"\tacl hello req.ssl_hello_type 1",
		...(request.denied?.length
			? [
					`\tacl denied req.ssl_sni -m str -i -f ${folder}/${listName(request, "denied")}`,
					"\ttcp-request content reject if hello denied",
				]
			: []),
		...named.map(([acl, match]) => `\tacl ${acl} ${match}`),
		...each(`do-resolve(${to},${prefix},${connectBy}) req.ssl_sni`),
		...each(`set-dst var(${to})`).map((line) => `${line} { var(${to}) -m found }`),
		...each("accept").map((line) => `${line} { var(${to}) -m found }`),
		"\ttcp-request content reject",
		`\tdefault_backend ${prefix}_${port}`,
		"",
		`backend ${prefix}_${port}`,
		"\tmode tcp",
		"\ttimeout connect 5s",
		"\ttimeout server 1m",
		"\t# No address of its own: where the name leads to.",
		`\tserver named ${connectBy === "ipv4" ? "0.0.0.0" : "[::]"}:${port}`,
		"",
	];
}

/** Lists of several deployments and groups may be put in one folder; neither has a dot in its name. */
function listName(request: RuleRequest, kind: string): string {
	return `${ownerName(request, ".")}-${kind}.lst`;
}

function listsOf(request: RuleRequest, of: PortHosts): RuleFile[] {
	const { port, alone, topmost } = of;
	const entries = (names: readonly string[], dot: string) =>
		names.map((name) => [commentOf(of.named(name)), `${dot}${name}`] as const);
	return [
		...(alone.length > 0 ? [list(listName(request, `names-${port}`), entries(alone, ""))] : []),
		...(topmost.length > 0 ? [list(listName(request, `suffixes-${port}`), entries(topmost, "."))] : []),
	];
}

function list(name: string, entries: readonly (readonly [comment: string, pattern: string])[]): RuleFile {
	const lines = entries.flatMap(([comment, pattern]) => [`# ${comment}`, pattern]);
	return { name, mediaType: "text/plain", content: linesOf(lines) };
}
