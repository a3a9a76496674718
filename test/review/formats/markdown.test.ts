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

	test("tells a single finding that fills all by its count", () => {
		const findings = first ? [{ ...first, says: "x".repeat(100_000) }] : [];
		const text = markdown.render({ ...review, findings });
		expect(text).toContain("…and 1 more finding, which do not fit here");
		expect(text.length).toBeLessThan(1000);
	});
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
