import { groupPart, perimeterPart } from "../bundle/part.js";
import { groupRules, perimeterRules } from "../bundle/part-rules.js";
import type { ConfiguredDeployment } from "../deployment/configured.js";
import type { ParsedDeployment } from "../deployment/deployment.js";
import { type DeploymentPlan, planWith } from "../deployment/plan-with.js";
import type { BlockRules } from "../firewall/block-rules.js";
import { scopeOf } from "../firewall/rule-set-options.js";
import { made, type Outcome } from "../outcome.js";
import { isError, type Locate, located, type Problem } from "../problem.js";
import type { Registries } from "../registries.js";
import { reviewDeployment } from "./review-deployment.js";
import type { ReviewedDeployment } from "./reviewed-deployment.js";

/** What a deployment means, without any of its files. Refused where a firewall cannot hold what it needs. */
export function reviewParsed(
	parsed: ConfiguredDeployment,
	registries: Registries,
	locate?: Locate,
): Outcome<ReviewedDeployment> {
	const { deployment } = parsed;
	const plan = planWith(registries, parsed);
	const rules = perimeterRules(perimeterPart(deployment, plan, registries), registries);
	const ofGroups = rulesOfGroups(deployment, plan, registries);
	const found = [...rules.problems, ...(ofGroups.value ? [] : ofGroups.problems)];
	const problems = located(found, locate);
	if (!rules.value || !ofGroups.value) return { problems };
	return made(reviewDeployment(deployment, { plan, rules: rules.value, groupRules: ofGroups.value }, locate), problems);
}

/** Rule sets that are of one group alone; none where every block writes one for all. */
function rulesOfGroups(
	deployment: ParsedDeployment,
	plan: DeploymentPlan,
	registries: Registries,
): Outcome<ReadonlyMap<string, readonly BlockRules[]>> {
	const isPerGroup = Object.values(deployment.firewall).some((block) => scopeOf(block) === "perGroup");
	const problems: Problem[] = [];
	const rules = new Map<string, readonly BlockRules[]>();
	for (const group of isPerGroup ? plan.groups.keys() : []) {
		const own = groupRules(groupPart(deployment, plan, group, registries), registries);
		problems.push(...own.problems);
		rules.set(group, own.value ?? []);
	}
	return problems.some(isError) ? { problems } : made(rules, problems);
}
