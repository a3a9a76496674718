import type { EgressHost } from "../egress/plan.js";
import { groupBy } from "../group-by.js";
import { compareText } from "../json.js";

/** Hosts of a plan, as rules that match names need them. */
export interface PlannedNames {
	/** Names and addresses that are planned for themselves. */
	readonly exact: ReadonlySet<string>;
	/** Names whose subdomains are planned. */
	readonly above: ReadonlySet<string>;
	/** Of {@link above}, those that lie below no other, sorted: together they cover the subdomains of all. */
	readonly topmost: readonly string[];
	/** Of {@link exact}, those that lie below none of {@link above}, sorted. */
	readonly alone: readonly string[];
	/** Whether a name lies below one of {@link above}. */
	isBelow(name: string): boolean;
	/** The entries of a name. */
	named(name: string): readonly EgressHost[];
}

/** The hosts of a plan on one port. */
export interface PortHosts extends PlannedNames {
	readonly port: number;
}

/** A plan by its ports, lowest first; in time linear in hosts, and whatever their order. */
export function portsOf(hosts: readonly EgressHost[]): PortHosts[] {
	return [...groupBy(hosts, ({ port }) => port)]
		.sort(([a], [b]) => a - b)
		.map(([port, entries]) => ({ port, ...plannedNames(entries) }));
}

/** The names of a plan whatever their ports. */
export function plannedNames(entries: readonly EgressHost[]): PlannedNames {
	const exact = namesOf(entries, "exact");
	const above = namesOf(entries, "subdomains");
	const byName = groupBy(entries, ({ host }) => host);
	const isBelow = (name: string) => above.size > 0 && ancestorsOf(name).some((ancestor) => above.has(ancestor));
	const sorted = (names: ReadonlySet<string>) => [...names].filter((name) => !isBelow(name)).sort(compareText);
	return {
		exact,
		above,
		topmost: sorted(above),
		alone: sorted(exact),
		isBelow,
		named: (name) => byName.get(name) ?? [],
	};
}

function namesOf(hosts: readonly EgressHost[], match: EgressHost["match"]): ReadonlySet<string> {
	return new Set(hosts.filter((host) => host.match === match).map(({ host }) => host));
}

/** `b.c` and `c` of `a.b.c`. */
export function ancestorsOf(name: string): string[] {
	const ancestors: string[] = [];
	for (let dot = name.indexOf("."); dot !== -1; dot = name.indexOf(".", dot + 1)) ancestors.push(name.slice(dot + 1));
	return ancestors;
}
