import type { ResourceValidationArgs, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { dayOf } from "../../policy/calendar-day.js";
import { exempts, isOver, mergeFindings, overExemptions } from "../../policy/check-policies.js";
import type { ChosenRule, Policies } from "../../policy/policies.js";
import { groupsOf } from "../../policy/policy-problems.js";
import type { PolicyFinding } from "../../policy/policy-rule.js";
import { formatProblem, isError } from "../../problem.js";
import { RegisteredDeployments } from "./registered-deployments.js";
import { knownResource, plainInputs } from "./registered-resource.js";

/** What a pack asks of each resource of one update, rule by rule. */
export function packPolicies(held: Policies): (ResourceValidationPolicy | StackValidationPolicy)[] {
	const known = new RegisteredDeployments();
	return [readable(known), standing(held), ...held.rules.map((chosen) => policyOf(chosen, held, known))];
}

const deploymentType = "pulumi-cowork:index:CoworkDeployment";

/** Whether a component of this package is around a resource. */
function isOurs({ urn, type }: ResourceValidationArgs): boolean {
	return urn.includes("pulumi-cowork:") && !type.startsWith("pulumi-cowork:");
}

/** What cannot be read is held to nothing, which nobody may take for being right. */
function readable(known: RegisteredDeployments): ResourceValidationPolicy {
	return {
		name: "readable-deployment",
		description: "Every deployment is one that the rules can look at.",
		enforcementLevel: "mandatory",
		validateResource({ type, urn, props }, report) {
			if (type !== deploymentType) return;
			const { problems } = known.take(urn, () => plainInputs(props).deployment);
			for (const problem of problems.filter(isError)) report(formatProblem(problem));
		},
	};
}

/** Exemptions that are over fail by themselves, whatever they were for. */
function standing({ exemptions }: Policies): StackValidationPolicy {
	return {
		name: "standing-exemptions",
		description: "No exemption is over.",
		enforcementLevel: "mandatory",
		validateStack(_, report) {
			const problems = overExemptions(exemptions, { today: dayOf(new Date()) });
			for (const problem of problems) report(formatProblem(problem));
		},
	};
}

/** One rule, asked of each resource: it finds what is right or wrong of that one alone. */
function policyOf({ rule, severity, parameters }: ChosenRule, held: Policies, known: RegisteredDeployments) {
	const find = (
		args: ResourceValidationArgs,
	): { deployment: string | undefined; findings: readonly PolicyFinding[] } => {
		if (args.type === deploymentType) {
			const { value } = known.take(args.urn, () => plainInputs(args.props).deployment);
			const on = { today: dayOf(new Date()) };
			return { deployment: value?.name, findings: (value && rule.check?.(value, parameters, on)) ?? [] };
		}
		const owner = known.adopt(args.urn, args.opts.parent)?.value;
		if (!rule.checkResource || !isOurs(args)) return { deployment: owner?.name, findings: [] };
		return { deployment: owner?.name, findings: rule.checkResource(knownResource(args, owner), parameters) };
	};
	const policy: ResourceValidationPolicy = {
		name: rule.id,
		displayName: rule.title,
		description: `${rule.title.charAt(0).toUpperCase()}${rule.title.slice(1)}. ${rule.fix}`,
		remediationSteps: rule.fix,
		enforcementLevel: severity === "error" ? "mandatory" : "advisory",
		validateResource(args, report) {
			const { deployment = "", findings } = find(args);
			const on = { today: dayOf(new Date()) };
			const exemptions = held.exemptions.filter((each) => !isOver(each, on));
			const standing = findings.filter(
				(finding) => !exemptions.some((each) => exempts(each, rule.id, deployment, finding)),
			);
			for (const { says, groups, at } of mergeFindings(standing)) {
				const whose = groups.length === 0 ? "" : ` in ${groupsOf(groups)}`;
				report(`${says}${whose}${at ? ` (${at.path})` : ""}`);
			}
		},
	};
	return policy;
}
