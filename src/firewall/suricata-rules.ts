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
export interface ClosingRule {
	/** `pass tls FROM any -> TO 443`, and what it matches. */
	readonly head: string;
	readonly message: string;
	readonly match: readonly string[];
}

/** A rule without its id, and the text that its id is made of. */
export interface Rule extends ClosingRule {
	readonly key: string;
	readonly comment: string;
}

/** Whether a host can be told by what its traffic shows. */
export function isTold(host: RuleRequest["hosts"][number]): boolean {
	return showsName(host) || isAddress(host.host);
}

/** A rule as a line. */
export function formatRule({ head, message, match }: ClosingRule, id: number): string {
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
export function closingRules(request: RuleRequest, { from, beyond }: Ends): ClosingRule[] {
	const message = (what: string) => `${titleOf(request)}: ${what} is not planned`;
	const to = `${beyond} any`;
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
		{ head: `drop udp ${from} any -> ${beyond} 443`, message: message("QUIC"), match: [] },
	];
}
