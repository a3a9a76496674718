import { groupBy } from "../../group-by.js";
import { html } from "../../html/html.js";
import { printable } from "../../printable.js";
import { markdownCode, markdownText } from "../../table/markdown.js";
import type { Finding, Grade } from "../finding.js";
import type { ReviewFormat } from "./format.js";
import { byGrade, gradeTitles, headline, whose } from "./words.js";

/**
 * For a comment of a pull request, with room for what an action puts around it. GitHub takes 65,536 characters.
 * https://github.com/orgs/community/discussions/41331
 */
const longest = 60_000;

export const markdown: ReviewFormat = {
	title: "Markdown",
	mediaType: "text/markdown; charset=utf-8",
	render(review) {
		const head = [`**${plain(headline(review))}**`, ""];
		const end = "</details>";
		const blocks = byGrade(review.findings).flatMap(([grade, findings]) => sections(grade, findings));
		const lines: string[] = [];
		let length = head.join("\n").length;
		let told = 0;
		for (const { opening, items } of blocks) {
			const fitting: string[] = [];
			let size = length + opening.length + end.length + 4;
			for (const item of items) {
				size += item.length + 1;
				if (size > longest) break;
				fitting.push(item);
			}
			if (fitting.length === 0) break;
			lines.push(opening, "", ...fitting, "", end, "");
			length = size;
			told += fitting.length;
			if (fitting.length < items.length) break;
		}
		const missing = review.findings.length - told;
		const more = `…and ${missing} more ${missing === 1 ? "finding" : "findings"}, which do not fit here; run the command for them.`;
		return `${[...head, ...lines, ...(missing > 0 ? [more, ""] : [])].join("\n").trimEnd()}\n`;
	},
};

interface Section {
	readonly opening: string;
	/** One line for each finding. */
	readonly items: readonly string[];
}

/** What breaks people stands open; the rest is folded, by deployment and groups. */
function sections(grade: Grade, findings: readonly Finding[]): Section[] {
	const together = groupBy(findings, (finding) => `${finding.deployment}\n${whose(finding)}`);
	return [...together.values()].flatMap((those): Section[] => {
		const [first] = those;
		if (!first) return [];
		const groups = whose(first) || "the whole deployment";
		const title = `${gradeTitles[grade]} (${those.length}): ${first.deployment}, ${groups}`;
		const open = grade === "breaks" ? " open" : "";
		return [{ opening: `<details${open}><summary>${html`${title}`.markup}</summary>`, items: those.map(item) }];
	});
}

/** Text that shows all that it has, and means nothing. */
function plain(text: string): string {
	return markdownText(printable(text).trim());
}

function item({ subject, says, because, rule, location }: Finding): string {
	const place = location ? ` (${markdownCode(`${location.file}:${location.line}`)})` : "";
	const told = [markdownCode(subject), plain(says)].filter((part) => part !== "").join(" ");
	return `- ${told}${place}<br><sub>${markdownCode(rule)}, because ${plain(because)}</sub>`;
}
