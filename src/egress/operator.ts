import { type EgressHost, formatHost, type Operator } from "./plan.js";

/** Domains whose hosts Anthropic runs, whoever named them. */
const anthropicDomains = ["anthropic.com", "claude.ai", "claude.com", "claudeusercontent.com", "claudemcpcontent.com"];

/** Who counts, where rows disagree about one host. */
const precedence: readonly Operator[] = ["anthropic", "inference", "organization", "third-party"];

export function operatorOf(host: string, said: Operator): Operator {
	const anthropic = anthropicDomains.some((domain) => host === domain || host.endsWith(`.${domain}`));
	// A row can only say "anthropic" of a name in the list above.
	return anthropic ? "anthropic" : said === "anthropic" ? "third-party" : said;
}

export function strongerOperator(a: Operator, b: Operator): Operator {
	return precedence.indexOf(a) <= precedence.indexOf(b) ? a : b;
}

export function isAnthropic(host: Pick<EgressHost, "operator">): boolean {
	return host.operator === "anthropic";
}

/** Names of those that Anthropic runs. */
export function anthropicHosts(hosts: readonly EgressHost[]): string[] {
	return [...new Set(hosts.filter(isAnthropic).map(formatHost))];
}
