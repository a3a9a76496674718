import { groupPart, perimeterPart } from "../bundle/part.js";
import { groupRules, perimeterRules } from "../bundle/part-rules.js";
import type { Metered, PlannedResource } from "../cloud/planned-resource.js";
import type { ParseResult } from "../deployment/parse-with.js";
import { planWith } from "../deployment/plan-with.js";
import type { BlockRules } from "../firewall/block-rules.js";
import { scopeOf } from "../firewall/rule-set-options.js";
import type { JsonObject } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import { formatPath } from "../path.js";
import { isError, type Problem } from "../problem.js";
import type { Registries } from "../registries.js";

/** What one block of a deployment has created in a cloud. */
export interface PlannedPart {
	/** The block, such as `firewall.awsDnsFirewall`. */
	readonly block: string;
	/** The group that it is for alone; absent where it is for all. */
	readonly group?: string;
	readonly resources: readonly PlannedResource[];
	/** What lets somebody do something, by name; properties of resources refer to it. */
	readonly policies: Readonly<Record<string, JsonObject>>;
	/** What is paid for besides. */
	readonly uses: readonly Metered[];
}

/** Everything that a deployment has created in clouds where a program deploys it; files that are published are none of it. */
export function plannedParts(parsed: ParseResult, registries: Registries): Outcome<readonly PlannedPart[]> {
	const { deployment, cloud, collector, stores } = parsed;
	const plan = planWith(registries, parsed);
	const whole = perimeterRules(perimeterPart(deployment, plan, registries), registries);
	const problems: Problem[] = [...whole.problems];
	const parts: PlannedPart[] = [];
	if (cloud) {
		const { resources, policies, uses } = cloud.plan;
		parts.push({ block: formatPath(cloud.at.slice(0, -1)), resources, policies, uses });
	}
	if (collector) {
		const { resources, policies, uses } = collector.plan;
		parts.push({ block: formatPath(collector.at), resources, policies, uses });
	}
	parts.push(...(whole.value ?? []).flatMap((rules) => partOf(rules)));
	const perGroup = Object.values(deployment.firewall).some((block) => scopeOf(block) === "perGroup");
	for (const group of perGroup ? plan.groups.keys() : []) {
		const rules = groupRules(groupPart(deployment, plan, group, registries), registries);
		problems.push(...rules.problems);
		const own = (rules.value ?? []).filter(
			({ backend }) => scopeOf({ ...deployment.firewall[backend] }) === "perGroup",
		);
		parts.push(...own.flatMap((each) => partOf(each, group)));
	}
	for (const [word, { resources, policies = {} }] of Object.entries(stores)) {
		parts.push({ block: `publish.${word}`, resources, policies, uses: [] });
	}
	return problems.some(isError)
		? { problems }
		: made(
				parts.filter(({ resources }) => resources.length > 0),
				problems,
			);

	function partOf({ backend, ruleSet }: BlockRules, group?: string): PlannedPart[] {
		if (!ruleSet.plan || deployment.firewall[backend]?.place === false) return [];
		const { resources } = ruleSet.plan;
		return [{ block: `firewall.${backend}`, ...(group !== undefined && { group }), resources, policies: {}, uses: [] }];
	}
}
