import { parsePath } from "../path.js";
import type { Problem } from "../problem.js";
import type { PolicyResult, Violation } from "./check-policies.js";

/** Violations as problems of their deployment, so that they are told with whatever else is wrong with it. */
export function policyProblems({ violations }: Pick<PolicyResult, "violations">): Problem[] {
	return violations.map(problemOf);
}

function problemOf(violation: Violation): Problem {
	const { rule, severity, groups, says, at } = violation;
	const [group] = groups;
	const path = at ? parsePath(at.path) : group === undefined ? [] : ["groups", group];
	const whose = groups.length === 0 ? "" : ` in ${groupsOf(groups)}`;
	const message = `${says}${whose}; by policy ${rule.id}, ${rule.title}`;
	return { severity, code: rule.id, path, message, ...(at?.location && { location: at.location }) };
}

const mostNamed = 5;

/** `group pilot`, or of many the first. */
export function groupsOf(groups: readonly string[]): string {
	if (groups.length === 1) return `group ${groups[0]}`;
	if (groups.length <= mostNamed) return `groups ${groups.slice(0, -1).join(", ")} and ${groups.at(-1)}`;
	return `groups ${groups.slice(0, mostNamed).join(", ")} and ${groups.length - mostNamed} more`;
}
