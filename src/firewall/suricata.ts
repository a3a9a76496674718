import { made } from "../outcome.js";
import { integer } from "../shape/build.js";
import type { FirewallBackend } from "./backend.js";
import { linesOf, titleOf } from "./comment.js";
import { dropNameless } from "./nameless-ports.js";
import { heldForEverybody } from "./no-clients.js";
import { ruleIds } from "./rule-ids.js";
import { closingRules, denyRules, type Ends, formatRule, idRange, isTold, passRules } from "./suricata-rules.js";

export interface SuricataOptions {
	/** First of a billion rule ids, of which each rule has one by its digest. @default 1000000000 */
	readonly firstSid?: number;
}

/** https://docs.suricata.io/en/suricata-7.0.10/rules/meta.html#sid-signature-id */
const lastSid = 4_294_967_295;

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
	options: {
		firstSid: {
			shape: integer({ min: 1, max: lastSid - idRange.span + 1 }),
			summary: "First of a billion rule ids, of which each rule has one by its digest.",
			default: idRange.first,
		},
	},
	examples: {
		plain: {},
		clients: { clients: ["10.20.0.0/16", "2001:db8:20::/48"] },
		ids: { firstSid: 2_500_000_000 },
		denying: { deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] } },
	},
	render(request, { firstSid = idRange.first }) {
		const from = request.clients ? `[${request.clients.join(",")}]` : "$HOME_NET";
		const ends: Ends = { from, to: "$EXTERNAL_NET", beyond: "$EXTERNAL_NET" };
		const rules = [...denyRules(request, ends), ...passRules(request, ends), ...closingRules(request, ends)];
		const ids = ruleIds(
			rules.map(({ key }) => key),
			firstSid,
			idRange.span,
		);
		const lines = [
			`# ${titleOf(request)}. For Suricata as an IPS, in its default order of actions.`,
			...rules.flatMap(({ key, comment, ...rule }) => [`# ${comment}`, formatRule(rule, ids.get(key) ?? 0)]),
		];
		return made({
			files: [{ name: "claude.rules", mediaType: "text/plain", content: linesOf(lines) }],
			effects: dropNameless(request.hosts.filter((host) => !isTold(host))),
			notes: heldForEverybody(request, "everybody in HOME_NET", true),
		});
	},
};
