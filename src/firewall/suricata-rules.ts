import { isAddress } from "../host.js";
import type { RuleRequest } from "./backend.js";
import { commentOf, titleOf } from "./comment.js";
import { denialComment } from "./denied-host.js";
import { showsName } from "./nameless-ports.js";
import { ownerName } from "./owner-name.js";
import { type PortHosts, portsOf } from "./port-hosts.js";

/** Networks as rules name them. */
export interface Ends {
	/** Where devices are, such as `$HOME_NET`. */
	readonly from: string;
	/** Where planned names may be, such as `$EXTERNAL_NET`. */
	readonly to: string;
	/** Where nothing else may be reached. */
	readonly beyond: string;
}

/** A rule without its id. */
export interface Rule {
	/** The text that its id is made of. */
	readonly key: string;
	readonly comment: string;
	/** `pass tls FROM any -> TO 443`, and what it matches. */
	readonly head: string;
	readonly message: string;
	readonly match: readonly string[];
}

/**
 * Ids of all rules of an engine share one space. So wide a range that those of two rule sets do not meet in practice,
 * beyond those that published rule sets have.
 */
export const idRange = { first: 1_000_000_000, span: 1_000_000_000 };

/** Whether a host can be told by what its traffic shows. */
export function isTold(host: RuleRequest["hosts"][number]): boolean {
	return showsName(host) || isAddress(host.host);
}

/** A rule as a line. */
export function formatRule({ head, message, match }: Pick<Rule, "head" | "message" | "match">, id: number): string {
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

/** What opens the hosts of a plan, port by port. */
export function passRules(request: RuleRequest, ends: Ends): Rule[] {
	return portsOf(request.hosts.filter(isTold)).flatMap((of) => passRulesOf(request, ends, of));
}

function passRulesOf(request: RuleRequest, { from, to: outside }: Ends, of: PortHosts): Rule[] {
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
		layers.map((layer) => rule(`*.${host}`, host, layer.protocol, outside, matchName(layer, `.${host}`, "endswith"))),
	);
	const exact = alone
		.filter((host) => !isAddress(host))
		.flatMap((host) => layers.map((layer) => rule(host, host, layer.protocol, outside, matchWhole(layer, host))));
	const addresses = alone
		.filter(isAddress)
		.map((address) => rule(address, address, "tcp", address, ["flow:to_server"]));
	return [...below, ...exact, ...addresses];
}

/** What denies hosts by name, whatever else is opened. */
export function denyRules(request: RuleRequest, { from }: Ends): Rule[] {
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
export function closingRules(request: RuleRequest, { from, beyond }: Ends): Rule[] {
	const rule = (what: string, protocol: string, ports: string, ...match: readonly string[]): Rule => ({
		key: `${ownerName(request, "/")} close ${what}`,
		comment: "everything else of these networks",
		head: `drop ${protocol} ${from} any -> ${beyond} ${ports}`,
		message: `${titleOf(request)}: ${what} is not planned`,
		match,
	});
	return [
		rule("TLS", "tls", "any", toServer, "ssl_state:client_hello"),
		rule("http", "http", "any", toServer),
		rule("another protocol", "tcp", "any", toServer, "app-layer-protocol:!tls", "app-layer-protocol:!http"),
		rule("an unknown protocol", "tcp", "any", toServer, "app-layer-protocol:failed"),
		rule("QUIC", "udp", "443"),
	];
}
