import { isAddress } from "../host.js";
import { made, refused } from "../outcome.js";
import { error } from "../problem.js";
import { integer } from "../shape/build.js";
import type { FirewallBackend, RuleRequest } from "./backend.js";
import { commentOf, linesOf, titleOf } from "./comment.js";
import { denialComment } from "./denied-host.js";
import { dropNameless, showsName } from "./nameless-ports.js";
import { ownerName } from "./owner-name.js";
import { type PortHosts, portsOf } from "./port-hosts.js";
import { ruleIds } from "./rule-ids.js";

export interface SuricataOptions {
	/** First of the hundred thousand rule ids that these rules may have. @default 1000000 */
	readonly firstSid?: number;
}

const limits = {
	rules: {
		most: 50_000,
		of: "rules, which share a hundred thousand ids",
		source: "https://docs.suricata.io/en/suricata-7.0.10/rules/meta.html#sid-signature-id",
	},
};

/** Ids of rules for hosts; the rest of the hundred thousand is for those that close. */
const hostIds = 99_000;

/** A rule without its id, and the text that its id is made of. */
interface Rule {
	readonly key: string;
	readonly comment: string;
	/** `pass tls FROM any -> TO 443`, and what it matches. */
	readonly head: string;
	readonly message: string;
	readonly match: readonly string[];
}

/**
 * Rules for Suricata as an IPS: the name in a client's hello or in a request decides, and whatever else these networks
 * send over TCP, or by QUIC, is dropped. A pass wins over a drop in Suricata's default order of actions.
 */
export const suricata: FirewallBackend<SuricataOptions> = {
	title: "Suricata",
	docs: "https://docs.suricata.io/en/suricata-7.0.10/rules/tls-keywords.html",
	evidence: "read by suricata -T, and by Suricata over recorded traffic",
	names: "exact",
	subdomains: "exact",
	ports: true,
	clients: true,
	denies: true,
	deniesHosts: true,
	inspects: false,
	quic: "refused",
	revisions: "the file replaces the old one at the next reload of rules",
	limits,
	options: {
		firstSid: {
			shape: integer({ min: 1, max: 4294867295 }),
			summary: "First of the hundred thousand rule ids that these rules may have.",
			default: 1_000_000,
		},
	},
	examples: {
		plain: {},
		clients: { clients: ["10.20.0.0/16", "2001:db8:20::/48"] },
		ids: { firstSid: 5_000_000 },
		denying: { deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] } },
	},
	render(request, { firstSid = 1_000_000 }) {
		const from = request.clients ? `[${request.clients.join(",")}]` : "$HOME_NET";
		const isTold = (host: RuleRequest["hosts"][number]) => showsName(host) || isAddress(host.host);
		const named = request.hosts.filter(isTold);
		const rules = [...denyRules(request, from), ...portsOf(named).flatMap((of) => passRules(request, from, of))];
		if (rules.length > limits.rules.most) {
			const message = `would be ${rules.length} ${limits.rules.of}; at most ${limits.rules.most} are written`;
			return refused(error("over-limit", [], message));
		}
		const ids = ruleIds(
			rules.map(({ key }) => key),
			firstSid,
			hostIds,
		);
		const lines = [
			`# ${titleOf(request)}. For Suricata as an IPS, in its default order of actions.`,
			...rules.flatMap(({ key, comment, ...rule }) => [`# ${comment}`, formatRule(rule, ids.get(key) ?? 0)]),
			"# Everything else of these networks.",
			...closingRules(request, from).map((rule, index) => formatRule(rule, firstSid + hostIds + index)),
		];
		return made({
			files: [{ name: "claude.rules", mediaType: "text/plain", content: linesOf(lines) }],
			effects: dropNameless(request.hosts.filter((host) => !isTold(host))),
		});
	},
};

