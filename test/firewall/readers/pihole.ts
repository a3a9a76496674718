import type { RuleFile } from "../../../src/firewall/backend.js";
import type { Probe, Verdict } from "../reader.js";

/** https://docs.pi-hole.net/database/domain-database/: 0 allows a name, 1 denies one, 2 allows by an expression; allowing wins. */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const sql = files.find(({ name }) => name === "domainlist.sql")?.content ?? "";
	const entries = sql
		.split("\n")
		.filter((line) => line.startsWith("INSERT"))
		.map((line) => {
			const [, kind, domain = ""] =
				/^INSERT OR IGNORE INTO domainlist \(type, domain, enabled, comment\) VALUES \(([012]), '([^']*)', 1, '(?:[^']|'')*'\);$/.exec(
					line,
				) ?? [];
			if (kind === undefined) throw new Error(`no entry: ${line}`);
			return { kind, domain };
		});
	const others = sql
		.split("\n")
		.filter((line) => !/^(INSERT .*|-- .*|DELETE FROM domainlist WHERE .*|BEGIN IMMEDIATE;|COMMIT;|)$/.test(line));
	if (others.length > 0) throw new Error(`unknown statement: ${others[0]}`);
	return ({ host }) => {
		const isAllowed = entries.some(({ kind, domain }) =>
			kind === "0" ? domain === host : kind === "2" && new RegExp(domain).test(host),
		);
		if (isAllowed) return "open";
		return entries.some(({ kind, domain }) => kind === "1" && domain === host) ? "closed" : "unlisted";
	};
}
