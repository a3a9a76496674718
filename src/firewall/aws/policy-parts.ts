import type { Limit } from "../../evidence.js";
import { made, type Outcome, refused } from "../../outcome.js";
import { error } from "../../problem.js";
import { enoughFor } from "./rule-group-options.js";
import type { RulePart } from "./rule-groups.js";
import { bytesLimit, type PlacedRules, splitterOf, writeParts } from "./split-rules.js";
import type { StrictRules } from "./strict-rules.js";

const source = "https://docs.aws.amazon.com/network-firewall/latest/developerguide/quotas.html";

/** What one policy takes at most. */
export const policyLimits = {
	groups: { most: 20, of: "rule groups in one policy", source },
	reserved: { most: 30_000, of: "rules that the rule groups of one policy may have together", source },
} satisfies Readonly<Record<string, Limit>>;

/** Rules in rule groups that one policy takes; paths start at the block. */
export function policyParts(rules: StrictRules, capacity: number): Outcome<readonly RulePart[]> {
	const { groups, reserved } = policyLimits;
	const split = splitterOf(rules);
	const placed = split(capacity);
	if (placed && isTaken(placed, capacity)) return made(writeParts(rules.head, placed));
	const count = rules.denying.length + rules.passing.length + rules.closing.length;
	const taken = `a policy takes ${groups.most} groups, of ${reserved.most} rules by their capacities`;
	const enough = capacitiesFor(count).find((each) => {
		const others = split(each);
		return others !== undefined && isTaken(others, each);
	});
	if (enough === undefined) {
		const message = `would be ${count} rules, which no rule groups of one policy hold: ${taken} and ${bytesLimit.most} bytes each`;
		return refused(error("over-limit", [], message));
	}
	const found = placed ? `makes ${placed.size} rule groups of ${count} rules` : `is too small for ${count} rules`;
	const cure = `say ${enough}, which makes other rule groups, of other names, and attach those instead`;
	return refused(error("over-limit", ["capacity"], `${found}; ${taken}: ${cure}`));
}

function isTaken({ size }: PlacedRules, capacity: number): boolean {
	const { groups, reserved } = policyLimits;
	return size <= groups.most && size * capacity <= reserved.most;
}

/** Capacities that may do: one with room to grow, and otherwise for few groups rather than many. */
function capacitiesFor(count: number): number[] {
	const { most } = policyLimits.reserved;
	return count > most ? [] : [enoughFor(count), ...[1, 2, 4, 8, 16].map((groups) => Math.floor(most / (groups + 1)))];
}
