import { made, refused } from "../outcome.js";
import { error } from "../problem.js";
import { integer } from "../shape/build.js";
import type { FirewallBackend } from "./backend.js";
import { linesOf, titleOf } from "./comment.js";
import { dropNameless } from "./nameless-ports.js";
import { ruleIds } from "./rule-ids.js";
import { closingRules, denyRules, type Ends, formatRule, isTold, passRules } from "./suricata-rules.js";

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
		const ends: Ends = { from, to: "$EXTERNAL_NET", beyond: "$EXTERNAL_NET" };
		const rules = [...denyRules(request, ends), ...passRules(request, ends)];
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
			...closingRules(request, ends).map((rule, index) => formatRule(rule, firstSid + hostIds + index)),
		];
		return made({
			files: [{ name: "claude.rules", mediaType: "text/plain", content: linesOf(lines) }],
			effects: dropNameless(request.hosts.filter((host) => !isTold(host))),
		});
	},
};
