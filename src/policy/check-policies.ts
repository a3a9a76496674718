import { groupBy } from "../group-by.js";
import { compareText } from "../json.js";
import { matchesAny } from "../pattern.js";
import { error, type Problem, warning } from "../problem.js";
import type { ReviewedDeployment, ReviewedPlace } from "../review/reviewed-deployment.js";
import { plannedResources } from "./planned-resources.js";
import type { Exemption, Policies } from "./policies.js";
import type { PolicyDate, PolicyFinding, PolicyRule, PolicySeverity } from "./policy-rule.js";

/** Something that is against a rule that holds. */
export interface Violation {
	readonly rule: PolicyRule;
	readonly severity: PolicySeverity;
	/** Name of the deployment. */
	readonly deployment: string;
	/** In code-unit order; empty where it is of the whole deployment. */
	readonly groups: readonly string[];
	readonly subject: string;
	/** A sentence without a full stop. */
	readonly says: string;
	/** Where it was written; of several groups the first. */
	readonly at?: ReviewedPlace;
}

/** What is against a rule, and may be. */
export interface ExemptedViolation extends Violation {
	readonly exemption: Exemption;
}

export interface PolicyResult {
	/** Errors first, then in the order of the rules, by deployment and subject. */
	readonly violations: readonly Violation[];
	readonly exempted: readonly ExemptedViolation[];
	/** Of exemptions and rules, with paths in the policy file. */
	readonly problems: readonly Problem[];
}

/** Holds deployments against the rules, in the state of one day. */
export function checkPolicies(
	{ rules, exemptions }: Policies,
	deployments: readonly ReviewedDeployment[],
	on: PolicyDate,
): PolicyResult {
	const problems: Problem[] = [];
	const exempted: ExemptedViolation[] = [];
	const violations: Violation[] = [];
	const standing = exemptions.filter((each) => !isOver(each, on));
	for (const { name, ...deployment } of deployments) {
		for (const { rule, severity, parameters } of rules) {
			const found = findingsOf(rule, parameters, { name, ...deployment }, on);
			problems.push(...found.problems);
			const byExemption = groupBy(found.findings, (finding) =>
				standing.find((each) => exempts(each, rule.id, name, finding)),
			);
			for (const [exemption, findings] of byExemption) {
				const merged = mergeFindings(findings).map(
					(each): Violation => ({ rule, severity, deployment: name, ...each }),
				);
				if (exemption) exempted.push(...merged.map((each) => ({ ...each, exemption })));
				else violations.push(...merged);
			}
		}
	}
	const used = new Set(exempted.map(({ exemption }) => exemption));
	const names = deployments.map(({ name }) => name);
	const weigh = (severity: PolicySeverity) => violations.filter((each) => each.severity === severity);
	return {
		violations: [...weigh("error"), ...weigh("warning")],
		exempted,
		problems: [
			...problems,
			...overExemptions(exemptions, on),
			...unusedExemptions(
				standing.filter((each) => !used.has(each)),
				names,
			),
		],
	};
}

function findingsOf(rule: PolicyRule, parameters: object, deployment: ReviewedDeployment, on: PolicyDate) {
	try {
		const findings = [
			...(rule.check?.(deployment, parameters, on) ?? []),
			...plannedResources(deployment).flatMap((resource) => rule.checkResource?.(resource, parameters) ?? []),
		];
		return { findings, problems: [] };
	} catch (fault) {
		// What nobody has looked at is not known to be right.
		const why = fault instanceof Error ? fault.message : "it throws something else than an error";
		const message = `cannot be applied to deployment ${deployment.name}: ${why}; mend the rule, or switch it off`;
		return { findings: [], problems: [error("rule-fails", ["policies", "rules", rule.id], message)] };
	}
}

/** Groups that share a finding share one. */
export function mergeFindings(
	findings: readonly PolicyFinding[],
): Pick<Violation, "groups" | "subject" | "says" | "at">[] {
	const alike = groupBy(findings, ({ subject, says, group }) => JSON.stringify([subject, says, group === undefined]));
	return [...alike.values()].flatMap((same) => {
		const [first] = same;
		if (!first) return [];
		const { subject, says, at } = first;
		const groups = [...new Set(same.flatMap(({ group }) => (group === undefined ? [] : [group])))].sort(compareText);
		return [{ groups, subject, says, ...(at && { at }) }];
	});
}

export function isOver({ expires }: Exemption, { today }: PolicyDate): boolean {
	return expires < today;
}

/** Whether a finding may be; one of the whole deployment is of no group that an exemption could name. */
export function exempts(exemption: Exemption, rule: string, deployment: string, finding: PolicyFinding): boolean {
	const { groups, subject } = exemption;
	if (exemption.rule !== rule || (exemption.deployment ?? deployment) !== deployment) return false;
	if (groups && (finding.group === undefined || !groups.includes(finding.group))) return false;
	return subject === undefined || matchesAny([subject], finding.subject);
}

/** Those that exempt nothing any more, each as an error: somebody has to decide anew. */
export function overExemptions(exemptions: readonly Exemption[], on: PolicyDate): Problem[] {
	return exemptions
		.filter((each) => isOver(each, on))
		.map(({ rule, owner, expires, at }) => {
			const message = `${expires} was the last day of the exemption from ${rule}, for which ${owner} answers; mend what it exempts, or decide anew`;
			return error("exemption-over", [...at, "expires"], message);
		});
}

/** What one is for may be another deployment's, of which nothing is known here. */
function unusedExemptions(exemptions: readonly Exemption[], names: readonly string[]): Problem[] {
	return exemptions
		.filter(({ deployment }) => deployment === undefined || names.includes(deployment))
		.map(({ rule, at }) => warning("exemption-unused", at, `exempts nothing from ${rule} any more; take it out`));
}
