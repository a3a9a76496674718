import { type Finding, type Grade, grades } from "../finding.js";
import type { Review } from "../review.js";
import { counted, listed } from "../shown.js";

/** What people read of a grade, in every format. */
export interface GradeWords {
	readonly title: string;
	/** What findings of it do, without a full stop. */
	readonly does: string;
}

export const gradeWords: Readonly<Record<Grade, GradeWords>> = {
	breaks: { title: "Breaks what people do", does: "People cannot do what they do today" },
	widens: {
		title: "Widens what is reached or allowed",
		does: "Devices, programs or others reach more, or may do more",
	},
	loosens: { title: "Loosens what was closed", does: "Something opens on devices that was closed" },
	informs: { title: "For information", does: "None of these" },
};

/** Findings by their grades, the worst first; grades without any are left out. */
export function byGrade(findings: readonly Finding[]): readonly (readonly [Grade, readonly Finding[]])[] {
	return grades
		.map((grade) => [grade, findings.filter((each) => each.grade === grade)] as const)
		.filter(([, those]) => those.length > 0);
}

/** How many findings there are of each grade, between what. */
export function headline({ before, after, findings }: Review): string {
	if (findings.length === 0) return `${before} -> ${after}: no change in meaning`;
	const counts = byGrade(findings).map(([grade, those]) => `${those.length} ${grade}`);
	return `${before} -> ${after}: ${counted(findings.length, "finding")}: ${counts.join(", ")}`;
}

const mostNamed = 8;

/** The groups of a finding; nothing where it is of the whole deployment. */
export function whose({ groups }: Pick<Finding, "groups">): string {
	if (groups.length <= mostNamed) return listed(groups);
	return `${groups.slice(0, mostNamed).join(", ")} and ${groups.length - mostNamed} more`;
}
