import type { BlockRules } from "../firewall/block-rules.js";
import { renderRuleSets } from "../firewall/rule-sets.js";
import type { Outcome } from "../outcome.js";
import { formatProblem, type Problem } from "../problem.js";
import type { Registries } from "../registries.js";
import type { GroupPart, PerimeterPart } from "./part.js";

/** The rule sets that serve every group. */
export function perimeterRules(part: PerimeterPart, { firewall }: Registries): Outcome<readonly BlockRules[]> {
	const { deployment } = part.identity;
	return renderRuleSets(part.firewall, { deployment, hosts: part.egress.hosts }, firewall);
}

/** The rule sets of one group. */
export function groupRules(part: GroupPart, { firewall }: Registries): Outcome<readonly BlockRules[]> {
	const { deployment, group } = part.identity;
	return renderRuleSets(part.firewall, { deployment, group, hosts: part.egress.hosts }, firewall);
}

/** What must be known of the rule sets of groups besides what was said of the perimeter's. */
export function checkGroupRules(
	groups: readonly GroupPart[],
	registries: Registries,
	ofPerimeter: readonly Problem[],
): Problem[] {
	return groups.flatMap((part) =>
		ofGroupAlone(part.identity.group, groupRules(part, registries).problems, ofPerimeter),
	);
}

/** What must be known of a group's rule sets besides what was said of the perimeter's. */
export function ofGroupAlone(
	group: string,
	problems: readonly Problem[],
	ofPerimeter: readonly Problem[],
): readonly Problem[] {
	const said = new Set(ofPerimeter.map(formatProblem));
	return problems
		.filter((problem) => !said.has(formatProblem(problem)))
		.map((problem) => ({ ...problem, message: `for group ${group}, ${problem.message}` }));
}
