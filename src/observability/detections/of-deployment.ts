import { labelOf, ownAttributes } from "../attribute-grammar.js";
import { type Condition, type DetectionRule, resource } from "./detection.js";

/** Events of a deployment, since others may send to the same SIEM; what names none is nobody else's, and is looked at. */
export function ofDeployment(name: string): Condition {
	const deployment = resource(ownAttributes.deployment);
	return { any: [{ field: deployment, is: [name] }, { not: { field: deployment, exists: true } }] };
}

/** The same rule over events of a deployment. */
export function ruleOfDeployment(name: string, rule: DetectionRule): DetectionRule {
	return { ...rule, condition: { all: [ofDeployment(name), ...(rule.condition ? [rule.condition] : [])] } };
}

/** The same of metrics in PromQL, for which a label that is missing is an empty one. */
export function deploymentMatcher(name: string): string {
	return `${labelOf(ownAttributes.deployment)}=~"${name}|"`;
}
