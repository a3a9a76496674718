import type { RuleFile } from "../../../src/firewall/backend.js";
import { onlyFile, type Probe, type Verdict } from "../reader.js";

export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const document = JSON.parse(onlyFile(files, "rules.json"));
	if (document.schemaVersion !== 1) throw new Error("unknown version");
	const rules: { host: string; match: string; port: number; protocol: string }[] = document.allow;
	const denied: { host: string; match: "exact" }[] = document.deny ?? [];
	return (probe) => {
		if (probe.quic) return "unlisted";
		if (denied.some(({ host, match }) => match === "exact" && host === probe.host)) return "closed";
		return rules.some((rule) => {
			if (rule.protocol !== "tcp" || rule.port !== probe.port) return false;
			return rule.match === "exact" ? probe.host === rule.host : probe.host.endsWith(`.${rule.host}`);
		})
			? "open"
			: "unlisted";
	};
}