function formatRule({ head, message, match }: Omit<Rule, "key" | "comment">, id: number): string {
	return `${head} (msg:"${message}"; ${match.map((each) => `${each}; `).join("")}sid:${id}; rev:1;)`;
}

const toServer = "flow:to_server,established";

/** Where a name stands in the clear. */
interface Layer {
	readonly protocol: string;
	readonly keyword: string;
	readonly ignoresCase: boolean;
}

const tls: Layer = { protocol: "tls", keyword: "tls.sni", ignoresCase: true };
// Suricata reads a host of http in lower case.
const http: Layer = { protocol: "http", keyword: "http.host", ignoresCase: false };

/** What a name is matched by: TLS everywhere but on the port of http, and http on any other than that of https. */
function layersOf(port: number): readonly Layer[] {
	if (port === 80) return [http];
	return port === 443 ? [tls] : [tls, http];
}

function matchName({ keyword, ignoresCase }: Layer, content: string, ...where: readonly string[]): string[] {
	return [toServer, keyword, `content:"${content}"`, ...where, ...(ignoresCase ? ["nocase"] : [])];
}

function matchWhole(layer: Layer, host: string): string[] {
	return matchName(layer, host, "startswith", "endswith");
}

function passRules(request: RuleRequest, from: string, of: PortHosts): Rule[] {
	const { port, topmost, alone } = of;
	const rule = (name: string, host: string, protocol: string, to: string, match: readonly string[]): Rule => ({
		key: `${ownerName(request, "/")} ${name} ${protocol} ${port}`,
		comment: commentOf(of.named(host)),
		head: `pass ${protocol} ${from} any -> ${to} ${port}`,
		message: `${titleOf(request)}: ${name}`,
		match,
	});
	const layers = layersOf(port);
	const below = topmost.flatMap((host) =>
		layers.map((layer) =>
			rule(`*.${host}`, host, layer.protocol, "$EXTERNAL_NET", matchName(layer, `.${host}`, "endswith")),
		),
	);
	const exact = alone
		.filter((host) => !isAddress(host))
		.flatMap((host) =>
			layers.map((layer) => rule(host, host, layer.protocol, "$EXTERNAL_NET", matchWhole(layer, host))),
		);
	const addresses = alone
		.filter(isAddress)
		.map((address) => rule(address, address, "tcp", address, ["flow:to_server"]));
	return [...below, ...exact, ...addresses];
}

function denyRules(request: RuleRequest, from: string): Rule[] {
	return (request.denied ?? []).flatMap((each) =>
		[tls, http].map((layer) => ({
			key: `${ownerName(request, "/")} deny ${each.host} ${layer.protocol}`,
			comment: `denied: ${denialComment(each)}`,
			head: `drop ${layer.protocol} ${from} any -> any any`,
			message: `${titleOf(request)}: ${each.host} is denied`,
			match: matchWhole(layer, each.host),
		})),
	);
}

/** A hello without a planned name, other protocols, and QUIC; where nothing is opened on purpose, first packets pass. */
function closingRules(request: RuleRequest, from: string): Omit<Rule, "key" | "comment">[] {
	const message = (what: string) => `${titleOf(request)}: ${what} is not planned`;
	const to = "$EXTERNAL_NET any";
	return [
		{ head: `drop tls ${from} any -> ${to}`, message: message("TLS"), match: [toServer, "ssl_state:client_hello"] },
		{ head: `drop http ${from} any -> ${to}`, message: message("http"), match: [toServer] },
		{
			head: `drop tcp ${from} any -> ${to}`,
			message: message("another protocol"),
			match: [toServer, "app-layer-protocol:!tls", "app-layer-protocol:!http"],
		},
		{
			head: `drop tcp ${from} any -> ${to}`,
			message: message("an unknown protocol"),
			match: [toServer, "app-layer-protocol:failed"],
		},
		{ head: `drop udp ${from} any -> $EXTERNAL_NET 443`, message: message("QUIC"), match: [] },
	];
}
