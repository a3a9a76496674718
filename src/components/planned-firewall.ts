import type * as pulumi from "@pulumi/pulumi";
import type { BlockRules } from "../firewall/block-rules.js";
import type { RuleSetOptions } from "../firewall/rule-set-options.js";
import type { FirewallAdapter, RulesToPlace } from "./adapters.js";
import type { ProgramValues } from "./program-values.js";

/** A firewall whose rules its cloud gets. */
export interface PlannedFirewall {
	/** Its place in the names of resources: its word, and the group where each has rules of its own. */
	readonly role: string;
	readonly adapter: FirewallAdapter;
	readonly rules: RulesToPlace;
}

/** What firewalls that were placed show of themselves, by role. */
export type PlacedFirewalls = Readonly<Record<string, Readonly<Record<string, pulumi.Input<unknown>>>>>;

/** What is placed of a rule set: nothing, where it is files alone. */
export function toPlace(
	adapters: readonly FirewallAdapter[],
	{ backend, request, ruleSet }: BlockRules,
	values: ProgramValues,
	group?: string,
): PlannedFirewall[] {
	const adapter = adapters.find(({ name }) => name === backend);
	const options: RuleSetOptions = adapter?.options ?? {};
	if (!adapter?.place || options.place === false) return [];
	const rules = { request, ruleSet, passed: (place: string) => values.get(place) };
	return [{ role: group === undefined ? adapter.name : `${adapter.name}-${group}`, adapter, rules }];
}

/** Gives each cloud its rules, under resources whose names begin with that of the component. */
export function placeFirewalls(
	name: string,
	firewalls: readonly PlannedFirewall[],
	opts: pulumi.ComponentResourceOptions,
): PlacedFirewalls {
	const placed = firewalls.map(({ role, adapter, rules }) => [
		role,
		adapter.place?.(`${name}-${role}`, rules, opts) ?? {},
	]);
	return Object.fromEntries(placed);
}
