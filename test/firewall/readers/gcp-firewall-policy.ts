import ipaddr from "ipaddr.js";
import type { RuleFile } from "../../../src/firewall/backend.js";
import { onlyFile, type Probe, type Verdict } from "../reader.js";

interface Rule {
	readonly firewallPolicy: string;
	readonly priority: number;
	readonly direction: string;
	readonly action: string;
	readonly match: {
		readonly srcIpRanges?: string[];
		readonly destIpRanges?: string[];
		readonly destFqdns?: string[];
		readonly layer4Configs: { readonly ipProtocol: string; readonly ports?: string[] }[];
	};
}

/**
 * https://cloud.google.com/firewall/docs/firewall-policies-rule-details: the matching rule of the lowest number decides.
 * Names are read as if no two of them had an address in common.
 */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const { resources } = JSON.parse(onlyFile(files, "resources.json"));
	const rules: Rule[] = resources
		.filter(({ type }: { type: string }) => type === "compute.googleapis.com/FirewallPolicy.Rule")
		.map(({ properties }: { properties: Rule }) => properties);
	rules.sort((a, b) => a.priority - b.priority);
	for (const rule of rules) check(rule);
	if (new Set(rules.map(({ priority }) => priority)).size < rules.length) throw new Error("two rules of one priority");
	return ({ host, port, stranger = false, quic = false }) => {
		const decisive = rules.find(({ match }) => {
			if (stranger && match.srcIpRanges) return false;
			const isProtocol = match.layer4Configs.some(
				({ ipProtocol, ports }) =>
					ipProtocol === "all" || (ipProtocol === (quic ? "udp" : "tcp") && ports?.includes(String(port))),
			);
			return isProtocol && (match.destFqdns?.includes(host) || match.destIpRanges?.some((range) => holds(range, host)));
		});
		if (!decisive) return "unlisted";
		return decisive.action === "allow" ? "open" : "closed";
	};
}

function check({ direction, action, match, priority }: Rule): void {
	const { srcIpRanges = [], destIpRanges = [], destFqdns = [] } = match;
	if (direction !== "EGRESS" || !["allow", "deny"].includes(action)) throw new Error(`no rule: ${direction} ${action}`);
	if (destFqdns.length === 0 && destIpRanges.length === 0) throw new Error("a rule for every destination");
	if (destFqdns.length > 100) throw new Error("more than a hundred names");
	if (!(priority >= 0 && priority <= 2_147_483_547)) throw new Error(`no priority: ${priority}`);
	for (const name of destFqdns)
		if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/.test(name))
			throw new Error(`no name: ${name}`);
	const kinds = new Set([...srcIpRanges, ...destIpRanges].map((range) => ipaddr.parseCIDR(range)[0].kind()));
	if (kinds.size > 1) throw new Error("both families of addresses in one rule");
}

/** A host that is a name has some address. */
function holds(range: string, host: string): boolean {
	const [network, bits] = ipaddr.parseCIDR(range);
	if (!ipaddr.isValid(host)) return bits === 0;
	const address = ipaddr.parse(host);
	return address.kind() === network.kind() && address.match([network, bits] as never);
}
