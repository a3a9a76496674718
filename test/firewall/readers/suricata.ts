import type { RuleFile } from "../../../src/firewall/backend.js";
import { onlyFile, type Probe, type Verdict } from "../reader.js";

export interface Rule {
	readonly action: string;
	readonly protocol: string;
	readonly from: string;
	readonly target: string;
	readonly port: string;
	readonly options: readonly string[];
}

/** https://docs.suricata.io/: a pass wins over a drop; a content is matched as its modifiers say. */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const rules = rulesIn(onlyFile(files, "claude.rules"));
	return (probe) => {
		const matching = rules.filter((rule) => matches(rule, probe));
		if (matching.some(({ action }) => action === "pass")) return "open";
		return matching.length > 0 ? "closed" : "unlisted";
	};
}

export function rulesIn(text: string): readonly Rule[] {
	const rules = text
		.split("\n")
		.filter((line) => line !== "" && !line.startsWith("#"))
		.map(parse);
	const ids = rules.map(({ options }) => options.find((each) => each.startsWith("sid:")));
	if (new Set(ids).size !== ids.length) throw new Error("an id twice");
	return rules;
}

function parse(line: string): Rule {
	const [, action = "", protocol = "", from = "", target = "", port = "", body = ""] =
		/^(pass|drop) (tls|http|tcp|udp) (\S+) any -> (\S+) (\d+|any) \((msg:"[^";\\]*"; .*;)\)$/.exec(line) ?? [];
	if (body === "") throw new Error(`no rule: ${line}`);
	return { action, protocol, from, target, port, options: body.slice(0, -1).split("; ") };
}

export function matches({ protocol, from, target, port, options }: Rule, probe: Probe): boolean {
	if (probe.stranger && from !== "$HOME_NET") return false;
	if (port !== "any" && Number(port) !== probe.port) return false;
	if ((protocol === "udp") !== (probe.quic === true)) return false;
	if (!/^!?\$/.test(target) && target !== "any" && target !== probe.host) return false;
	if (options.some((each) => each.startsWith("app-layer-protocol:"))) return false;
	// A name is shown by TLS; what http would show is matched alike.
	if (protocol === "http") return false;
	const content = options.find((each) => each.startsWith("content:"))?.slice('content:"'.length, -1);
	if (content === undefined) return true;
	if (/^[\d.]+$|:/.test(probe.host)) return false;
	if (!options.includes("endswith")) throw new Error("a content in the middle");
	return options.includes("startswith") ? probe.host === content : probe.host.endsWith(content);
}
