import { groupBy } from "../../group-by.js";
import { type Html, html } from "../../html/html.js";
import { htmlPage } from "../../html/page.js";
import { htmlTable } from "../../html/table.js";
import { type Finding, type Grade, grades } from "../finding.js";
import { gradeWords } from "../formats/words.js";
import type { Review, ReviewedName } from "../review.js";
import { counted } from "../shown.js";
import { findingBlock } from "./finding-block.js";

/** One page for browsers and paper: findings by grade, folded by the groups that they hold for. */
export function reviewPage(review: Review): string {
	return htmlPage({
		title: `Review of ${review.after}: ${counted(review.findings.length, "finding")}`,
		body: body(review),
	});
}

function body(review: Review): Html {
	const { before, after, deployments, findings } = review;
	return html`<header>
<h1>What changes in meaning</h1>
<p>From <code>${before}</code> to <code>${after}</code>.</p>
<ul>
${deployments.map(compared)}</ul>
</header>
<main>
${findings.length === 0 ? html`<p>No change in meaning.</p>\n` : overview(findings)}${grades.map((grade) => section(grade, review))}</main>`;
}

function compared({ name, groups }: ReviewedName): Html {
	return html`<li>Deployment ${name}: ${counted(groups.length, "group")}</li>\n`;
}

function overview(findings: readonly Finding[]): Html {
	return htmlTable({
		caption: "Findings by grade",
		head: ["Grade", "Findings", "What it does"],
		rows: grades.map((grade) => {
			const { title, does } = gradeWords[grade];
			const found = findings.filter((finding) => finding.grade === grade).length;
			return [found === 0 ? title : html`<a href="#${grade}">${title}</a>`, found, does];
		}),
	});
}

function section(grade: Grade, { deployments, findings }: Review): Html | undefined {
	const found = findings.filter((finding) => finding.grade === grade);
	if (found.length === 0) return undefined;
	const folds = groupBy(found, ({ deployment, groups }) => JSON.stringify([deployment, groups]));
	return html`<section aria-labelledby="${grade}">
<h2 id="${grade}">${gradeWords[grade].title}: ${counted(found.length, "finding")}</h2>
${[...folds.values()].map((alike) => fold(grade, alike, deployments.length > 1))}</section>
`;
}

/** The worst stand open; the others are for who looks for them. */
const open: ReadonlySet<Grade> = new Set<Grade>(["breaks", "widens"]);

function fold(grade: Grade, findings: readonly Finding[], ofSeveral: boolean): Html | undefined {
	const [first] = findings;
	if (!first) return undefined;
	const { deployment, groups } = first;
	return html`<details class="${grade}"${open.has(grade) ? html` open` : undefined}>
<summary>${ofSeveral ? `Deployment ${deployment}, ` : undefined}${heldFor(groups)}: ${counted(findings.length, "finding")}</summary>
${groups.length > named ? html`<p class="quiet">${groups.join(", ")}</p>\n` : undefined}${findings.map(findingBlock)}</details>
`;
}

/** Of more groups, a fold's head only has their count. */
const named = 6;

function heldFor(groups: readonly string[]): string {
	if (groups.length === 0) return "the whole deployment";
	if (groups.length > named) return `${groups.length} groups`;
	return `${groups.length === 1 ? "group" : "groups"} ${groups.join(", ")}`;
}
