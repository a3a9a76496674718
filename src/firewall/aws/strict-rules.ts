import type { RuleRequest } from "../backend.js";
import { linesOf, titleOf } from "../comment.js";
import { ruleIds } from "../rule-ids.js";
import { closingRules, denyRules, type Ends, formatRule, idRange, passRules } from "../suricata-rules.js";

/** Names may be anywhere: private endpoints and gateways are often within the networks that devices are in. */
const ends: Ends = { from: "$HOME_NET", to: "any", beyond: "!$HOME_NET" };

/** Rules in the order in which they are looked at: the first that matches decides. */
export function strictRules(
	request: RuleRequest,
	dedicated: boolean,
): { readonly text: string; readonly count: number } {
	const rules = [
		...denyRules(request, ends),
		...passRules(request, ends),
		...(dedicated ? closingRules(request, ends) : []),
	];
	const idOf = ruleIds(
		rules.map(({ key }) => key),
		idRange.first,
		idRange.span,
	);
	const lines = [
		`# ${titleOf(request)}. For AWS Network Firewall, in strict order.`,
		...rules.flatMap(({ key, comment, ...rule }) => [`# ${comment}`, formatRule(rule, idOf.get(key) ?? 0)]),
	];
	// In a plan, angle brackets are for tokens; no rule has one that opens.
	return { text: linesOf(lines).replaceAll("<", " "), count: rules.length };
}
