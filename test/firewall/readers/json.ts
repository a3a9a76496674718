import type { RuleFile } from "../../../src/firewall/backend.js";
import { onlyFile, type Probe, type Verdict } from "../reader.js";

export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const document = JSON.parse(onlyFile(files, "rules.json"));
	if (document.schemaVersion !== 1) throw new Error("unknown version");
	const rules: { host: string; match: string; port: number; protocol: string }[] = document.allow;
	return (probe) =>
		rules.some((rule) => {
			if (rule.protocol !== "tcp" || rule.port !== probe.port) return false;
			return rule.match === "exact" ? probe.host === rule.host : probe.host.endsWith(`.${rule.host}`);
		})
			? "open"
			: "unlisted";
}
