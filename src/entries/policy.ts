/**
 * A policy pack for `pulumi preview` and `pulumi up`, and rules of one's own. Needs `@pulumi/policy` where a pack is made.
 *
 * @packageDocumentation
 */

export { type CoworkPolicyPackArgs, coworkPolicyPack } from "../components/policy-pack/policy-pack.js";
export type { ChosenRule, Exemption, Policies } from "../policy/policies.js";
export {
	type CloudResource,
	definePolicyRule,
	type PolicyDate,
	type PolicyFinding,
	type PolicyRule,
	type PolicySeverity,
} from "../policy/policy-rule.js";
export { type PolicyRuleName, policyRules } from "../policy/rules/index.js";
export type {
	ReviewedCode,
	ReviewedDeployment,
	ReviewedGroup,
	ReviewedPlace,
	ReviewedSetting,
} from "../review/reviewed-deployment.js";
export * as shapes from "../shape/build.js";
