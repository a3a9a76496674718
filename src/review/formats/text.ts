import { groupBy } from "../../group-by.js";
import { printable } from "../../printable.js";
import type { Finding, Grade } from "../finding.js";
import type { ReviewFormat } from "./format.js";
import { byGrade, gradeWords, headline, whose } from "./words.js";

/** For terminals. */
export const text: ReviewFormat = {
	title: "text",
	mediaType: "text/plain; charset=utf-8",
	isScreen: true,
	render(review) {
		const sections = byGrade(review.findings).flatMap(([grade, findings]) => section(grade, findings));
		return [...[headline(review), ...sections].map(printable), ""].join("\n");
	},
};

function section(grade: Grade, findings: readonly Finding[]): string[] {
	const deployments = groupBy(findings, ({ deployment }) => deployment);
	return [
		"",
		`${gradeWords[grade].title} (${findings.length})`,
		...[...deployments].flatMap(([deployment, those]) => [`  ${deployment}`, ...those.flatMap(lines)]),
	];
}

function lines(finding: Finding): string[] {
	const { subject, says, because, rule, path, location } = finding;
	const groups = whose(finding);
	const file = location ? ` (${location.file}:${location.line}:${location.column})` : "";
	return [
		`    ${subject}${groups === "" ? "" : ` [${groups}]`} ${says}`,
		`      ${rule}: because ${because}`,
		...(path === undefined ? [] : [`      at ${path}${file}`]),
	];
}
