import type { RuleFile } from "../../../src/firewall/backend.js";
import type { Probe, Verdict } from "../reader.js";

interface Rule {
	readonly Action: string;
	readonly Priority: number;
	readonly FirewallDomainListId: { readonly "Fn::GetAtt": readonly [list: string, attribute: string] };
}

/** What AWS takes as an entry: https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_UpdateFirewallDomains.html */
const entryForm = /^(?=.{1,255}$)\*?[A-Za-z0-9.-]*$/;

/** The rule of the lowest priority that matches decides. Whether `*.` takes the name itself along nobody says. */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const { Resources } = JSON.parse(files.find(({ name }) => name === "template.json")?.content ?? "");
	const written: readonly Rule[] = Resources.RuleGroup.Properties.FirewallRules;
	const rules = [...written].sort((a, b) => a.Priority - b.Priority);
	if (new Set(rules.map(({ Priority }) => Priority)).size !== rules.length) throw new Error("a priority twice");
	const lists = rules.map(({ FirewallDomainListId, Action }) => {
		const domains: readonly string[] = Resources[FirewallDomainListId["Fn::GetAtt"][0]].Properties.Domains;
		if (domains.length > 1000 || domains.length === 0) throw new Error("a list of no length that a call takes");
		for (const domain of domains) if (!entryForm.test(domain)) throw new Error(`no entry: ${domain}`);
		return { action: Action, domains: new Set(domains) };
	});
	const listed = lists.filter(({ action }) => action === "ALLOW").flatMap(({ domains }) => [...domains]);
	const lines =
		files
			.find(({ name }) => name === "allow.txt")
			?.content.split("\n")
			.slice(0, -1) ?? [];
	if (lines.join() !== listed.join()) throw new Error("the lists have other domains than the file");
	return ({ host }) => {
		if (/^[\d.]+$|:/.test(host)) return "closed";
		const first = lists.find(({ domains }) => entriesFor(host).some((entry) => domains.has(entry)));
		if (!first) return "unlisted";
		return first.action === "ALLOW" ? "open" : "closed";
	};
}

/** Every entry that may match a name. */
function entriesFor(host: string): string[] {
	const labels = host.split(".");
	const above = labels.map((_, index) => `*.${labels.slice(index).join(".")}`);
	return [host, ...above, "*"];
}
