import { groupBy } from "../group-by.js";
import type { Violation } from "../policy/check-policies.js";
import { groupsOf } from "../policy/policy-problems.js";
import { type CheckedDeployment, type PolicyRun, placeOf } from "../policy/policy-report.js";
import { printable } from "../printable.js";
import { formatProblem } from "../problem.js";
import type { Output } from "./output.js";

type Shown = Pick<Output, "result" | "colors">;

/** The report for people: rule by rule, with why it is there and what to do. */
export function printCheck(runs: readonly PolicyRun[], { result, colors }: Shown): void {
	for (const run of runs) printRun(run, { result, colors });
}

function printRun({ file, policies, deployments, result: found }: PolicyRun, { result, colors }: Shown): void {
	const { bold, dim } = colors;
	const whose = deployments.map(({ name }) => name).join(", ");
	const by = file ?? "the recommended rules, as no cowork-policies.yaml stands beside";
	result(`${bold(whose)}: ${policies.rules.length} rules of ${by}`);
	for (const violations of groupBy(found.violations, ({ rule }) => rule.id).values()) {
		printRule(violations, deployments, { result, colors });
	}
	if (found.problems.length > 0) {
		result("");
		result(bold("The policy file"));
		for (const problem of found.problems) result(`  ${formatProblem(problem)}`);
	}
	if (found.exempted.length > 0) {
		result("");
		result(bold("Exempted"));
		for (const { exemption, ...violation } of found.exempted) {
			const { owner, expires, reason } = exemption;
			result(`  ${violation.rule.id}: ${printable(line(violation, deployments))}`);
			result(`    ${dim(`until ${expires}, ${owner}: ${reason}`)}`);
		}
	}
	result("");
	result(countOf(found.violations, { colors }));
}

function printRule(
	violations: readonly Violation[],
	deployments: readonly CheckedDeployment[],
	{ result, colors }: Shown,
): void {
	const [first] = violations;
	if (!first) return;
	const { rule, severity } = first;
	const { bold, dim, red, yellow } = colors;
	result("");
	result(`${severity === "error" ? red(severity) : yellow(severity)}  ${bold(rule.id)}: ${rule.title}`);
	for (const violation of violations) result(`  ${printable(line(violation, deployments))}`);
	result(`  ${dim(rule.why)}`);
	result(`  ${dim(rule.fix)}`);
}

function line(violation: Violation, deployments: readonly CheckedDeployment[]): string {
	const { deployment, groups, says, at } = violation;
	const { file, line: row, column } = placeOf(violation, deployments);
	const place = row === undefined ? file : `${file}:${row}:${column}`;
	const whose = groups.length === 0 ? deployment : `${deployment}, ${groupsOf(groups)}`;
	return `${whose}: ${at ? `${at.path}${place === undefined ? "" : ` (${place})`}: ` : ""}${says}`;
}

function countOf(violations: readonly Violation[], { colors }: Pick<Output, "colors">): string {
	const count = (severity: Violation["severity"]) => violations.filter((each) => each.severity === severity).length;
	const [errors, warnings] = [count("error"), count("warning")];
	if (errors + warnings === 0) return colors.green("Nothing is against the rules.");
	const said = `${errors} error${errors === 1 ? "" : "s"}, ${warnings} warning${warnings === 1 ? "" : "s"}.`;
	return errors > 0 ? colors.red(said) : colors.yellow(said);
}
