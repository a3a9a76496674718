import type { RuleFile } from "../../../src/firewall/backend.js";
import { onlyFile, type Probe, type Verdict } from "../reader.js";

/** RFC 4592: a wildcard answers for what lies below its parent, unless the zone has a name between the two. */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const policies = new Map<string, string>();
	for (const line of onlyFile(files, "rpz.zone").split("\n")) {
		if (line === "" || line.startsWith(";") || line.startsWith("$TTL ") || line.startsWith("@ ")) continue;
		const [, name = "", target = ""] = /^(\S+) CNAME (\.|rpz-passthru\.)$/.exec(line) ?? [];
		if (name === "" || policies.has(name)) throw new Error(`no rule, or twice: ${line}`);
		policies.set(name, target);
	}
	// Every name above one of the zone exists in it, too.
	const existing = new Set<string>();
	for (const name of policies.keys()) {
		const labels = name.split(".");
		for (const index of labels.keys()) existing.add(labels.slice(index).join("."));
	}
	return ({ host }) => {
		if (/^[\d.]+$|:/.test(host)) return "closed";
		const exact = policies.get(host);
		if (exact !== undefined) return exact === "." ? "closed" : "open";
		const labels = host.split(".");
		const encloser = labels.map((_, index) => labels.slice(index + 1).join(".")).find((name) => existing.has(name));
		const wildcard = policies.get(encloser === undefined ? "*" : `*.${encloser}`);
		return wildcard === "rpz-passthru." ? "open" : "closed";
	};
}
