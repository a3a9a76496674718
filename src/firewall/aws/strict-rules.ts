import type { RuleRequest } from "../backend.js";
import { linesOf, titleOf } from "../comment.js";
import { closingRules, denyRules, type Ends, formatRule, passRules, type Rule } from "../suricata-rules.js";

/** Names may be anywhere: private endpoints and gateways are often within the networks that devices are in. */
const ends: Ends = { from: "$HOME_NET", to: "any", beyond: "!$HOME_NET" };

/** Rules in the order in which they are looked at: the first that matches decides. */
export interface StrictRules {
	/** What a file of rules begins with. */
	readonly head: string;
	readonly denying: readonly Rule[];
	/** In any order among themselves. */
	readonly passing: readonly Rule[];
	readonly closing: readonly Rule[];
}

export function strictRules(request: RuleRequest, dedicated: boolean): StrictRules {
	return {
		head: textOf([`# ${titleOf(request)}. For AWS Network Firewall, in strict order.`]),
		denying: denyRules(request, ends),
		passing: passRules(request, ends),
		closing: dedicated ? closingRules(request, ends) : [],
	};
}

/** A rule with its comment, as a file has it. */
export function ruleText({ comment, ...rule }: Rule, id: number): string {
	return textOf([`# ${comment}`, formatRule(rule, id)]);
}

/** In a plan, angle brackets are for tokens; no rule has one that opens. */
function textOf(lines: readonly string[]): string {
	return linesOf(lines).replaceAll("<", " ");
}
