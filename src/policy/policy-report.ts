import { formatPath } from "../path.js";
import type { Location, Problem } from "../problem.js";
import type { ExemptedViolation, PolicyResult, Violation } from "./check-policies.js";
import type { Policies } from "./policies.js";

/** What one policy file says of its deployments. */
export interface PolicyRun {
	/** Absent where no file says anything, and the usual sets hold. */
	readonly file?: string;
	readonly policies: Policies;
	readonly deployments: readonly CheckedDeployment[];
	/** With the places of what stands in files. */
	readonly result: PolicyResult;
}

export interface CheckedDeployment {
	readonly name: string;
	/** The file it was read from. */
	readonly file: string;
}

/** What is found in one run of the check, as plain JSON. */
export function policyReport(runs: readonly PolicyRun[], today: string) {
	return {
		schemaVersion: 1,
		today,
		policies: runs.map(({ file, policies, deployments, result }) => ({
			file: file ?? null,
			deployments,
			rules: policies.rules.map(({ rule, severity }) => ({ id: rule.id, severity })),
			violations: result.violations.map(violationEntry),
			exempted: result.exempted.map(exemptedEntry),
			problems: result.problems.map(problemOf),
		})),
	};
}

function violationEntry({ rule, severity, deployment, groups, subject, says, at }: Violation) {
	return {
		rule: rule.id,
		severity,
		deployment,
		groups,
		subject,
		says,
		...(at && { path: at.path, ...at.location }),
		title: rule.title,
		why: rule.why,
		fix: rule.fix,
	};
}

function exemptedEntry({ exemption, ...violation }: ExemptedViolation) {
	const { owner, reason, expires } = exemption;
	return { ...violationEntry(violation), exemption: { owner, reason, expires } };
}

function problemOf({ severity, code, path, message, location }: Problem) {
	return { severity, code, path: formatPath(path), message, ...location };
}

/** Whether a run of the check fails: by an error, or where warnings count by a warning. */
export function policyFails(runs: readonly PolicyRun[], strict: boolean): boolean {
	const all = runs.flatMap(({ result }) => [...result.violations, ...result.problems]);
	return all.some(({ severity }) => strict || severity === "error");
}

/** Where a violation stands, or else its deployment's file. */
export function placeOf({ at, deployment }: Violation, deployments: readonly CheckedDeployment[]): Partial<Location> {
	const file = deployments.find(({ name }) => name === deployment)?.file;
	return at?.location ?? (file === undefined ? {} : { file });
}
