import type { RuleFile } from "../../../src/firewall/backend.js";
import { onlyFile, type Probe, type Verdict } from "../reader.js";

/**
 * https://developer.obdev.at/resources/documentation/littlesnitch7/admin-lsrules-file-format: a rule for a host goes before
 * one for anything. A domain is read as taking its own name along, which is the wider of the two readings.
 */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const group = JSON.parse(onlyFile(files, "claude.lsrules"));
	const rules: Readonly<Record<string, unknown>>[] = group.rules;
	const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
	const matches = (rule: Readonly<Record<string, unknown>>, { host, port, quic = false }: Probe) => {
		if (rule.ports !== undefined && rule.ports !== String(port)) return false;
		if (rule.protocol === "tcp" && quic) return false;
		return (
			list(rule["remote-hosts"]).includes(host) ||
			rule["remote-addresses"] === host ||
			list(rule["remote-domains"]).some((domain) => host === domain || host.endsWith(`.${domain}`))
		);
	};
	return (probe) => {
		const decisive = rules.find((rule) => matches(rule, probe)) ?? rules.find(({ remote }) => remote === "any");
		if (!decisive) return "unlisted";
		return decisive.action === "allow" ? "open" : "closed";
	};
}
