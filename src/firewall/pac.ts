import { made } from "../outcome.js";
import { textMatching } from "../shape/build.js";
import type { TextShape } from "../shape/shape.js";
import type { FirewallBackend, RuleRequest } from "./backend.js";
import { commentOf, linesOf, titleOf } from "./comment.js";
import { denialComment } from "./denied-host.js";
import { type PortHosts, portsOf } from "./port-hosts.js";

export interface PacOptions {
	/** Where planned hosts are reached: `DIRECT`, or proxies as a PAC file names them. @default "DIRECT" */
	readonly planned?: string;
	/** Where everything else goes. @default "PROXY 127.0.0.1:9", where nothing answers */
	readonly otherwise?: string;
}

const ways: TextShape = textMatching(
	"proxies",
	/^(DIRECT|(PROXY|HTTPS?|SOCKS[45]?) [A-Za-z0-9.[\]:-]+:\d{1,5})(; ?(DIRECT|(PROXY|HTTPS?|SOCKS[45]?) [A-Za-z0-9.[\]:-]+:\d{1,5}))*$/,
	'is no way that a PAC file knows; expected DIRECT, or such as "PROXY proxy.example.com:3128; DIRECT"',
);

/**
 * A proxy configuration file that leads planned hosts one way and everything else another: advice to the programs that
 * follow it, and no barrier to others. Names are compared whole and by label, because `dnsDomainIs(host, "x.com")` also
 * takes evilx.com. The language is that of 1999, which every reader of such files knows.
 */
export const pac: FirewallBackend<PacOptions> = {
	title: "Proxy configuration file (PAC)",
	docs: "https://developer.mozilla.org/docs/Web/HTTP/Guides/Proxy_servers_and_tunneling/Proxy_Auto-Configuration_PAC_file",
	evidence: "read by pac-resolver in QuickJS",
	names: "exact",
	subdomains: "exact",
	ports: true,
	clients: false,
	denies: true,
	deniesHosts: true,
	inspects: false,
	quic: "not seen",
	revisions: "the file replaces the old one once programs fetch it again",
	options: {
		planned: { shape: ways, summary: "Where planned hosts are reached, as a PAC file says it.", default: "DIRECT" },
		otherwise: {
			shape: ways,
			summary: "Where everything else goes, as a PAC file says it.",
			default: "PROXY 127.0.0.1:9",
		},
	},
	examples: {
		direct: {},
		proxied: { planned: "PROXY proxy.example.com:3128; PROXY proxy2.example.com:3128" },
		denying: { deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] } },
	},
	render(request, { planned = "DIRECT", otherwise = "PROXY 127.0.0.1:9" }) {
		const ports = portsOf(request.hosts);
		return made({
			files: [
				{
					name: "claude.pac",
					mediaType: "application/x-ns-proxy-autoconfig",
					content: linesOf([...tables(request, ports), ...program(planned, otherwise)]),
				},
			],
			effects: [],
		});
	},
};

function tables(request: RuleRequest, ports: readonly PortHosts[]): string[] {
	const denied = (request.denied ?? []).map((each) => [`denied: ${denialComment(each)}`, each.host] as const);
	const entries = (names: "alone" | "topmost") =>
		ports.flatMap((of) => of[names].map((name) => [commentOf(of.named(name)), `${name}:${of.port}`] as const));
	return [
		`// ${titleOf(request)}.`,
		"",
		"// Denied on every port.",
		...table("denied", denied),
		"// Names and addresses, each with its port.",
		...table("planned", entries("alone")),
		"// Any depth below these, and not the names themselves.",
		...table("below", entries("topmost")),
	];
}

function table(name: string, entries: readonly (readonly [comment: string, key: string])[]): string[] {
	const lines = entries.flatMap(([comment, key], index) => [
		`\t// ${comment}`,
		`\t${JSON.stringify(key)}: true${index < entries.length - 1 ? "," : ""}`,
	]);
	return [`var ${name} = {`, ...lines, "};", ""];
}

function program(planned: string, otherwise: string): string[] {
	return `function has(table, name) {
	return Object.prototype.hasOwnProperty.call(table, name);
}

function portOf(url) {
	var parts = /^([a-z]+):\\/\\/(?:[^\\/?#]*@)?(?:\\[[^\\]]*\\]|[^\\/?#:@]*)(?::(\\d+))?(?:[\\/?#]|$)/.exec(url.toLowerCase());
	if (!parts) return "";
	if (parts[2]) return parts[2];
	if (parts[1] === "https" || parts[1] === "wss") return "443";
	return parts[1] === "http" || parts[1] === "ws" ? "80" : "";
}

function FindProxyForURL(url, host) {
	var name = host.toLowerCase().replace(/^\\[|\\]$/g, "").replace(/\\.$/, "");
	var port = portOf(url);
	if (!has(denied, name) && port !== "") {
		if (has(planned, name + ":" + port)) return ${JSON.stringify(planned)};
		var dot = name.indexOf(".");
		while (dot !== -1) {
			if (has(below, name.slice(dot + 1) + ":" + port)) return ${JSON.stringify(planned)};
			dot = name.indexOf(".", dot + 1);
		}
	}
	return ${JSON.stringify(otherwise)};
}`.split("\n");
}
