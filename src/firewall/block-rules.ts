import { type EgressHost, formatAddress } from "../egress/plan.js";
import { groupBy } from "../group-by.js";
import { sayOfEach } from "../problem.js";
import { describeEffect, formatEffectOfAny, type RuleRequest, type RuleSet } from "./backend.js";
import { type RuleSetOptions, scopeOf } from "./rule-set-options.js";

/** What one block of a deployment's firewall came to. */
export interface BlockRules extends RuleSetOptions {
	/** The registry's word. */
	readonly backend: string;
	/** What the rule set was rendered from. */
	readonly request: RuleRequest;
	readonly ruleSet: RuleSet;
	/** Hosts that are no part of the rule set, because the block leaves them to another one. */
	readonly left: readonly EgressHost[];
	/** What people must know of the rule set as a whole. */
	readonly notes: readonly string[];
}

/**
 * Where rule sets do not match a host exactly as the plan means it, or leave it to another, and what else must be known of
 * them, for people.
 */
export function ruleNotes(rules: readonly BlockRules[]): string[] {
	return rules.flatMap(({ backend, leaveTo, ruleSet, left, notes }) => [
		...ruleSet.effects.map((effect) => describeEffect(backend, effect)),
		...left.map((host) => `${backend}: ${formatAddress(host)} is left to ${leaveTo}`),
		...notes.map((note) => `${backend}: ${note}`),
	]);
}

/**
 * The same for people who have read the warnings: what those say is not said again, and what is alike for many hosts is
 * said once.
 */
export function shortRuleNotes(rules: readonly BlockRules[]): string[] {
	return rules.flatMap(({ backend, accept = [], leaveTo, ruleSet, left, notes }) => {
		const told = ruleSet.effects.filter(({ kind }) => kind !== "dropped" && accept.includes(kind));
		const effects = [...groupBy(told, formatEffectOfAny)].flatMap(([says, alike]) =>
			alike.length === 1
				? alike.map((effect) => describeEffect(backend, effect))
				: [`${backend}: ${sayOfEach(alike.map(formatAddress), says)}`],
		);
		const leaving = left.length === 0 ? [] : [sayOfEach(left.map(formatAddress).sort(), `is left to ${leaveTo}`)];
		return [...effects, ...[...leaving, ...notes].map((note) => `${backend}: ${note}`)];
	});
}

/** The same of blocks that have no rule set for all, each once with the groups that it is of. */
export function groupNotes(
	ofGroups: ReadonlyMap<string, readonly BlockRules[]>,
	blocks: Readonly<Record<string, object>>,
	notesOf: (rules: readonly BlockRules[]) => readonly string[] = ruleNotes,
): string[] {
	const groups = new Map<string, string[]>();
	for (const [group, rules] of ofGroups) {
		const own = rules.filter(({ backend }) => scopeOf({ ...blocks[backend] }) === "perGroup");
		for (const note of notesOf(own)) groups.set(note, [...(groups.get(note) ?? []), group]);
	}
	return [...groups].map(([note, of]) => `${note} (${of.length === 1 ? "group" : "groups"} ${of.join(", ")})`);
}
