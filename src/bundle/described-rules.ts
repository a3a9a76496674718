import { formatAddress } from "../egress/plan.js";
import type { Effect } from "../firewall/backend.js";
import type { BlockRules } from "../firewall/block-rules.js";
import { scopeOf } from "../firewall/rule-set-options.js";

/** Where a rule set does not match the plan, as plain JSON. */
export interface DescribedRules {
	readonly effects: readonly Effect[];
	/** Addresses that it leaves to the block of {@link RuleSetOptions.leaveTo}. */
	readonly left: readonly string[];
}

/** By the backend's word. */
export function describeRules(rules: readonly BlockRules[]): Readonly<Record<string, DescribedRules>> {
	return Object.fromEntries(
		rules.map(({ backend, ruleSet, left }) => [
			backend,
			{
				effects: ruleSet.effects.map(({ kind, host, match, port, because }) => ({ kind, host, match, port, because })),
				left: left.map(formatAddress).sort(),
			},
		]),
	);
}

/** Those of a group that no rule set for all groups stands for. */
export function ofGroupAlone(
	rules: readonly BlockRules[],
	blocks: Readonly<Record<string, object>>,
): readonly BlockRules[] {
	return rules.filter(({ backend }) => scopeOf({ ...blocks[backend] }) === "perGroup");
}
