import type { RuleFile } from "../../../src/firewall/backend.js";
import type { Probe, Verdict } from "../reader.js";

interface Rule {
	readonly ruleType: string;
	readonly name: string;
	readonly protocols?: readonly { readonly protocolType: string; readonly port: number }[];
	readonly targetFqdns?: readonly string[];
	readonly ipProtocols?: readonly string[];
	readonly destinationPorts?: readonly string[];
	readonly destinationAddresses?: readonly string[];
	readonly destinationFqdns?: readonly string[];
	readonly sourceAddresses?: readonly string[];
	readonly sourceIpGroups?: readonly string[] | string;
}

interface Collection {
	readonly name: string;
	readonly priority: number;
	readonly action: { readonly type: string };
	readonly rules: readonly Rule[];
}

/**
 * https://learn.microsoft.com/azure/firewall/rule-processing: network rules first, then application rules, each by
 * priority; the first that matches decides, and without one all is denied.
 */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const group = resource(files, "template.json", "firewallPolicies/ruleCollectionGroups").properties;
	const planned = resource(files, "resources.json", "firewallPolicies/ruleCollectionGroups").properties;
	const collections: readonly Collection[] = group.ruleCollections;
	check(collections);
	const bare = (each: unknown) => JSON.stringify(each, (key, value) => (/^source/.test(key) ? undefined : value));
	if (canonical(bare(collections)) !== canonical(bare(planned.ruleCollections))) throw new Error("the files differ");
	const ordered = [...collections].sort((a, b) => a.priority - b.priority);
	const rules = ["NetworkRule", "ApplicationRule"].flatMap((type) =>
		ordered.flatMap(({ action, rules }) =>
			rules.filter(({ ruleType }) => ruleType === type).map((rule) => ({ rule, opens: action.type === "Allow" })),
		),
	);
	return (probe) => (rules.find(({ rule }) => matches(rule, probe))?.opens ? "open" : "closed");
}

function resource(files: readonly RuleFile[], file: string, kind: string) {
	const { resources } = JSON.parse(files.find(({ name }) => name === file)?.content ?? "{}");
	const [found, another] = resources.filter((each: { type: string }) => each.type === `Microsoft.Network/${kind}`);
	if (!found || another) throw new Error(`${file}: expected one ${kind}`);
	return found;
}

function canonical(text: string): string {
	const sorted = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(sorted);
		if (typeof value !== "object" || value === null) return value;
		return Object.fromEntries(
			Object.entries(value)
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.map(([name, each]) => [name, sorted(each)]),
		);
	};
	return JSON.stringify(sorted(JSON.parse(text)));
}

/** What Azure refuses. */
function check(collections: readonly Collection[]): void {
	const distinct = (what: string, values: readonly unknown[]) => {
		if (new Set(values).size !== values.length) throw new Error(`twice the same ${what}`);
	};
	distinct(
		"priority",
		collections.map(({ priority }) => priority),
	);
	for (const { name, rules } of [{ name: "collections", rules: collections }, ...collections]) {
		if (rules.length === 0 && name !== "collections") throw new Error(`${name} is empty`);
		distinct(
			`name in ${name}`,
			rules.map((rule) => rule.name),
		);
		for (const rule of rules) {
			if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,78}[A-Za-z0-9_]$/.test(rule.name)) throw new Error(`bad name: ${rule.name}`);
		}
	}
	for (const { rules } of collections) {
		if (new Set(rules.map(({ ruleType }) => ruleType)).size > 1) throw new Error("rules of two types");
		for (const { sourceAddresses, sourceIpGroups, protocols = [] } of rules) {
			if ((sourceAddresses === undefined) === (sourceIpGroups === undefined)) throw new Error("no sources, or two");
			if ([sourceAddresses, sourceIpGroups].some((each) => each?.length === 0)) throw new Error("empty sources");
			if (protocols.some(({ port }) => port < 1 || port > 64_000)) throw new Error("a port beyond 64000");
		}
	}
}

function matches(rule: Rule, { host, port, stranger = false, quic = false }: Probe): boolean {
	if (quic || (stranger && rule.sourceIpGroups !== undefined)) return false;
	if (rule.ruleType === "ApplicationRule") {
		if (/^[\d.]+$|:/.test(host)) return false;
		return rule.protocols?.some((each) => each.port === port) === true && rule.targetFqdns?.some(named(host)) === true;
	}
	if (!rule.ipProtocols?.includes("TCP") || !rule.destinationPorts?.includes(String(port))) return false;
	for (const each of rule.destinationFqdns ?? []) if (each.includes("*")) throw new Error(`a wildcard: ${each}`);
	return [...(rule.destinationAddresses ?? []), ...(rule.destinationFqdns ?? [])].includes(host);
}

/** https://learn.microsoft.com/azure/firewall/firewall-faq: an asterisk stands for anything, and only at the left. */
function named(host: string): (target: string) => boolean {
	return (target) => {
		if (target.slice(1).includes("*")) throw new Error(`an asterisk inside: ${target}`);
		return target.startsWith("*") ? host.endsWith(target.slice(1)) : host === target;
	};
}
