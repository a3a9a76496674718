import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/review/finding.js";
import { markdown } from "../../../src/review/formats/markdown.js";
import { hostileTexts } from "../../support/hostile-texts.js";
import { review } from "../../support/review.js";

/** https://github.com/orgs/community/discussions/41331 */
const longestComment = 65_536;

const [first] = review.findings;

function manyFindings(count: number): Finding[] {
	if (!first) return [];
	const groups = (index: number) => [`group-${index % 40}`];
	return Array.from({ length: count }, (_, index) => ({
		...first,
		groups: groups(index),
		subject: `host-${index}.example.com`,
	}));
}

test("what breaks people stands open, and the rest is folded by deployment and groups", () => {
	const text = markdown.render(review);
	expect(text).toMatch(
		/^\*\*git:main:deployments\/eu\.yaml -\\> deployments\/eu\.yaml: 6 findings: 2 breaks, 1 widens, 1 loosens, 2 informs\*\*$/m,
	);
	const open = text.match(/<details open><summary>[^<]*<\/summary>/g) ?? [];
	expect(open).toEqual([
		"<details open><summary>Breaks what people do (1): eu, group-0</summary>",
		"<details open><summary>Breaks what people do (1): us, staff</summary>",
	]);
	expect(text.match(/<details>/g)).toHaveLength(4);
	expect(text.match(/<\/details>/g)).toHaveLength(6);
});

describe("a review that is too long", () => {
	test.each([300, 1000, 20_000])(
		"of %i findings stays below what a comment takes, and tells how many are missing",
		(count) => {
			const text = markdown.render({ ...review, findings: manyFindings(count) });
			expect(text.length).toBeLessThan(longestComment);
			const told = text.match(/^- /gm)?.length ?? 0;
			const missing = Number(/^…and (\d+) more findings?, which do not fit here/m.exec(text)?.[1] ?? 0);
			expect(told + missing).toBe(count);
			expect(told).toBeGreaterThan(100);
			expect(text.match(/<details/g)?.length).toBe(text.match(/<\/details>/g)?.length);
		},
	);

	test("cuts a finding that would fill all, and says so", () => {
		const findings = first
			? [{ ...first, says: "x".repeat(100_000), subject: "y".repeat(100_000) }, ...review.findings]
			: [];
		const text = markdown.render({ ...review, before: "z".repeat(100_000), findings });
		expect(text).toContain("xxx… \\(97000 more characters)".replace("\\", ""));
		expect(text).not.toContain("which do not fit here");
		expect(text.length).toBeLessThan(10_000);
	});

	test("never leaves out all findings of a grade, however many are worse", () => {
		const findings = [...manyFindings(5000), ...review.findings.filter(({ grade }) => grade !== "breaks")];
		const text = markdown.render({ ...review, findings });
		for (const rule of ["host-opened", "setting-loosens", "setting-changed"])
			expect(text).toContain(`<sub>\`${rule}\``);
		expect(text).toMatch(
			/^…and (\d+) more findings, which do not fit here \(\1 breaks\); run the command for them\.$/m,
		);
		expect(text.length).toBeLessThan(longestComment);
	});

	test("folds groups together that share all of their names, and not the first of them alone", () => {
		const nine = Array.from({ length: 9 }, (_, index) => `group-${index}`);
		const findings = [nine, [...nine.slice(0, 8), "other"]].flatMap((groups) => (first ? [{ ...first, groups }] : []));
		expect(markdown.render({ ...review, findings }).match(/<details/g)).toHaveLength(2);
	});
});

test.each([
	"@example/security",
	"(@octocat)",
	"see #12",
	"owner/repo#3",
	"https://evil.example/login",
	"www.evil.example",
	"ü @octocat",
])("GitHub calls nobody and links nothing of what a deployment says: %s", (text) => {
	const findings = first ? [{ ...first, groups: [text], subject: text, says: text }] : [];
	const written = markdown.render({ ...review, before: text, after: text, findings });
	const html = new MarkdownIt({ html: true, linkify: true }).render(written);
	expect(html).not.toContain("<a");
	const outsideOfCode = html.replace(/<code>[^<]*<\/code>/g, "<code></code>");
	expect(outsideOfCode).not.toMatch(/(?:^|[^A-Za-z0-9])@\w/);
	expect(outsideOfCode).not.toMatch(/#\d/);
	expect(written.replace(/`[^`]*`|<summary>.*<\/summary>/g, "")).not.toMatch(/https?:\/\/|www\./);
});

test("no text of a finding means anything to Markdown or HTML", () => {
	const findings = first
		? hostileTexts.map((text) => ({ ...first, deployment: text, groups: [text], subject: text, says: text }))
		: [];
	const written = markdown.render({ ...review, before: hostileTexts.join(""), findings });
	const html = new MarkdownIt({ html: true }).render(written);
	const tags = [...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, tag]) => tag);
	expect([...new Set(tags)].sort()).toEqual(
		expect.arrayContaining(["details", "li", "p", "strong", "sub", "summary", "ul"]),
	);
	for (const tag of tags) expect(["details", "summary", "ul", "li", "p", "strong", "sub", "br", "code"]).toContain(tag);
	expect(html).not.toMatch(/<[a-z]+\s(?!open>)/i);
});
