import type { RuleFile } from "../../../src/firewall/backend.js";
import type { Probe, Verdict } from "../reader.js";

/**
 * dnsmasq(8): a name goes into the sets of the longest domain that it is or lies below, and a host record answers for
 * itself alone. nft(8): the first rule that decides.
 */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const [resolver, rules] = ["dnsmasq.conf", "claude.nft"].map((name) => {
		const file = files.find((each) => each.name === name);
		if (!file || files.length !== 2) throw new Error(`no ${name}`);
		return file.content.split("\n").map((line) => line.trim());
	});
	const sets = new Map<string, readonly string[]>();
	const blocked = new Set<string>();
	for (const line of resolver ?? []) {
		if (line === "" || line.startsWith("#") || /^max-(cache-)?ttl=60$/.test(line)) continue;
		const [, record] = /^host-record=([a-z0-9.-]+),0\.0\.0\.0,::$/.exec(line) ?? [];
		const [, name = "", targets] = /^nftset=\/([a-z0-9.-]+)\/([^/]+)$/.exec(line) ?? [];
		if (record !== undefined) blocked.add(record);
		else if (targets === undefined) throw new Error(`unknown line: ${line}`);
		else
			sets.set(
				name,
				targets.split(",").map((each) => each.split("#").at(-1) ?? ""),
			);
	}
	const text = (rules ?? []).join("\n");
	const fromClients = /^ip6? saddr @clients\d jump egress$/m.test(text);
	const egress = text.slice(text.indexOf("chain egress {")).split("\n");
	const defined = new Set([...text.matchAll(/^set (\S+) \{$/gm)].map(([, name]) => name));
	for (const set of [...sets.values()].flat()) if (!defined.has(set)) throw new Error(`no set ${set}`);
	return ({ host, port, stranger = false, quic = false }) => {
		if (stranger && fromClients) return "unlisted";
		const labels = host.split(".");
		const suffixes = labels.map((_, index) => labels.slice(index).join("."));
		const found = suffixes.find((suffix) => sets.has(suffix));
		const holding = blocked.has(host) || found === undefined ? [] : (sets.get(found) ?? []);
		const isOpen = egress.some((rule) => {
			const [, target = "", number] = /^ip6? daddr (\S+) tcp dport (\d+) accept$/.exec(rule) ?? [];
			if (quic || number !== String(port)) return false;
			return target.startsWith("@") ? holding.includes(target.slice(1)) : target === host;
		});
		if (isOpen) return "open";
		return egress.some((rule) => rule.startsWith("counter reject ")) ? "closed" : "unlisted";
	};
}
