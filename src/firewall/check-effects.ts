import { type EgressHost, formatAddress } from "../egress/plan.js";
import { error, type Problem, warning } from "../problem.js";
import { concerns, type Effect, formatEffect } from "./backend.js";
import type { BlockRules } from "./block-rules.js";

/** What must be known of rule sets that do not say exactly what the plan means. */
export function checkEffects(rules: readonly BlockRules[]): Problem[] {
	return rules.flatMap((each) => [
		...each.ruleSet.effects.flatMap((effect) => effectProblem(each, effect)),
		...checkLeft(each, rules),
	]);
}

function effectProblem({ backend, accept }: BlockRules, effect: Effect): Problem[] {
	const { kind } = effect;
	const at = ["firewall", backend];
	const said = formatEffect(effect);
	if (kind === "dropped") {
		return [error("rule-dropped", at, `${said}; say leaveTo with the word of a block that can express it`)];
	}
	if (accept?.includes(kind)) return [];
	const cure = `say accept: [${kind}] where that is meant, or leaveTo with the word of a block that is exact`;
	return [warning(`rule-${kind}`, at, `${said}; ${cure}`)];
}

/** Whether another block expresses what this one leaves to it. */
function checkLeft({ backend, leaveTo, left }: BlockRules, rules: readonly BlockRules[]): Problem[] {
	const other = rules.find((each) => each.backend === leaveTo);
	// A block that refuses says so itself.
	if (!other) return [];
	const at = ["firewall", backend, "leaveTo"];
	return left
		.filter((host) => !expresses(other, host))
		.map((host) =>
			error("not-expressed", at, `${formatAddress(host)} is not expressed by ${leaveTo} either; choose another block`),
		);
}

function expresses({ ruleSet, left }: BlockRules, host: EgressHost): boolean {
	const isLost = ruleSet.effects.some((effect) => effect.kind !== "widened" && concerns(effect, host));
	return !isLost && !left.includes(host);
}
