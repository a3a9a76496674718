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

/** What a name in the clear is matched by: TLS everywhere but on the port of http, and http on any other than that of https. */
function layersOf(port: number): readonly (readonly [protocol: string, keyword: string, ignoresCase: boolean])[] {
	return [
		...(port === 80 ? [] : ([["tls", "tls.sni", true]] as const)),
		// Suricata reads a host of http in lower case.
		...(port === 443 ? [] : ([["http", "http.host", false]] as const)),
	];
}

function passRules(request: RuleRequest, from: string, of: PortHosts): Rule[] {
	const { port, topmost, alone } = of;
	const to = `$EXTERNAL_NET ${port}`;
	const rule = (name: string, host: string, head: string, match: readonly string[]): Rule => ({
		key: `${ownerName(request, "/")} ${name} ${head.split(" ")[1]} ${port}`,
		comment: commentOf(of.named(host)),
		head,
		message: `${titleOf(request)}: ${name}`,
		match,
	});
	const below = topmost.flatMap((host) =>
		layersOf(port).map(([protocol, keyword, ignoresCase]) =>
			rule(`*.${host}`, host, `pass ${protocol} ${from} any -> ${to}`, [
				toServer,
				keyword,
				`content:".${host}"`,
				"endswith",
				...(ignoresCase ? ["nocase"] : []),
			]),
		),
	);
	const exact = alone
		.filter((host) => !isAddress(host))
		.flatMap((host) =>
			layersOf(port).map(([protocol, keyword, ignoresCase]) =>
				rule(host, host, `pass ${protocol} ${from} any -> ${to}`, [toServer, ...whole(keyword, host, ignoresCase)]),
			),
		);
	const addresses = alone
		.filter(isAddress)
		.map((address) => rule(address, address, `pass tcp ${from} any -> ${address} ${port}`, ["flow:to_server"]));
	return [...below, ...exact, ...addresses];
}

function whole(keyword: string, host: string, ignoresCase: boolean): string[] {
	return [keyword, `content:"${host}"`, "startswith", "endswith", ...(ignoresCase ? ["nocase"] : [])];
}

function denyRules(request: RuleRequest, from: string): Rule[] {
	return (request.denied ?? []).flatMap((each) =>
		(
			[
				["tls", "tls.sni", true],
				["http", "http.host", false],
			] as const
		).map(([protocol, keyword, ignoresCase]) => ({
			key: `${ownerName(request, "/")} deny ${each.host} ${protocol}`,
			comment: `denied: ${denialComment(each)}`,
			head: `drop ${protocol} ${from} any -> any any`,
			message: `${titleOf(request)}: ${each.host} is denied`,
			match: [toServer, ...whole(keyword, each.host, ignoresCase)],
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
