import { compareText } from "../json.js";
import { type Finding, grades } from "./finding.js";

/** What changes in meaning between two sides. */
export interface Review {
	/** The older side, as people named it. */
	readonly before: string;
	readonly after: string;
	/** What was compared, of either side, in code-unit order. */
	readonly deployments: readonly ReviewedName[];
	/** In the order of {@link inOrder}; none where nothing changes in meaning. */
	readonly findings: readonly Finding[];
}

export interface ReviewedName {
	readonly name: string;
	/** Its groups on either side, in code-unit order. */
	readonly groups: readonly string[];
}

/** As a reviewer would go through them: the worst first, then by deployment, subject and groups. */
export function inOrder(findings: readonly Finding[]): Finding[] {
	return [...findings].sort(
		(a, b) =>
			grades.indexOf(a.grade) - grades.indexOf(b.grade) ||
			compareText(a.deployment, b.deployment) ||
			compareText(a.subject, b.subject) ||
			compareText(a.rule, b.rule) ||
			compareText(a.groups.join(), b.groups.join()),
	);
}
