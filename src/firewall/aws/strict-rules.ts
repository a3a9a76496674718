import type { RuleRequest } from "../backend.js";
import { linesOf, titleOf } from "../comment.js";
import { ownerName } from "../owner-name.js";
import { ruleIds } from "../rule-ids.js";
import { closingRules, denyRules, type Ends, formatRule, passRules, type Rule } from "../suricata-rules.js";

/** Names may be anywhere: private endpoints and gateways are often within the networks that devices are in. */
const ends: Ends = { from: "$HOME_NET", to: "any", beyond: "!$HOME_NET" };

/**
 * Ids of all rule groups of a policy share one space. So wide a range that those of two groups do not meet in practice,
 * beyond those that published rule sets have.
 */
const ids = { first: 1_000_000_000, span: 1_000_000_000 };

/** Rules in the order in which they are looked at: the first that matches decides. */
export function strictRules(
	request: RuleRequest,
	dedicated: boolean,
): { readonly text: string; readonly count: number } {
	const rules = [...denyRules(request, ends), ...passRules(request, ends), ...(dedicated ? lastRules(request) : [])];
	const idOf = ruleIds(
		rules.map(({ key }) => key),
		ids.first,
		ids.span,
	);
	const lines = [
		`# ${titleOf(request)}. For AWS Network Firewall, in strict order.`,
		...rules.flatMap(({ key, comment, ...rule }) => [`# ${comment}`, formatRule(rule, idOf.get(key) ?? 0)]),
	];
	// In a plan, angle brackets are for tokens; no rule has one that opens.
	return { text: linesOf(lines).replaceAll("<", " "), count: rules.length };
}

function lastRules(request: RuleRequest): Rule[] {
	return closingRules(request, ends).map((rule) => ({
		...rule,
		key: `${ownerName(request, "/")} close ${rule.message}`,
		comment: "everything else of these networks",
	}));
}
