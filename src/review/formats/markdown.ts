import { groupBy } from "../../group-by.js";
import { html } from "../../html/html.js";
import { printable } from "../../printable.js";
import { markdownCode, markdownText } from "../../table/markdown.js";
import type { Finding, Grade } from "../finding.js";
import type { ReviewFormat } from "./format.js";
import { byGrade, gradeWords, headline, whose } from "./words.js";

/**
 * For a comment of a pull request, with room for what an action puts around it. GitHub takes 65,536 characters.
 * https://github.com/orgs/community/discussions/41331
 */
const longest = 60_000;

/** What of a comment is kept for each grade, whatever the worse ones have to say: nobody hides a finding behind many. */
const kept = 7500;

export const markdown: ReviewFormat = {
	title: "Markdown",
	mediaType: "text/markdown; charset=utf-8",
	render(review) {
		const head = [`**${plain(cut(headline(review), 1000))}**`, ""];
		const ofGrades = byGrade(review.findings).map(([grade, findings]) => sections(grade, findings));
		const sizes = ofGrades.map((those) => those.reduce((sum, each) => sum + sizeOf(each), 0));
		let left = longest - head.join("\n").length;
		const written = ofGrades.map((those, index) => {
			const reserved = sizes.slice(index + 1).reduce((sum, size) => sum + Math.min(size, kept), 0);
			const fitting = withinRoom(those, left - reserved);
			left -= fitting.reduce((sum, each) => sum + sizeOf(each), 0);
			return fitting;
		});
		const lines = written
			.flat()
			.flatMap(({ opening, items }) => [opening, "", ...items.map(({ text }) => text), "", end, ""]);
		return `${[...head, ...lines, ...missing(review.findings, written.flat())].join("\n").trimEnd()}\n`;
	},
};

const end = "</details>";

interface Section {
	readonly opening: string;
	readonly items: readonly Item[];
}

/** One line for a finding. */
interface Item {
	readonly grade: Grade;
	readonly text: string;
}

function sizeOf({ opening, items }: Section): number {
	return items.reduce((sum, { text }) => sum + text.length + 1, opening.length + end.length + 4);
}

/** As many of the sections, in their order, as there is room for. */
function withinRoom(those: readonly Section[], room: number): Section[] {
	const fitting: Section[] = [];
	let left = room;
	for (const { opening, items } of those) {
		left -= sizeOf({ opening, items: [] });
		const some: Item[] = [];
		for (const item of items) {
			if (item.text.length + 1 > left) break;
			left -= item.text.length + 1;
			some.push(item);
		}
		if (some.length > 0) fitting.push({ opening, items: some });
		if (some.length < items.length) break;
	}
	return fitting;
}

/** How many findings are not there, and of which grades. */
function missing(findings: readonly Finding[], written: readonly Section[]): string[] {
	const told = written.flatMap(({ items }) => items);
	const count = findings.length - told.length;
	if (count === 0) return [];
	const ofGrades = byGrade(findings).flatMap(([grade, those]) => {
		const absent = those.length - told.filter((item) => item.grade === grade).length;
		return absent > 0 ? [`${absent} ${grade}`] : [];
	});
	const noun = count === 1 ? "finding" : "findings";
	return [`…and ${count} more ${noun}, which do not fit here (${ofGrades.join(", ")}); run the command for them.`, ""];
}

/** What breaks people stands open; the rest is folded, by deployment and groups. */
function sections(grade: Grade, findings: readonly Finding[]): Section[] {
	const together = groupBy(findings, ({ deployment, groups }) => JSON.stringify([deployment, groups]));
	return [...together.values()].flatMap((those): Section[] => {
		const [first] = those;
		if (!first) return [];
		const groups = whose(first) || "the whole deployment";
		const title = cut(`${gradeWords[grade].title} (${those.length}): ${first.deployment}, ${groups}`, 1000);
		const open = grade === "breaks" ? " open" : "";
		const opening = `<details${open}><summary>${callingNobody(html`${title}`.markup)}</summary>`;
		return [{ opening, items: those.map((finding) => ({ grade, text: item(finding) })) }];
	});
}

function item({ subject, says, because, rule, location }: Finding): string {
	const place = location ? ` (${code(`${cut(location.file, 300)}:${location.line}`)})` : "";
	const told = [code(cut(subject, 500)), plain(cut(says, 3000))].filter((part) => part !== "").join(" ");
	return `- ${told}${place}<br><sub>${code(rule)}, because ${plain(because)}</sub>`;
}

/** No finding is so long that it would leave no room for others. */
function cut(text: string, most: number): string {
	const all = [...text];
	return all.length > most ? `${all.slice(0, most).join("")}… (${all.length - most} more characters)` : text;
}

function code(name: string): string {
	const written = markdownCode(name);
	return written.startsWith("`") ? written : plain(name);
}

/** Text that shows all that it has, and means nothing: to Markdown, and to GitHub, which looks for more. */
function plain(text: string): string {
	return callingNobody(markdownText(printable(text).trim()));
}

/**
 * Nobody is called by a name after `@`, and no issue by a number after `#`, of which Markdown knows nothing.
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
function callingNobody(text: string): string {
	return text.replace(/(^|[^A-Za-z0-9])\\?@/g, "$1<code>@</code>").replace(/(?<!&)\\?#(?=\d)/g, "<code>#</code>");
}
