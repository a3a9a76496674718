import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printable } from "../../../src/printable.js";
import type { Finding } from "../../../src/review/finding.js";
import { reviewPage } from "../../../src/review/page/review-page.js";
import type { Review } from "../../../src/review/review.js";
import {
	accessibilityFaults,
	browserFor,
	chromiumHere,
	desk,
	outline,
	overhang,
	unfold,
	views,
} from "../../support/chromium.js";
import { hostileTexts } from "../../support/hostile-texts.js";
import { review } from "../../support/review.js";

const document = reviewPage(review);

describe.skipIf(!chromiumHere)("the page of a review in a browser: needs chromium", { timeout: 60_000 }, () => {
	const browser = browserFor();

	test.each(views)("has no fault of access at $width pixels, $colorScheme, and is no wider", async (view) => {
		await browser.show(document, view, async ({ page, requests }) => {
			await unfold(page);
			expect(await accessibilityFaults(page)).toEqual([]);
			expect(await overhang(page)).toBe(0);
			expect(requests).toEqual(["/eu/index.html"]);
		});
	});

	test("findings stand by grade and by the groups that share them, the worst open", async () => {
		await browser.show(document, desk, async ({ page }) => {
			expect(await page.getByRole("heading", { level: 2 }).allTextContents()).toEqual([
				"Breaks what people do: 2 findings",
				"Widens what is reached or allowed: 1 finding",
				"Loosens what was closed: 1 finding",
				"For information: 2 findings",
			]);
			expect(await page.locator("details[open] > summary").allTextContents()).toEqual([
				"Deployment eu, group group-0: 1 finding",
				"Deployment us, group staff: 1 finding",
				"Deployment eu, groups group-0, group-1: 1 finding",
			]);
			expect(await page.locator("details:not([open]) > summary").allTextContents()).toEqual([
				"Deployment eu, 8 groups: 1 finding",
				"Deployment eu, group group-1: 1 finding",
				"Deployment eu, the whole deployment: 1 finding",
			]);
		});
	});

	test("only what differs of two values is marked", async () => {
		await browser.show(document, desk, async ({ page }) => {
			const loosened = page.locator("details.loosens");
			await loosened.locator("summary").click();
			expect(await loosened.locator("del").allTextContents()).toEqual([]);
			expect(await loosened.locator("ins").allTextContents()).toEqual(['  "*.example.net"']);
		});
	});

	test("what is folded is on paper too", async () => {
		await browser.show(document, desk, async ({ page }) => {
			const folded = page.locator("details.loosens h3");
			expect(await folded.isVisible()).toBe(false);
			await page.emulateMedia({ media: "print" });
			expect(await folded.isVisible()).toBe(true);
		});
	});

	test("grades and folds are reached by keyboard alone, each with a mark around it", async () => {
		await browser.show(document, desk, async ({ page }) => {
			const stops = page.locator("a, summary");
			for (const stop of await stops.all()) {
				await page.keyboard.press("Tab");
				expect(await stop.evaluate((element) => element.matches(":focus-visible"))).toBe(true);
				expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
			}
			await page.keyboard.press("Enter");
			expect(await page.locator("details").last().getAttribute("open")).toBe("");
		});
	});

	test("what is hostile in any place stays text, in the shape that the page has without", async () => {
		const hostile = [...hostileTexts, ...fc.sample(fc.string({ unit: "binary", minLength: 1 }), 50)];
		const harmless = hostile.map((_, index) => `word ${index}`);
		const shape = await browser.show(reviewPage(everywhere(harmless)), desk, ({ page }) => outline(page));
		for (const view of views)
			await browser.show(reviewPage(everywhere(hostile)), view, async ({ page, requests }) => {
				expect(await outline(page)).toEqual(shape);
				expect(await overhang(page)).toBe(0);
				expect(requests).toEqual(["/eu/index.html"]);
				expect(await page.locator("h3 > code").allTextContents()).toEqual(hostile.map(printable));
			});
	});
});

/** A text in every place that takes one. */
function everywhere(texts: readonly string[]): Review {
	const [first = ""] = texts;
	const findings = texts.map(
		(text): Finding => ({
			rule: text,
			grade: "breaks",
			deployment: text,
			groups: [text],
			subject: text,
			change: "changed",
			before: text,
			after: { [text]: text },
			says: text,
			because: text,
			path: text,
			location: { file: text, line: 1, column: 1 },
		}),
	);
	return { before: first, after: first, deployments: texts.map((name) => ({ name, groups: [name] })), findings };
}
