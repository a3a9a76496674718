import { error, type Problem } from "../problem.js";
import type { BlockRules } from "./block-rules.js";
import { scopeOf } from "./rule-set-options.js";

/**
 * Whether rule sets that stand beside each other, one for each group, have places of their own in their product. Two
 * digests may be alike, and the product would keep one of the two. Paths start at the deployment.
 */
export function checkClaims(
	ofGroups: Iterable<readonly [group: string, rules: readonly BlockRules[]]>,
	blocks: Readonly<Record<string, object>>,
): Problem[] {
	const claimed = new Map<string, string>();
	const problems: Problem[] = [];
	for (const [group, rules] of ofGroups) {
		for (const { backend, ruleSet } of rules) {
			if (scopeOf({ ...blocks[backend] }) !== "perGroup") continue;
			for (const { what, option } of ruleSet.claims ?? []) {
				const key = `${backend} ${what}`;
				const other = claimed.get(key);
				claimed.set(key, group);
				if (other === undefined) continue;
				const message = `gives groups ${other} and ${group} the same place, ${what}; say another ${option}`;
				problems.push(error("place-taken", ["firewall", backend, option], message));
			}
		}
	}
	return problems;
}
