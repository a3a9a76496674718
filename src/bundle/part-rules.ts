import type { BlockRules } from "../firewall/block-rules.js";
import { renderRuleSets } from "../firewall/rule-sets.js";
import type { Outcome } from "../outcome.js";
import { formatProblem, type Problem, withWordsBefore } from "../problem.js";
import type { Registries } from "../registries.js";
import type { GroupPart, PerimeterPart } from "./part.js";

/** The rule sets that serve every group. */
export function perimeterRules(part: PerimeterPart, { firewall }: Registries): Outcome<readonly BlockRules[]> {
	const { identity, deployments, egress, clients } = part;
	const request = {
		deployment: identity.deployment,
		hosts: egress.hosts,
		...(deployments && { deployments }),
		...(clients && { clients }),
	};
	return renderRuleSets(part.firewall, request, firewall);
}

/** The rule sets of one group. */
export function groupRules(part: GroupPart, { firewall }: Registries): Outcome<readonly BlockRules[]> {
	const { identity, egress, clients } = part;
	const { deployment, group } = identity;
	const request = { deployment, group, hosts: egress.hosts, ...(clients && { clients }) };
	return renderRuleSets(part.firewall, request, firewall);
}

/** Tells of one group after another what must be known of its rule sets besides what was said of the perimeter's. */
export function besidesPerimeter(
	ofPerimeter: readonly Problem[],
): (group: string, problems: readonly Problem[]) => readonly Problem[] {
	const said = new Set(ofPerimeter.map(formatProblem));
	return (group, problems) =>
		problems
			.filter((problem) => !said.has(formatProblem(problem)))
			.map((problem) => withWordsBefore(`for group ${group}, `, problem));
}
