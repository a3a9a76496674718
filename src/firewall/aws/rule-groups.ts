import type { RuleGroupOptions } from "./rule-group-options.js";

/** What rule groups are to be: one, or several where one does not hold the rules. */
export interface RuleGroups {
	readonly name: string;
	readonly title: string;
	/** Of each. */
	readonly capacity: number;
	/** Networks in CIDR notation; absent where the policy says them. */
	readonly homeNetworks?: readonly string[];
	/** A rule group each, in the order in which they are looked at; the last is at 0. */
	readonly parts: readonly RulePart[];
}

/** What one rule group has. */
export interface RulePart {
	/** Tells it from others, the same whatever others there are: none is without the one at 0. */
	readonly place: number;
	readonly source: RulesSource;
}

/** Rules in the language of Suricata, or names that AWS makes rules of, one that starts with a dot for itself and what is below it. */
export type RulesSource = { readonly rulesString: string } | { readonly domains: readonly string[] };

export type PlanOptions = Pick<RuleGroupOptions, "policy" | "logging" | "region" | "tags">;

/** A TLS hello may come in several packets, none of which shows a name by itself; and only what devices send is dropped. */
export const defaultActions = ["aws:drop_established_app_layer_to_server", "aws:alert_established_app_layer_to_server"];

/** Room before and behind, for groups that a team adds. */
const lastPriority = 100;

/** Where a policy has a rule group; the lowest is looked at first. */
export function priorityOf({ place }: RulePart): number {
	return lastPriority - place;
}

/** `template-part-8`, or `template` of the one that is always there. */
export function partOf(name: string, { place }: RulePart): string {
	return place === 0 ? name : `${name}-part-${place}`;
}

/** Capacity counts only at creation: a name that stayed would stand in the way of the group that is to follow. */
export function groupName({ name, capacity }: Pick<RuleGroups, "name" | "capacity">, { place }: RulePart): string {
	return `${name}${place === 0 ? "" : `-Part-${place}`}-C${capacity}`;
}
